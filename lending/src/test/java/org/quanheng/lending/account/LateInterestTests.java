package org.quanheng.lending.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanheng.lending.account.SixMonths.FIRST;
import static org.quanheng.lending.account.SixMonths.SECOND;
import static org.quanheng.lending.account.SixMonths.account;
import static org.quanheng.lending.account.SixMonths.cny;
import static org.quanheng.lending.account.SixMonths.paidOut;
import static org.quanheng.lending.account.SixMonths.terms;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Rate;
import org.quanheng.lending.calendar.BusinessDayRule;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.calendar.HolidayCalendar;
import org.quanheng.lending.terms.DateRules;
import org.quanheng.lending.terms.LoanTermsBuilder;
import org.quanheng.lending.terms.RepaymentMethod;

/** What is late and bears interest up to a payment, on loans of 12,000 at 12 % over six months: by pencil and paper. */
class LateInterestTests {
    @Test
    void lateInterestUpToThePaymentIsCountedOnlyWhenOneComes() {
        LoanTermsBuilder byDay = terms(RepaymentMethod.EQUAL_PRINCIPAL).interestByDay(DayCount.ACT_365F);
        LocalDate day = FIRST.plusDays(10);
        AccountTerms onPrincipal = account(byDay).with(LateInterest.WITHIN_PERIOD_OF_PAYMENT, PenaltyTerms.NONE);
        LoanState waiting = paidOut(onPrincipal).state(day);
        assertThat(waiting.dueInterest()).isEqualTo(cny("122.30"));
        assertThat(waiting.accruedInterest()).isEqualTo(cny("32.88"));
        // With 12,000 for ten days of 365 at 12 %, which a payment brings: 39.4521.
        assertThat(waiting.payoff()).isEqualTo(cny("12161.75"));
        LoanAccount paid = paidOut(onPrincipal).with(new LoanEvent.Repaid("late", day, cny("2122.30")));
        assertThat(paid.state(day).accruedInterest()).isEqualTo(cny("39.45"));
        assertThat(paid.state(day).due()).isEqualTo(cny("0"));
        AccountTerms onBoth =
                account(byDay).with(LateInterest.WITHIN_PERIOD_OF_PAYMENT_ON_INTEREST_TOO, PenaltyTerms.NONE);
        // And 122.30 of interest that are late as long: 39.8542.
        assertThat(paidOut(onBoth).state(day).payoff()).isEqualTo(cny("12162.15"));
    }

    @Test
    void aPaymentOnADueDateBringsTheInterestOfWhatWasLateUntilThen() {
        AccountTerms terms = account(terms(RepaymentMethod.EQUAL_PRINCIPAL).interestByDay(DayCount.ACT_360))
                .with(LateInterest.WITHIN_PERIOD_OF_PAYMENT, PenaltyTerms.NONE);
        LoanAccount account = paidOut(terms).with(new LoanEvent.Repaid("pay", FIRST.plusMonths(1), cny("1000")));
        // 10,000 for 28 days of 360 at 12 %, and 2,000 that were late as long.
        assertThat(account.schedule(FIRST.plusMonths(1)).get(1).interest()).isEqualTo(cny("112"));
    }

    /** 10,000 for a month, and 2,000 for 10 days of 28: 100 + 7.1429; the payment after it finds nothing late. */
    @Test
    void aSecondPaymentInAPeriodDoesNotLengthenWhatWasLateBeforeTheFirst() {
        LocalDate late = FIRST.plusDays(10);
        AccountTerms terms = account(terms(RepaymentMethod.EQUAL_PRINCIPAL))
                .with(LateInterest.WITHIN_PERIOD_OF_PAYMENT, PenaltyTerms.NONE);
        LoanAccount once = paidOut(terms).with(new LoanEvent.Repaid("late", late, cny("2120")));
        assertThat(once.state(SECOND).dueInterest()).isEqualTo(cny("107.14"));
        LoanAccount twice = once.with(new LoanEvent.Repaid("more", late.plusDays(8), cny("7.14")));
        assertThat(twice.state(SECOND).dueInterest()).isEqualTo(cny("100"));
    }

    @Test
    void whatWasLateUntilAPaymentBearsEachRateForItsDays() {
        LoanTermsBuilder byDay = terms(RepaymentMethod.EQUAL_PRINCIPAL).interestByDay(DayCount.ACT_360);
        LoanAccount account = paidOut(account(byDay).with(LateInterest.WITHIN_PERIOD_OF_PAYMENT, PenaltyTerms.NONE))
                .with(List.of(
                        new LoanEvent.RateReset("up", FIRST.plusDays(10), Rate.ofPercent("24")),
                        new LoanEvent.Repaid("late", FIRST.plusDays(20), cny("2124"))));
        // 10,000 and 2,000 that were late, at 12 % for ten days of 360 and at 24 % for ten: 100 and 20.
        assertThat(account.state(FIRST.plusDays(20)).accruedInterest()).isEqualTo(cny("120"));
    }

    /** 15 February 2025 is a Saturday: what falls due then is paid on Monday, and late by two of 28 days on Wednesday. */
    @Test
    void nothingIsLateBeforeItsDayToPay() {
        LoanTermsBuilder terms = terms(RepaymentMethod.EQUAL_PRINCIPAL)
                .dateRules(DateRules.PLAIN.with(BusinessDayRule.FOLLOWING, HolidayCalendar.WEEKENDS, false));
        LoanAccount account = paidOut(account(terms).with(LateInterest.WITHIN_PERIOD_OF_PAYMENT, PenaltyTerms.NONE))
                .with(new LoanEvent.Repaid("late", FIRST.plusDays(4), cny("2120")));
        assertThat(account.state(SECOND).dueInterest()).isEqualTo(cny("101.43"));
    }

    @Test
    void whatWasLateBeforeANewPlanBearsInterestOnceAPaymentComes() {
        LocalDate day = FIRST.plusDays(20);
        LoanAccount anew = paidOut(upToPayment()).with(new LoanEvent.Rescheduled("anew", FIRST.plusDays(10), 5, null));
        // 10,000 for ten days of 360 and 12,000 for ten.
        assertThat(anew.state(day).accruedInterest()).isEqualTo(cny("73.33"));
        LoanAccount paid = anew.with(new LoanEvent.Repaid("interest", day, cny("124")));
        // 12,000 for all twenty.
        assertThat(paid.state(day).accruedInterest()).isEqualTo(cny("80"));
    }

    @Test
    void theRowsToComeKnowOfThePaymentThatTheySuppose() {
        LocalDate day = FIRST.plusDays(10);
        LoanAccount account = paidOut(upToPayment());
        LoanAccount paid = account.with(new LoanEvent.Repaid("late", day, cny("2124")));
        // 10,000 for 28 days of 360, and 2,000 for ten.
        assertThat(account.schedule(day).get(1).interest()).isEqualTo(cny("100"));
        assertThat(paid.schedule(day).get(1).interest()).isEqualTo(cny("100"));
    }

    @Test
    void noPaymentIsSupposedOnceALoanIsGivenUp() {
        LocalDate day = FIRST.plusDays(10);
        LoanAccount account = paidOut(upToPayment()).with(new LoanEvent.WrittenOff("lost", day));
        // 10,000 for ten days of 360.
        assertThat(account.schedule(day).getLast().interest()).isEqualTo(cny("33.33"));
        assertThat(account.state(day).lost()).isEqualTo(cny("12157.33"));
    }

    private static AccountTerms upToPayment() {
        return account(terms(RepaymentMethod.EQUAL_PRINCIPAL).interestByDay(DayCount.ACT_360))
                .with(LateInterest.WITHIN_PERIOD_OF_PAYMENT, PenaltyTerms.NONE);
    }
}
