package org.quanheng.lending.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quanheng.lending.account.SixMonths.FIRST;
import static org.quanheng.lending.account.SixMonths.START;
import static org.quanheng.lending.account.SixMonths.account;
import static org.quanheng.lending.account.SixMonths.balances;
import static org.quanheng.lending.account.SixMonths.cny;
import static org.quanheng.lending.account.SixMonths.paidOut;
import static org.quanheng.lending.account.SixMonths.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.ledger.LedgerAccount;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.FloatingRate;
import org.quanheng.lending.terms.Grace;
import org.quanheng.lending.terms.IndexSeries;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.LoanTermsBuilder;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.ResolvedTerms;
import org.quanheng.lending.terms.Step;

/** Events that meet each other, on loans of 12,000 at 12 % over six months: every figure by pencil and paper. */
class ReplayTests {
    @Test
    void aPartnerFundsItsShareOfLaterDrawDownsToo() {
        LoanAccount account = LoanAccount.open(account(terms(RepaymentMethod.REVOLVING)))
                .with(List.of(
                        new LoanEvent.Disbursed("a", START, cny("1000")),
                        new LoanEvent.PartnerShared("p", START, "bank", BigDecimal.valueOf(30)),
                        new LoanEvent.Disbursed("b", START.plusDays(5), cny("1000.01")),
                        new LoanEvent.RepaidEarly("c", START.plusDays(5), cny("2000.01"), Excess.SMALLER_INSTALMENTS)));
        // 300.00 and then 600.00 of 2,000.01 in all: funded and given back to the cent.
        assertThat(balances(account.entries(START.plusDays(5))))
                .doesNotContainKey(LedgerAccount.PARTNER_FUNDING)
                .containsEntry(LedgerAccount.PARTNER_PAYABLE, "-600.00")
                .containsEntry(LedgerAccount.CASH, "600.00");
    }

    @Test
    void aRevolvingLoanThatIsPaidBackInFullCanBeDrawnAgain() {
        LocalDate settled = START.plusDays(10);
        LoanAccount account = LoanAccount.open(account(terms(RepaymentMethod.REVOLVING)))
                .with(new LoanEvent.Disbursed("a", START, cny("12000")));
        // 12,000 for 10 of the 31 days of a month at 1 %.
        assertThat(account.state(settled).payoff()).isEqualTo(cny("12038.71"));
        LoanAccount paid = account.with(new LoanEvent.Repaid("b", settled, cny("12038.71")));
        assertThat(paid.state(settled).status()).isEqualTo(LoanState.Status.ACTIVE);
        assertThat(paid.state(settled).payoff()).isEqualTo(cny("0"));
        assertThat(paid.state(FIRST).due()).isEqualTo(cny("0"));
        LoanAccount again = paid.with(new LoanEvent.Disbursed("c", START.plusDays(20), cny("6000")));
        // 38.71 were paid; 6,000 for the last 11 days are 21.29: 60.00 in all for the month.
        assertThat(again.state(FIRST).dueInterest()).isEqualTo(cny("21.29"));
        assertThat(again.schedule(FIRST).getLast().balanceAfter()).isEqualTo(cny("0"));
        assertThat(again.state(FIRST).principal()).isEqualTo(cny("6000"));
    }

    @Test
    void aHolidayNeverShortensAGrace() {
        LoanAccount account = paidOut(
                        account(terms(RepaymentMethod.EQUAL_PRINCIPAL).grace(new Grace(4, 0, 0))))
                .with(new LoanEvent.HolidayGranted("h", START.plusDays(1), 2));
        assertThat(account.schedule(START.plusDays(1)))
                .extracting(
                        row -> row.principal().amount() + " " + row.interest().amount())
                .containsExactly(
                        "0.00 0.00", "0.00 0.00", "0.00 360.00", "0.00 120.00", "6000.00 120.00", "6000.00 60.00");
    }

    @Test
    void anEventThatChangesNothingLeavesTheStepsOnTheirDays() {
        LoanTermsBuilder steps = terms(RepaymentMethod.EQUAL_INSTALMENT).step(new Step(2, BigDecimal.valueOf(20)));
        LoanAccount account = paidOut(account(steps));
        LoanAccount reset = account.with(new LoanEvent.Repaid(
                        "one", FIRST, account.schedule(FIRST).getFirst().total()))
                .with(new LoanEvent.RateReset("same", FIRST.plusDays(1), Rate.ofPercent("12")));
        List<BigDecimal> before = payments(account, START);
        List<BigDecimal> after = payments(reset, FIRST.plusDays(1));
        for (int k = 0; k < before.size(); k++) {
            // Only what rounding left in the first month moves anything.
            assertThat(after.get(k))
                    .as("instalment " + (k + 1))
                    .isCloseTo(before.get(k), within(new BigDecimal("0.05")));
        }
        assertThat(after.get(2)).isGreaterThan(after.get(1).multiply(new BigDecimal("1.19")));
    }

    private static List<BigDecimal> payments(LoanAccount account, LocalDate asOf) {
        return account.schedule(asOf).stream().map(row -> row.total().amount()).toList();
    }

    @Test
    void flatInterestStaysOnWhatWasLentUntilThereIsANewPlan() {
        LoanAccount account = paidOut(account(terms(RepaymentMethod.FLAT)));
        LocalDate later = START.plusMonths(3);
        List<LoanEvent> unchanged = List.of(
                new LoanEvent.RateReset("rate", later, Rate.ofPercent("12")),
                new LoanEvent.Extended("longer", later, 1),
                new LoanEvent.RepaidEarly("early", later, cny("9360"), Excess.SMALLER_INSTALMENTS));
        for (LoanEvent event : unchanged) {
            assertThat(account.with(event).schedule(later).getLast().interest())
                    .as(event.toString())
                    .isEqualTo(cny("120"));
        }
        LoanAccount anew = account.with(new LoanEvent.Rescheduled("anew", later, 6, Rate.ofPercent("6")));
        assertThat(anew.schedule(later).getLast().interest()).isEqualTo(cny("60"));
        LoanAccount half = LoanAccount.open(account(terms(RepaymentMethod.FLAT)))
                .with(new LoanEvent.Disbursed("half", START, cny("6000")));
        assertThat(half.schedule(START).getFirst().interest()).isEqualTo(cny("60"));
    }

    @Test
    void penaltyInterestFollowsARateThatWasAgreedToChange() {
        LoanTermsBuilder two = terms(RepaymentMethod.EQUAL_PRINCIPAL).instalments(2);
        ResolvedTerms loan = two.build()
                .resolving(START)
                .rateFrom(FIRST.plusDays(10), Rate.ofPercent("24"))
                .resolve();
        PenaltyTerms penalty = new PenaltyTerms(new BigDecimal("1.5"), 0, false, DayCount.ACT_360);
        LoanAccount account = LoanAccount.open(AccountTerms.of(loan).with(LateInterest.NONE, penalty))
                .with(new LoanEvent.Disbursed("out", START, cny("12000")));
        // 6,000 at 18 % for 10 days of 360, then at 36 % for 5.
        assertThat(account.state(FIRST.plusDays(15)).duePenalty()).isEqualTo(cny("60"));
    }

    @Test
    void anotherEventCutsNoPenaltyInTwo() {
        PenaltyTerms penalty = new PenaltyTerms(new BigDecimal("1.5"), 0, false, DayCount.THIRTY_360);
        LoanAccount account = LoanAccount.open(account(terms(RepaymentMethod.EQUAL_PRINCIPAL)
                                .rounding(Rounding.HALF_UP.at(Rounding.Place.SLICE)))
                        .with(LateInterest.NONE, penalty))
                .with(new LoanEvent.Disbursed("out", START, cny("12000")));
        LocalDate day = FIRST.plusMonths(2);
        LoanAccount more = account.with(new LoanEvent.FeeCharged("fee", FIRST.plusDays(10), "letter", cny("1")));
        assertThat(more.state(day).duePenalty()).isEqualTo(account.state(day).duePenalty());
        // 2,000 at 18 % for two months, and 2,000 for one.
        assertThat(account.state(day).duePenalty()).isEqualTo(cny("90"));
    }

    @Test
    void whatIsPaidWithinTheDaysOfGraceBearsNoPenalty() {
        PenaltyTerms penalty = new PenaltyTerms(new BigDecimal("1.5"), 3, true, DayCount.ACT_360);
        LoanAccount account =
                paidOut(account(terms(RepaymentMethod.EQUAL_PRINCIPAL)).with(LateInterest.NONE, penalty));
        LocalDate later = FIRST.plusDays(10);
        // 2,000 of principal and 120 of interest at 18 % for ten days of 360.
        assertThat(account.state(later).duePenalty()).isEqualTo(cny("10.60"));
        assertThat(account.state(FIRST.plusDays(3)).duePenalty()).isEqualTo(cny("0"));
        LoanAccount part = account.with(new LoanEvent.Repaid("part", FIRST.plusDays(3), cny("1120")));
        // What is left of it, 1,000, counts from the due date.
        assertThat(part.state(later).duePenalty()).isEqualTo(cny("5"));
        LoanAccount all = part.with(new LoanEvent.Repaid("rest", FIRST.plusDays(3), cny("1000")));
        assertThat(all.state(later).duePenalty()).isEqualTo(cny("0"));
        LoanAccount late = account.with(new LoanEvent.Repaid("late", FIRST.plusDays(4), cny("2124.24")));
        // 4.24 for four days.
        assertThat(late.state(later).due()).isEqualTo(cny("0"));
    }

    @Test
    void aLoanThatIsPaidInFullBringsNoFeeAnyMore() {
        List<Money> first = List.of(cny("12000"), cny("0"), cny("0"), cny("0"), cny("0"), cny("0"));
        LoanAccount account = paidOut(account(terms(RepaymentMethod.CUSTOM)
                .principalParts(first)
                .fees(List.of(Fee.eachInstalment("service", "lender", cny("10"))))));
        LocalDate late = FIRST.plusMonths(1).plusDays(5);
        // The principal, 120 of interest for the month until it was due and for the 33 days until it is paid, fees.
        Money payoff = account.state(late).payoff();
        LoanAccount paid = account.with(new LoanEvent.Repaid("all", late, payoff));
        assertThat(paid.state(late).status()).isEqualTo(LoanState.Status.CLOSED);
        assertThat(paid.state(late.plusMonths(6)).status()).isEqualTo(LoanState.Status.CLOSED);
        LoanAccount free = paidOut(account(terms(RepaymentMethod.CUSTOM)
                        .rate(Rate.ZERO)
                        .principalParts(first)
                        .fees(List.of(Fee.eachInstalment("service", "lender", cny("10"))))))
                .with(new LoanEvent.Repaid("all", late, cny("12020")));
        assertThat(free.state(late).status()).isEqualTo(LoanState.Status.CLOSED);
        assertThat(free.state(late.plusMonths(6)).due()).isEqualTo(cny("0"));
        assertThat(free.state(late.plusMonths(6)).status()).isEqualTo(LoanState.Status.CLOSED);
    }

    @Test
    void moneyPaidAheadSettlesALoanWithWhatWasLeftToPay() {
        LoanAccount account = paidOut(account(terms(RepaymentMethod.EQUAL_PRINCIPAL)
                                .fees(List.of(Fee.eachInstalment("service", "lender", cny("10")))))
                        .withExcess(Excess.NEXT_INSTALMENTS, Excess.NEXT_INSTALMENTS))
                .with(new LoanEvent.Repaid("ahead", START.plusDays(1), cny("12000")));
        // A thirty-first of 120.00 ran before; it falls due with the first fee.
        assertThat(account.state(FIRST).due()).isEqualTo(cny("13.87"));
        LoanAccount paid = account.with(new LoanEvent.Repaid("all", FIRST, cny("13.87")));
        assertThat(paid.schedule(FIRST.plusMonths(6)))
                .extracting(row -> row.principal().plus(row.interest()).plus(row.fees()))
                .containsExactly(cny("2013.87"), cny("10000"));
        assertThat(paid.state(FIRST.plusMonths(6)).status()).isEqualTo(LoanState.Status.CLOSED);
    }

    @Test
    void whatWasOverdueBearsInterestFromTheNewPlanOn() {
        LoanAccount account = paidOut(
                        account(terms(RepaymentMethod.EQUAL_PRINCIPAL)).with(LateInterest.NONE, PenaltyTerms.NONE))
                .with(new LoanEvent.Rescheduled("anew", FIRST.plusDays(14), 5, null));
        // 10,000 for 14 of 28 days and 12,000 for 14, at 1 % a month.
        assertThat(account.schedule(FIRST.plusDays(14)).get(1).interest()).isEqualTo(cny("110"));
        assertThat(account.state(FIRST.plusDays(14)).duePrincipal()).isEqualTo(cny("0"));
    }

    @Test
    void theScheduleToComeSupposesThatWhatIsOverdueIsPaidToday() {
        LoanAccount account = paidOut(account(terms(RepaymentMethod.EQUAL_PRINCIPAL)));
        // 12,000 for 14 of 28 days and 10,000 for 14; if nothing is paid, 12,000 for all of them.
        assertThat(account.schedule(FIRST.plusDays(14)).get(1).interest()).isEqualTo(cny("110"));
        assertThat(account.state(FIRST.plusMonths(1)).dueInterest()).isEqualTo(cny("240"));
    }

    @Test
    void aFeeOnTheBalanceOfARevolvingLoanIsOnWhatWasDrawnAgain() {
        Fee service = Fee.percentage("service", "lender", Fee.Charged.EACH_INSTALMENT_ON_BALANCE, BigDecimal.ONE);
        LoanAccount account = paidOut(account(terms(RepaymentMethod.REVOLVING).fees(List.of(service))))
                .with(List.of(
                        new LoanEvent.Repaid("all", START.plusDays(10), cny("12038.71")),
                        new LoanEvent.Disbursed("again", START.plusDays(20), cny("6000"))));
        assertThat(account.state(FIRST).dueFees()).isEqualTo(cny("60"));
    }

    @Test
    void theLastRateOfADayHoldsAndAnEarlierOneComesBeforeTheAgreed() {
        ResolvedTerms loan = terms(RepaymentMethod.INTEREST_ONLY_THEN_BULLET)
                .build()
                .resolving(START)
                .rateFrom(FIRST.plusMonths(1), Rate.ofPercent("24"))
                .resolve();
        LoanAccount account = LoanAccount.open(AccountTerms.of(loan))
                .with(List.of(
                        new LoanEvent.Disbursed("out", START, cny("12000")),
                        new LoanEvent.RateReset("a", FIRST, Rate.ofPercent("3")),
                        new LoanEvent.RateReset("b", FIRST, Rate.ofPercent("6"))));
        assertThat(account.schedule(START.plusDays(1)))
                .extracting(row -> row.interest().amount().toPlainString())
                .startsWith("120.00", "120.00", "240.00");
        assertThat(account.schedule(FIRST))
                .extracting(row -> row.interest().amount().toPlainString())
                .startsWith("120.00", "60.00", "240.00");
    }

    @Test
    void aChargeMakesNoDueDate() {
        AccountTerms terms = account(terms(RepaymentMethod.EQUAL_PRINCIPAL))
                .withExcess(Excess.NEXT_INSTALMENTS, Excess.SMALLER_INSTALMENTS);
        LocalDate day = START.plusDays(5);
        LoanAccount account = paidOut(terms)
                .with(new LoanEvent.FeeCharged("fee", day, "letter", cny("5")))
                .with(new LoanEvent.Repaid("pay", day, cny("6005")));
        assertThat(account.schedule(day).getLast().principal()).isEqualTo(cny("1000"));
    }

    @Test
    void aNewPlanShorterThanTheGraceEndsIt() {
        LoanAccount account = paidOut(
                        account(terms(RepaymentMethod.EQUAL_PRINCIPAL).grace(new Grace(4, 0, 0))))
                .with(new LoanEvent.Rescheduled("anew", FIRST.plusDays(1), 3, null));
        assertThat(account.schedule(FIRST.plusDays(1)))
                .extracting(row -> row.principal().amount().toPlainString())
                .containsExactly("0.00", "0.00", "0.00", "12000.00");
        LoanAccount longer = paidOut(
                        account(terms(RepaymentMethod.EQUAL_PRINCIPAL).grace(new Grace(3, 0, 0))))
                .with(new LoanEvent.Rescheduled("anew", FIRST.plusDays(1), 7, null));
        assertThat(longer.schedule(FIRST.plusDays(1)))
                .extracting(row -> row.principal().amount().toPlainString())
                .containsExactly("0.00", "0.00", "0.00", "2400.00", "2400.00", "2400.00", "2400.00", "2400.00");
    }

    @Test
    void aNewRateMovesNoPrincipalOfEqualParts() {
        LoanAccount account = LoanAccount.open(account(terms(RepaymentMethod.EQUAL_PRINCIPAL)
                        .principal(cny("100"))
                        .instalments(3)))
                .with(List.of(
                        new LoanEvent.Disbursed("out", START, cny("100")),
                        new LoanEvent.RateReset("rate", FIRST.plusDays(5), Rate.ofPercent("6"))));
        assertThat(account.schedule(FIRST.plusDays(5)))
                .extracting(row -> row.principal().amount().toPlainString())
                .containsExactly("33.33", "33.33", "33.34");
    }

    @Test
    void anIndexThatStaysCutsNoPeriod() {
        LoanTerms terms = LoanTerms.builder()
                .principal(cny("10000.01"))
                .floatingRate(new FloatingRate("LPR-1Y", Rate.ofPercent("0.9"), Frequency.WEEKLY, null, null))
                .method(RepaymentMethod.INTEREST_ONLY_THEN_BULLET)
                .instalments(2)
                .rounding(Rounding.HALF_UP.at(Rounding.Place.SLICE))
                .build();
        IndexSeries index = new IndexSeries("LPR-1Y", Map.of(START, Rate.ofPercent("3.1")));
        ResolvedTerms loan = terms.resolving(START).index(index).resolve();
        LoanAccount account =
                LoanAccount.open(AccountTerms.of(loan)).with(new LoanEvent.Disbursed("out", START, cny("10000.01")));
        // 4 % of 10,000.01 for a month, rounded once.
        assertThat(Schedule.of(loan).instalment(1).interest()).isEqualTo(cny("33.33"));
        assertThat(account.state(FIRST).dueInterest()).isEqualTo(cny("33.33"));
    }
}
