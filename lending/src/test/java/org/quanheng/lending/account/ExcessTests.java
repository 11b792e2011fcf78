package org.quanheng.lending.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanheng.lending.account.SixMonths.FIRST;
import static org.quanheng.lending.account.SixMonths.START;
import static org.quanheng.lending.account.SixMonths.account;
import static org.quanheng.lending.account.SixMonths.cny;
import static org.quanheng.lending.account.SixMonths.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Rate;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.LoanTermsBuilder;
import org.quanheng.lending.terms.RepaymentMethod;

/** Money that comes before it is due, and money drawn later: 12,000 at 1 % a month in six principal parts of 2,000. */
class ExcessTests {
    /** 15 days of the first 31 are over. */
    private static final LocalDate BETWEEN = LocalDate.of(2025, 1, 30);

    private static LoanAccount paidOut(Excess onDueDate, Excess between) {
        return SixMonths.paidOut(account(terms(RepaymentMethod.EQUAL_PRINCIPAL)).withExcess(onDueDate, between));
    }

    private static List<String> rows(LoanAccount account, LocalDate asOf) {
        return account.schedule(asOf).stream()
                .map(row -> row.principal().amount() + " " + row.interest().amount() + " "
                        + row.balanceAfter().amount())
                .toList();
    }

    private static LoanAccount paid(Excess onDueDate, Excess between, String amount) {
        return paidOut(onDueDate, between).with(new LoanEvent.Repaid("early", BETWEEN, cny(amount)));
    }

    /** 12,000 for 15 days of 31 and 11,500 for 16: 58.0645 + 59.3548. */
    @Test
    void aPartOfTheRunningInstalmentCountsTowardsIt() {
        LoanAccount account = paid(Excess.SMALLER_INSTALMENTS, Excess.RUNNING_INSTALMENT, "500");
        assertThat(rows(account, BETWEEN))
                .containsExactly(
                        "2000.00 117.42 10000.00",
                        "2000.00 100.00 8000.00",
                        "2000.00 80.00 6000.00",
                        "2000.00 60.00 4000.00",
                        "2000.00 40.00 2000.00",
                        "2000.00 20.00 0.00");
        assertThat(account.schedule(BETWEEN).getFirst().paid()).isEqualTo(cny("500"));
    }

    /** 12,000 for 15 days of 31 and 7,000 for 16: 58.0645 + 36.1290. */
    @Test
    void whatExceedsTheRunningInstalmentMakesTheOthersSmaller() {
        LoanAccount account = paid(Excess.SMALLER_INSTALMENTS, Excess.RUNNING_INSTALMENT, "5000");
        List<String> expected = List.of(
                "5000.00 94.19 7000.00",
                "1400.00 70.00 5600.00",
                "1400.00 56.00 4200.00",
                "1400.00 42.00 2800.00",
                "1400.00 28.00 1400.00",
                "1400.00 14.00 0.00");
        assertThat(rows(account, BETWEEN)).isEqualTo(expected);
        assertThat(rows(account, FIRST)).isEqualTo(expected);
        assertThat(account.state(FIRST).due()).isEqualTo(cny("94.19"));
    }

    @Test
    void orFewer() {
        assertThat(rows(paid(Excess.FEWER_INSTALMENTS, Excess.RUNNING_INSTALMENT, "5000"), BETWEEN))
                .containsExactly(
                        "5000.00 94.19 7000.00",
                        "2000.00 70.00 5000.00",
                        "2000.00 50.00 3000.00",
                        "2000.00 30.00 1000.00",
                        "1000.00 10.00 0.00");
    }

    @Test
    void orItStaysAheadOfTheNext() {
        LoanAccount account = paid(Excess.NEXT_INSTALMENTS, Excess.RUNNING_INSTALMENT, "5000");
        assertThat(rows(account, BETWEEN))
                .isEqualTo(rows(paid(Excess.NEXT_INSTALMENTS, Excess.NEXT_INSTALMENTS, "5000"), BETWEEN));
        assertThat(account.schedule(BETWEEN))
                .extracting(row -> row.paid().amount().intValueExact())
                .containsExactly(2000, 2000, 1000, 0, 0, 0);
    }

    @Test
    void skippedInstalmentsAskForInterestUntilTheirPartsAreMadeUpFor() {
        List<String> later = List.of(
                "0.00 70.00 7000.00",
                "1000.00 70.00 6000.00",
                "2000.00 60.00 4000.00",
                "2000.00 40.00 2000.00",
                "2000.00 20.00 0.00");
        LoanAccount onDueDate = paidOut(Excess.SKIPPED_INSTALMENTS, Excess.NEXT_INSTALMENTS)
                .with(new LoanEvent.Repaid("more", FIRST, cny("5120")));
        assertThat(rows(onDueDate, FIRST).getFirst()).isEqualTo("5000.00 120.00 7000.00");
        assertThat(rows(onDueDate, FIRST).subList(1, 6)).isEqualTo(later);
        LoanAccount between = paid(Excess.SKIPPED_INSTALMENTS, Excess.RUNNING_INSTALMENT, "5000");
        assertThat(rows(between, BETWEEN).subList(1, 6)).isEqualTo(later);
    }

    @Test
    void theLastInstalmentTakesTheRestHoweverMuchWasSkipped() {
        LoanAccount account = paidOut(Excess.SKIPPED_INSTALMENTS, Excess.NEXT_INSTALMENTS)
                .with(new LoanEvent.Repaid("more", FIRST, cny("11120")));
        assertThat(rows(account, FIRST))
                .containsExactly(
                        "11000.00 120.00 1000.00",
                        "0.00 10.00 1000.00",
                        "0.00 10.00 1000.00",
                        "0.00 10.00 1000.00",
                        "0.00 10.00 1000.00",
                        "1000.00 10.00 0.00");
    }

    @Test
    void asScheduledMeansThatEarlyMoneySavesNoInterest() {
        LoanAccount account = paid(Excess.NEXT_INSTALMENTS_AS_SCHEDULED, Excess.NEXT_INSTALMENTS_AS_SCHEDULED, "3000");
        LoanAccount untouched = paidOut(Excess.NEXT_INSTALMENTS, Excess.NEXT_INSTALMENTS);
        assertThat(rows(account, BETWEEN)).isEqualTo(rows(untouched, BETWEEN));
        assertThat(account.schedule(BETWEEN))
                .extracting(row -> row.paid().amount().intValueExact())
                .containsExactly(2000, 1000, 0, 0, 0, 0);
        assertThat(account.state(BETWEEN).principal()).isEqualTo(cny("9000"));
        assertThat(account.state(BETWEEN).accruedInterest()).isEqualTo(cny("58.06"));
        assertThat(account.state(BETWEEN).payoff()).isEqualTo(cny("9058.06"));
        LoanAccount both =
                account.with(new LoanEvent.RepaidEarly("more", BETWEEN, cny("1000"), Excess.RUNNING_INSTALMENT));
        // 12,000 for 15 days of 31 and 11,000 for 16: the later thousand saves interest, the three before do not.
        assertThat(rows(both, BETWEEN).getFirst()).isEqualTo("2000.00 114.84 10000.00");
    }

    private static LoanAccount drawn(LoanTermsBuilder terms, String first, LocalDate on, String second) {
        AccountTerms account = AccountTerms.of(terms.build().resolve(START)).with(LateInterest.NONE, PenaltyTerms.NONE);
        return LoanAccount.open(account)
                .with(new LoanEvent.Disbursed("one", START, cny(first)))
                .with(new LoanEvent.Disbursed("two", on, cny(second)));
    }

    private static List<String> planned(LoanTermsBuilder terms, String first, LocalDate on, String second) {
        return Schedule.of(terms.build()
                        .resolving(START)
                        .draw(START, cny(first))
                        .draw(on, cny(second))
                        .resolve())
                .instalments()
                .stream()
                .map(row -> row.principal().amount() + " " + row.interest().amount() + " "
                        + row.balanceAfter().amount())
                .toList();
    }

    /** 6,000 for 17 days of 31 and 9,000 for 14: 32.9032 + 40.6452. */
    @Test
    void eachDrawDownHasItsDownPaymentOnItsDay() {
        LocalDate on = LocalDate.of(2025, 2, 1);
        LoanTermsBuilder terms = terms(RepaymentMethod.EQUAL_PRINCIPAL).downPaymentPercent(BigDecimal.valueOf(25));
        LoanAccount account = drawn(terms, "8000", on, "4000");
        assertThat(rows(account, on))
                .containsExactly(
                        "2000.00 0.00 6000.00",
                        "1000.00 0.00 9000.00",
                        "1500.00 73.55 7500.00",
                        "1500.00 75.00 6000.00",
                        "1500.00 60.00 4500.00",
                        "1500.00 45.00 3000.00",
                        "1500.00 30.00 1500.00",
                        "1500.00 15.00 0.00")
                .isEqualTo(planned(terms, "8000", on, "4000"));
        assertThat(account.schedule(on)).extracting(AccountRow::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(account.state(on).duePrincipal()).isEqualTo(cny("3000"));
    }

    @Test
    void onADueDateTheInstalmentComesFirst() {
        LoanTermsBuilder terms = terms(RepaymentMethod.EQUAL_PRINCIPAL).downPaymentPercent(BigDecimal.valueOf(25));
        assertThat(rows(drawn(terms, "8000", FIRST, "4000"), FIRST).subList(0, 4))
                .containsExactly(
                        "2000.00 0.00 6000.00",
                        "1000.00 60.00 9000.00",
                        "1000.00 0.00 8000.00",
                        "1600.00 80.00 6400.00")
                .isEqualTo(planned(terms, "8000", FIRST, "4000").subList(0, 4));
        assertThat(rows(drawn(terms, "8000", START, "4000"), START).subList(0, 3))
                .containsExactly("2000.00 0.00 10000.00", "1000.00 0.00 9000.00", "1500.00 90.00 7500.00")
                .isEqualTo(planned(terms, "8000", START, "4000").subList(0, 3));
    }

    /** 6,000 for the month and 6,000 for 14 days of 31: 60 + 27.0968. */
    @Test
    void flatInterestCountsOnWhatWasLentSoFar() {
        LocalDate on = LocalDate.of(2025, 2, 1);
        LoanTermsBuilder terms = terms(RepaymentMethod.FLAT);
        assertThat(rows(drawn(terms, "6000", on, "6000"), on))
                .containsExactly(
                        "2000.00 87.10 10000.00",
                        "2000.00 120.00 8000.00",
                        "2000.00 120.00 6000.00",
                        "2000.00 120.00 4000.00",
                        "2000.00 120.00 2000.00",
                        "2000.00 120.00 0.00")
                .isEqualTo(planned(terms, "6000", on, "6000"));
        assertThat(rows(drawn(terms, "6000", FIRST, "6000"), FIRST).subList(0, 3))
                .containsExactly("1000.00 60.00 11000.00", "2200.00 120.00 8800.00", "2200.00 120.00 6600.00")
                .isEqualTo(planned(terms, "6000", FIRST, "6000").subList(0, 3));
    }

    @Test
    void flatInterestCountsOnWhatWasLentAtANewRateToo() {
        LoanAccount account = LoanAccount.open(
                        AccountTerms.of(terms(RepaymentMethod.FLAT).build().resolve(START)))
                .with(new LoanEvent.Disbursed("out", START, cny("12000")))
                .with(new LoanEvent.Repaid("one", FIRST, cny("2120")));
        LoanAccount cheaper = account.with(new LoanEvent.RateReset("reset", FIRST, Rate.ofPercent("6")));
        assertThat(rows(cheaper, FIRST).subList(0, 2))
                .containsExactly("2000.00 120.00 10000.00", "2000.00 60.00 8000.00");
    }
}
