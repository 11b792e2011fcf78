package org.quanheng.lending.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanheng.lending.account.SixMonths.FIRST;
import static org.quanheng.lending.account.SixMonths.SECOND;
import static org.quanheng.lending.account.SixMonths.START;
import static org.quanheng.lending.account.SixMonths.account;
import static org.quanheng.lending.account.SixMonths.cny;
import static org.quanheng.lending.account.SixMonths.paidOut;
import static org.quanheng.lending.account.SixMonths.terms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Rate;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.calendar.BusinessDayRule;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.calendar.HolidayCalendar;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.DateRules;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.Grace;
import org.quanheng.lending.terms.LoanTermsBuilder;
import org.quanheng.lending.terms.RepaymentMethod;

/** Early money, and then another event: found by the textbook's random lives, told with 12,000 at 1 % a month. */
class PlanChangesTests {
    private static List<String> rows(LoanAccount account, LocalDate asOf) {
        return account.schedule(asOf).stream()
                .map(row -> row.principal().amount() + " " + row.interest().amount() + " "
                        + row.balanceAfter().amount())
                .toList();
    }

    private static LoanAccount paid(LoanTermsBuilder terms, Excess excess, String amount) {
        return paidOut(account(terms)).with(new LoanEvent.RepaidEarly("early", FIRST, cny(amount), excess));
    }

    /** 6,000 are left once 4,000 came on top of the first instalment: three parts of 2,000, the end in May instead of July. */
    private static LoanAccount shortened() {
        return paid(terms(RepaymentMethod.EQUAL_PRINCIPAL), Excess.FEWER_INSTALMENTS, "6120");
    }

    @Test
    void anExtensionCountsFromTheEndThatEarlyMoneyMade() {
        LoanAccount extended = shortened().with(new LoanEvent.Extended("more", FIRST.plusDays(1), 1));
        assertThat(rows(extended, FIRST.plusDays(1)).subList(1, 5))
                .containsExactly(
                        "1500.00 60.00 4500.00",
                        "1500.00 45.00 3000.00",
                        "1500.00 30.00 1500.00",
                        "1500.00 15.00 0.00");
        assertThat(extended.schedule(FIRST.plusDays(1))).hasSize(5);
    }

    @Test
    void aHolidayOrAPartMoreKeepsTheEndThatEarlyMoneyMade() {
        LoanAccount rested = shortened().with(new LoanEvent.HolidayGranted("rest", FIRST.plusDays(1), 1));
        assertThat(rows(rested, FIRST.plusDays(1)).subList(1, 4))
                .containsExactly("0.00 0.00 6000.00", "3000.00 120.00 3000.00", "3000.00 30.00 0.00");
        LoanAccount smaller =
                shortened().with(new LoanEvent.RepaidEarly("again", FIRST, cny("3000"), Excess.SMALLER_INSTALMENTS));
        assertThat(rows(smaller, FIRST).subList(1, 4))
                .containsExactly("1000.00 30.00 2000.00", "1000.00 20.00 1000.00", "1000.00 10.00 0.00");
    }

    @Test
    void aNewRateKeepsTheEndThatEarlyMoneyMade() {
        LoanAccount fewer = paid(terms(RepaymentMethod.EQUAL_INSTALMENT), Excess.FEWER_INSTALMENTS, "6070.58");
        assertThat(fewer.schedule(FIRST)).hasSize(4);
        LoanAccount dearer = fewer.with(new LoanEvent.RateReset("up", SECOND, Rate.ofPercent("13.2")));
        // 4,039.33 over two months at 1.1 %.
        assertThat(dearer.schedule(SECOND))
                .extracting(row -> row.total().amount().toPlainString())
                .containsExactly("6070.58", "2070.58", "2053.05", "2053.05");
    }

    @Test
    void aNewPlanIsForWhatIsOwedLessWhatWasPaidAhead() {
        for (Excess ahead : List.of(Excess.NEXT_INSTALMENTS, Excess.NEXT_INSTALMENTS_AS_SCHEDULED)) {
            LoanAccount anew = paid(terms(RepaymentMethod.EQUAL_PRINCIPAL), ahead, "8120")
                    .with(new LoanEvent.Rescheduled("anew", SECOND, 4, null));
            // 6,000 came ahead, of which 2,000 paid the second instalment: 8,000 less 4,000 are left.
            assertThat(rows(anew, SECOND).subList(2, 6))
                    .as(ahead.name())
                    .containsExactly(
                            "1000.00 40.00 3000.00",
                            "1000.00 30.00 2000.00",
                            "1000.00 20.00 1000.00",
                            "1000.00 10.00 0.00");
            assertThat(anew.schedule(SECOND).getLast().paid()).isEqualTo(cny("0"));
        }
    }

    @Test
    void partsThatWereRepaidAheadAreSkippedAfterAnExtensionToo() {
        LoanAccount skipping = paid(terms(RepaymentMethod.EQUAL_PRINCIPAL), Excess.SKIPPED_INSTALMENTS, "5120");
        LoanAccount longer = skipping.with(new LoanEvent.Extended("more", SECOND, 1));
        // 7,000 are owed and 1,000 were repaid ahead of their instalment: parts of a fifth of 8,000.
        assertThat(rows(longer, SECOND).subList(1, 7))
                .containsExactly(
                        "0.00 70.00 7000.00",
                        "600.00 70.00 6400.00",
                        "1600.00 64.00 4800.00",
                        "1600.00 48.00 3200.00",
                        "1600.00 32.00 1600.00",
                        "1600.00 16.00 0.00");
    }

    @Test
    void aBulletLoanThatIsExtendedStillAsksForAllAtItsEnd() {
        LoanAccount extended =
                paidOut(account(terms(RepaymentMethod.BULLET))).with(new LoanEvent.Extended("more", FIRST, 1));
        assertThat(rows(extended, FIRST)).containsExactly("0.00 0.00 12000.00", "12000.00 840.00 0.00");
        LocalDate agreed = START.plusMonths(6);
        assertThat(extended.state(agreed).due()).isEqualTo(cny("0"));
        assertThat(extended.state(agreed).payoff()).isEqualTo(cny("12720"));
    }

    /** 6,000 until 1 February and 12,000 from then on: on that day 17 of 31 days of 60.00 were earned, whatever is to come. */
    @Test
    void whatIsDrawnOfAFlatLoanBearsNothingForTheDaysBefore() {
        LocalDate on = LocalDate.of(2025, 2, 1);
        LoanAccount account = LoanAccount.open(account(terms(RepaymentMethod.FLAT)))
                .with(List.of(
                        new LoanEvent.Disbursed("one", START, cny("6000")),
                        new LoanEvent.Disbursed("two", on, cny("6000"))));
        assertThat(account.state(on).accruedInterest()).isEqualTo(cny("32.90"));
        LoanAccount dearer = account.with(new LoanEvent.RateReset("up", on, Rate.ofPercent("24")));
        assertThat(dearer.state(on).accruedInterest()).isEqualTo(cny("32.90"));
    }

    @Test
    void aRevolvingLoanWhosePrincipalIsPaidBackIsOpenUntilItsEnd() {
        LoanAccount account = paidOut(account(terms(RepaymentMethod.REVOLVING)))
                .with(new LoanEvent.RepaidEarly("back", START.plusDays(10), cny("12000"), Excess.SMALLER_INSTALMENTS))
                .with(new LoanEvent.Repaid("interest", FIRST, cny("38.71")))
                .with(new LoanEvent.Disbursed("again", FIRST.plusDays(3), cny("5000")));
        assertThat(account.state(FIRST.plusDays(3)).principal()).isEqualTo(cny("5000"));
    }

    @Test
    void interestThatWasPutOffIsAskedForWithTheInstalmentThatEndsTheLoan() {
        LoanTermsBuilder graced = terms(RepaymentMethod.EQUAL_PRINCIPAL).grace(new Grace(0, 4, 0));
        LoanAccount account = paidOut(account(graced))
                .with(new LoanEvent.RepaidEarly("all", FIRST, cny("12000"), Excess.SMALLER_INSTALMENTS));
        assertThat(account.state(SECOND).dueInterest()).isEqualTo(cny("120"));
        assertThat(account.state(SECOND.plusYears(1)).payoff()).isEqualTo(cny("120"));
    }

    @Test
    void aFeeOnTheBalanceIsOnWhatIsOwedThen() {
        LoanTermsBuilder insured = terms(RepaymentMethod.EQUAL_PRINCIPAL)
                .fees(List.of(Fee.percentage(
                        "insurance", "insurer", Fee.Charged.EACH_INSTALMENT_ON_BALANCE, BigDecimal.ONE)));
        LoanAccount account = paidOut(account(insured))
                .with(new LoanEvent.RepaidEarly("early", START.plusDays(3), cny("6000"), Excess.FEWER_INSTALMENTS));
        assertThat(account.state(FIRST).dueFees()).isEqualTo(cny("60"));
    }

    @Test
    void periodsMoreFallDueOnTheAgreedDayAgain() {
        LocalDate last = LocalDate.of(2025, 1, 31);
        LoanAccount account = LoanAccount.open(AccountTerms.of(terms(RepaymentMethod.EQUAL_PRINCIPAL)
                        .instalments(1)
                        .build()
                        .resolve(last)))
                .with(new LoanEvent.Disbursed("out", last, cny("12000")))
                .with(new LoanEvent.Extended("more", last.plusDays(3), 2));
        assertThat(account.schedule(last.plusDays(3)))
                .extracting(AccountRow::dueDate)
                .containsExactly(LocalDate.of(2025, 2, 28), LocalDate.of(2025, 3, 31), LocalDate.of(2025, 4, 30));
    }

    @Test
    void aRateThatIsSetToWhatItIsMovesNoInstalment() {
        LoanAccount account = paidOut(account(terms(RepaymentMethod.EQUAL_INSTALMENT)))
                .with(new LoanEvent.Repaid("late", SECOND, cny("2070.58")));
        LoanAccount same = account.with(new LoanEvent.RateReset("same", SECOND, Rate.ofPercent("12")));
        assertThat(same.schedule(SECOND)).isEqualTo(account.schedule(SECOND));
    }

    private static LoanAccount late(DayCount dayCount) {
        PenaltyTerms penalty = new PenaltyTerms(new BigDecimal("1.5"), 0, false, dayCount);
        return paidOut(account(terms(RepaymentMethod.EQUAL_PRINCIPAL)
                        .rounding(Rounding.toCent(RoundingMode.UP).at(Rounding.Place.SLICE)))
                .with(LateInterest.NONE, penalty));
    }

    @Test
    void penaltyInterestIsRoundedOnceWhateverCutsIt() {
        LocalDate day = LocalDate.of(2025, 4, 14);
        LoanAccount cheaper = late(DayCount.ACT_365F)
                .with(new LoanEvent.RateReset("less", day.minusDays(2), Rate.ofPercent("11.99")));
        // 2,000 at 18 % for 56 days of 365 and at 17.985 % for 2: 57.2039; the same for 28 and 2: 29.5874; each rounded
        // up.
        assertThat(cheaper.state(day).duePenalty()).isEqualTo(cny("86.80"));
    }

    @Test
    void aRateThatIsSetToWhatItIsCutsNoPenaltyInterest() {
        LocalDate day = LocalDate.of(2025, 4, 14);
        LoanAccount same = late(DayCount.THIRTY_360)
                .with(new LoanEvent.RateReset("same", LocalDate.of(2025, 3, 31), Rate.ofPercent("12")));
        // 2,000 at 18 % for 59 days of 360, and for 29.
        assertThat(same.state(day).duePenalty()).isEqualTo(cny("88"));
    }

    @Test
    void theNewPlanLeavesThePenaltyOfWhatWasLateDue() {
        PenaltyTerms penalty = new PenaltyTerms(new BigDecimal("1.5"), 0, false, DayCount.ACT_360);
        LocalDate day = FIRST.plusDays(10);
        LoanAccount account = paidOut(
                        account(terms(RepaymentMethod.EQUAL_PRINCIPAL).rate(Rate.ofPercent("12")))
                                .with(LateInterest.NONE, penalty))
                .with(new LoanEvent.Repaid("interest", FIRST, cny("120")))
                .with(new LoanEvent.Rescheduled("anew", day, 5, null));
        // 2,000 at 18 % for ten days of 360.
        assertThat(account.schedule(day).getFirst().unpaid()).isEqualTo(cny("10"));
        assertThat(account.state(day).daysPastDue()).isEqualTo(10);
    }

    /** 15 February 2025 is a Saturday: all is due on Friday, with the interest of the whole month, 12,120. */
    @Test
    void whatIsLateFromTheDayAheadOfTheEndBearsInterestFromTheEndOn() {
        LoanTermsBuilder terms = terms(RepaymentMethod.EQUAL_PRINCIPAL)
                .instalments(1)
                .dateRules(DateRules.PLAIN.with(BusinessDayRule.PRECEDING, HolidayCalendar.WEEKENDS, false));
        LoanAccount account =
                paidOut(account(terms)).with(new LoanEvent.Repaid("a part", FIRST.minusDays(1), cny("1120")));
        // 11,000 for a month; a thirty-first of 110.00 more would count Friday to Saturday twice.
        assertThat(account.state(SECOND).dueInterest()).isEqualTo(cny("110"));
    }

    @Test
    void anAgreedRateIsMetWithWhatIsOwedThen() {
        LoanAccount account = LoanAccount.open(AccountTerms.of(terms(RepaymentMethod.EQUAL_INSTALMENT)
                        .build()
                        .resolving(START)
                        .rateFrom(SECOND, Rate.ofPercent("13.2"))
                        .resolve()))
                .with(new LoanEvent.Disbursed("out", START, cny("12000")))
                .with(new LoanEvent.RepaidEarly("early", FIRST, cny("6070.58"), Excess.FEWER_INSTALMENTS));
        // As when the rate is set on that day: 4,039.33 over two months at 1.1 %.
        assertThat(account.schedule(FIRST))
                .extracting(row -> row.total().amount().toPlainString())
                .containsExactly("6070.58", "2070.58", "2053.05", "2053.05");
    }

    /** Found by the lending trial, history of seed 33735: a rate that rises and falls back within a period. */
    @Test
    void aRateThatWasAgreedToComeBackWithinAPeriodMovesTheInstalmentAsInTheSchedule() {
        AccountTerms terms = AccountTerms.of(terms(RepaymentMethod.EQUAL_INSTALMENT)
                .build()
                .resolving(START)
                .rateFrom(SECOND.plusDays(3), Rate.ofPercent("24"))
                .rateFrom(SECOND.plusDays(13), Rate.ofPercent("12"))
                .resolve());
        assertThat(paidOut(terms).schedule(START))
                .extracting(AccountRow::principal)
                .isEqualTo(Schedule.of(terms.loan()).instalments().stream()
                        .map(Instalment::principal)
                        .toList());
    }

    /** 15 February 2025 and 15 March are Saturdays: the instalment is paid on Monday, its interest ends on Saturday. */
    @Test
    void whatIsPaidOnTheDayToPayWasNeverLate() {
        LoanTermsBuilder terms = terms(RepaymentMethod.EQUAL_PRINCIPAL)
                .dateRules(DateRules.PLAIN.with(BusinessDayRule.FOLLOWING, HolidayCalendar.WEEKENDS, false));
        LocalDate monday = FIRST.plusDays(2);
        LoanAccount account = paidOut(account(terms));
        LoanAccount paid = account.with(new LoanEvent.Repaid("1", monday, cny("2120")));
        assertThat(paid.state(SECOND).dueInterest()).isEqualTo(cny("100"));
        // Two days later it is late by two of 28 days: 10,000 for the month and 2,000 for those at 1 %.
        LoanAccount late = account.with(new LoanEvent.Repaid("1", monday.plusDays(2), cny("2120")));
        assertThat(late.state(SECOND).dueInterest()).isEqualTo(cny("101.43"));
    }
}
