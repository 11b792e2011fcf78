package org.quanheng.lending.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.ledger.LedgerAccount;
import org.quanheng.lending.ledger.LedgerEntry;
import org.quanheng.lending.ledger.Posting;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.RepaymentMethod;

class LoanAccountTests {
    private static final LocalDate START = LocalDate.of(2025, 1, 15);
    private static final LocalDate FIRST = START.plusMonths(1);
    private static final LocalDate SECOND = START.plusMonths(2);

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }

    private static LoanTerms terms(RepaymentMethod method) {
        return LoanTerms.monthly(cny("12000"), Rate.ofPercent("12"), 6, method);
    }

    private static AccountTerms accountTerms() {
        return AccountTerms.of(terms(RepaymentMethod.EQUAL_INSTALMENT).resolve(START));
    }

    private static LoanAccount paidOut(AccountTerms terms) {
        return LoanAccount.open(terms).with(new LoanEvent.Disbursed("out", START, cny("12000")));
    }

    private static LoanEvent repaid(String id, LocalDate date, String amount) {
        return new LoanEvent.Repaid(id, date, cny(amount));
    }

    private static List<String> rows(LoanAccount account, LocalDate asOf) {
        return account.schedule(asOf).stream()
                .map(row -> row.number() + " " + row.dueDate() + " "
                        + row.principal().amount() + " "
                        + row.interest().amount() + " " + row.unpaid().amount() + " "
                        + row.balanceAfter().amount())
                .toList();
    }

    @Test
    void beginsWithTheScheduleOfItsTermsForEveryMethod() {
        for (RepaymentMethod method : List.of(
                RepaymentMethod.EQUAL_INSTALMENT,
                RepaymentMethod.EQUAL_PRINCIPAL,
                RepaymentMethod.INTEREST_ONLY_THEN_BULLET,
                RepaymentMethod.BULLET,
                RepaymentMethod.FLAT)) {
            AccountTerms terms = AccountTerms.of(terms(method).resolve(START));
            assertThat(paidOut(terms).schedule(START))
                    .extracting(row -> row.principal() + " " + row.interest() + " " + row.balanceAfter())
                    .isEqualTo(Schedule.of(terms.loan()).instalments().stream()
                            .map(row -> row.principal() + " " + row.interest() + " " + row.balanceAfter())
                            .toList());
        }
    }

    @Test
    void isPaidOffByItsInstalments() {
        LoanAccount account = paidOut(accountTerms());
        for (AccountRow row : account.schedule(START)) {
            account = account.with(new LoanEvent.Repaid("pay " + row.number(), row.dueDate(), row.total()));
        }
        LoanState end = account.state(START.plusMonths(6));
        assertThat(end.status()).isEqualTo(LoanState.Status.CLOSED);
        assertThat(end.principal()).isEqualTo(cny("0"));
        assertThat(end.payoff()).isEqualTo(cny("0"));
        assertThat(sum(account, LedgerAccount.PRINCIPAL_RECEIVABLE)).isEqualTo(cny("0"));
        assertThat(sum(account, LedgerAccount.INTEREST_RECEIVABLE)).isEqualTo(cny("0"));
        assertThat(sum(account, LedgerAccount.CASH).negate()).isEqualTo(sum(account, LedgerAccount.INTEREST_INCOME));
    }

    private static Money sum(LoanAccount account, LedgerAccount name) {
        Money sum = cny("0");
        for (LedgerEntry entry : account.entries(START.plusYears(5))) {
            for (Posting posting : entry.postings()) {
                sum = posting.account() == name ? sum.plus(posting.amount()) : sum;
            }
        }
        return sum;
    }

    @Test
    void knowsWhatIsDueAndHowLateItIs() {
        LoanAccount account = paidOut(accountTerms());
        LoanState onTheDay = account.state(FIRST);
        assertThat(onTheDay.status()).isEqualTo(LoanState.Status.ACTIVE);
        assertThat(onTheDay.due()).isEqualTo(cny("2070.58"));
        assertThat(onTheDay.daysPastDue()).isZero();
        LoanState late = account.state(FIRST.plusDays(31));
        assertThat(late.status()).isEqualTo(LoanState.Status.OVERDUE);
        assertThat(late.daysPastDue()).isEqualTo(31);
        assertThat(late.oldestDue()).isEqualTo(FIRST);
        assertThat(late.bucket()).isEqualTo(ArrearsBucket.DPD_31_60);
        assertThat(late.tier(RiskTier.CHINA_2023)).isEqualTo(RiskTier.SPECIAL_MENTION);
    }

    @Test
    void settlesOnAnyDayForThePayoffAndNotACentMore() {
        LoanAccount account = paidOut(accountTerms()).with(repaid("one", FIRST, "2070.58"));
        LocalDate day = FIRST.plusDays(10);
        Money payoff = account.state(day).payoff();
        assertThat(payoff).isEqualTo(cny("10049.42").plus(account.state(day).accruedInterest()));
        LoanAccount settled = account.with(new LoanEvent.Repaid("all", day, payoff));
        assertThat(settled.state(day).status()).isEqualTo(LoanState.Status.CLOSED);
        assertThat(settled.schedule(day)).hasSize(2);
        LoanEvent more = new LoanEvent.RepaidEarly("more", day, payoff.plus(cny("0.01")), Excess.SMALLER_INSTALMENTS);
        assertThatThrownBy(() -> account.with(more))
                .hasMessageContaining("amount: expected at most CNY 10049.42, or " + payoff + " to settle the loan")
                .hasMessageContaining("came " + payoff.plus(cny("0.01")));
    }

    @Test
    void anEarlyRepaymentMakesFewerOrSmallerInstalments() {
        LoanAccount account = paidOut(accountTerms()).with(repaid("one", FIRST, "2070.58"));
        LoanAccount fewer =
                account.with(new LoanEvent.RepaidEarly("early", FIRST, cny("4000"), Excess.FEWER_INSTALMENTS));
        assertThat(rows(fewer, FIRST))
                .containsExactly(
                        "1 2025-02-15 5950.58 120.00 0.00 6049.42",
                        "2 2025-03-15 2010.09 60.49 2070.58 4039.33",
                        "3 2025-04-15 2030.19 40.39 2070.58 2009.14",
                        "4 2025-05-15 2009.14 20.09 2029.23 0.00");
        LoanAccount smaller =
                account.with(new LoanEvent.RepaidEarly("early", FIRST, cny("4000"), Excess.SMALLER_INSTALMENTS));
        assertThat(smaller.schedule(FIRST)).hasSize(6);
        assertThat(smaller.schedule(FIRST).get(1).total()).isEqualTo(cny("1246.42"));
        LoanAccount ahead =
                account.with(new LoanEvent.RepaidEarly("early", FIRST, cny("4000"), Excess.NEXT_INSTALMENTS));
        assertThat(ahead.schedule(FIRST).get(1).total()).isEqualTo(cny("2070.58"));
        assertThat(ahead.schedule(FIRST).get(1).unpaid()).isLessThan(cny("100"));
    }

    @Test
    void aBackDatedEventIsAsGoodAsOneThatCameInTime() {
        LoanEvent first = repaid("one", FIRST, "2070.58");
        LoanEvent second = repaid("two", SECOND, "2070.58");
        LoanAccount inTime = paidOut(accountTerms()).with(first).with(second);
        Effect effect = paidOut(accountTerms()).with(second).preview(first);
        LoanAccount late = effect.after();
        LocalDate asOf = START.plusMonths(3);
        assertThat(late.state(asOf)).isEqualTo(inTime.state(asOf));
        assertThat(late.schedule(asOf)).isEqualTo(inTime.schedule(asOf));
        assertThat(late.entries(asOf)).isEqualTo(inTime.entries(asOf));
        assertThat(effect.entries()).hasSizeGreaterThan(1);
    }

    @Test
    void areEqualIfTermsAndEventsAre() {
        LoanEvent paid = repaid("one", FIRST, "2070.58");
        LoanAccount account = paidOut(accountTerms());
        LoanAccount again = paidOut(accountTerms());
        assertThat(account).isEqualTo(again).hasSameHashCodeAs(again).isNotEqualTo(account.with(paid));
        assertThat(account.terms()).isEqualTo(again.terms());
        assertThat(account.preview(paid)).isEqualTo(again.preview(paid));
        assertThat(paidOut(accountTerms().with(AllocationOrder.PRINCIPAL_FIRST)))
                .isNotEqualTo(account)
                .isNotEqualTo("account");
        assertThat(account).hasToString(account.terms().loan() + ", 1 events");
    }

    @Test
    void aReversedEventIsAsIfItHadNeverBeen() {
        LoanAccount account = paidOut(accountTerms());
        LoanAccount reversed =
                account.with(repaid("one", FIRST, "2070.58")).with(new LoanEvent.Reversed("undo", SECOND, "one"));
        assertThat(reversed.state(SECOND)).isEqualTo(account.state(SECOND));
        assertThatThrownBy(() -> reversed.with(new LoanEvent.Reversed("again", SECOND, "one")))
                .hasMessageContaining("one not reversed yet");
        assertThatThrownBy(() -> account.with(new LoanEvent.Reversed("undo", SECOND, "nothing")))
                .hasMessageContaining("the id of a recorded event");
    }

    @Test
    void overduePrincipalBearsPenaltyInterestUntilItIsPaid() {
        AccountTerms terms = accountTerms()
                .with(LateInterest.NONE, new PenaltyTerms(new BigDecimal("1.5"), 3, false, DayCount.ACT_360));
        LoanAccount account = paidOut(terms);
        assertThat(account.state(FIRST.plusDays(3)).duePenalty()).isEqualTo(cny("0"));
        assertThat(account.state(FIRST.plusDays(10)).duePenalty()).isEqualTo(cny("9.75"));
        LoanAccount paid = account.with(repaid("late", FIRST.plusDays(10), "2080.33"));
        assertThat(paid.state(FIRST.plusDays(10)).due()).isEqualTo(cny("0"));
        assertThat(sum(paid, LedgerAccount.PENALTY_INCOME)).isEqualTo(cny("-9.75"));
    }

    @Test
    void aHolidayPutsOffAndAnExtensionStretches() {
        LoanAccount account = paidOut(accountTerms());
        LoanAccount holiday = account.with(new LoanEvent.HolidayGranted("rest", START.plusDays(1), 2));
        List<AccountRow> rows = holiday.schedule(START.plusDays(1));
        assertThat(rows.get(0).total()).isEqualTo(cny("0"));
        assertThat(rows.get(1).total()).isEqualTo(cny("0"));
        assertThat(rows.get(2).interest()).isEqualTo(cny("360.00"));
        LoanAccount extended = account.with(new LoanEvent.Extended("longer", START.plusDays(1), 6));
        assertThat(extended.schedule(START.plusDays(1))).hasSize(12);
        assertThat(extended.schedule(START.plusDays(1)).getFirst().total()).isEqualTo(cny("1066.19"));
    }

    @Test
    void aRestructuredLoanRollsWhatIsOverdueIntoTheNewPlan() {
        LocalDate day = FIRST.plusDays(5);
        LoanAccount account =
                paidOut(accountTerms()).with(new LoanEvent.Rescheduled("new plan", day, 11, Rate.ofPercent("6")));
        LoanState state = account.state(day);
        assertThat(state.duePrincipal()).isEqualTo(cny("0"));
        assertThat(state.dueInterest()).isEqualTo(cny("120.00"));
        assertThat(state.principal()).isEqualTo(cny("12000"));
        assertThat(account.schedule(day)).hasSize(12);
        assertThat(account.schedule(day).getLast().balanceAfter()).isEqualTo(cny("0"));
    }

    @Test
    void aRateResetChangesTheRunningPeriodFromThatDayOn() {
        LoanAccount account =
                paidOut(accountTerms()).with(new LoanEvent.RateReset("up", START.plusDays(10), Rate.ofPercent("24")));
        Money interest = account.state(FIRST).dueInterest();
        assertThat(interest).isEqualTo(cny("201.29"));
    }

    @Test
    void partnersTakeTheirShareOfWhatIsPaid() {
        LoanAccount account = paidOut(accountTerms())
                .with(new LoanEvent.PartnerShared("joint", START, "partner bank", new BigDecimal("70")))
                .with(repaid("one", FIRST, "2070.58"));
        assertThat(sum(account, LedgerAccount.PARTNER_PAYABLE)).isEqualTo(cny("-1449.41"));
        assertThat(sum(account, LedgerAccount.PARTNER_FUNDING)).isEqualTo(cny("-7034.59"));
    }

    @Test
    void aWrittenOffLoanLeavesTheBooksAndCanStillBeRecovered() {
        LocalDate day = START.plusMonths(7);
        LoanAccount lost = paidOut(accountTerms()).with(new LoanEvent.WrittenOff("lost", day));
        LoanState state = lost.state(day);
        assertThat(state.status()).isEqualTo(LoanState.Status.WRITTEN_OFF);
        assertThat(state.principal()).isEqualTo(cny("0"));
        assertThat(sum(lost, LedgerAccount.PRINCIPAL_RECEIVABLE)).isEqualTo(cny("0"));
        LoanAccount back = lost.with(new LoanEvent.Recovered("some", day.plusDays(9), cny("500")));
        assertThat(back.state(day.plusDays(9)).lost()).isEqualTo(state.lost().minus(cny("500")));
        assertThatThrownBy(() -> lost.with(repaid("pay", day.plusDays(1), "1")))
                .hasMessageContaining("one that is not written off");
    }

    @Test
    void feesAreChargedAndGoToTheirOrder() {
        LoanTerms terms = terms(RepaymentMethod.EQUAL_INSTALMENT).toBuilder()
                .fees(List.of(
                        Fee.upFront("arrangement", "lender", cny("100")),
                        Fee.eachInstalment("insurance", "insurer", cny("5"))))
                .build();
        LoanAccount account = paidOut(AccountTerms.of(terms.resolve(START)))
                .with(new LoanEvent.FeeCharged("copy", START.plusDays(3), "statement", cny("2")));
        LoanState state = account.state(FIRST);
        assertThat(state.dueFees()).isEqualTo(cny("7"));
        assertThat(sum(account, LedgerAccount.FEE_INCOME).isNegative()).isTrue();
    }

    @Test
    void refusesWhatCannotBe() {
        LoanAccount account = paidOut(accountTerms());
        assertThatThrownBy(() -> account.with(repaid("early bird", START.minusDays(1), "1")))
                .hasMessageContaining("date: expected 2025-01-15 or later, came 2025-01-14");
        assertThatThrownBy(() -> account.with(repaid("nothing", FIRST, "0"))).hasMessageContaining("above zero");
        assertThatThrownBy(() -> account.with(repaid("out", FIRST, "1"))).hasMessageContaining("not used before");
        assertThatThrownBy(() -> account.with(new LoanEvent.Repaid("euros", FIRST, Money.of("EUR", "1"))))
                .hasMessageContaining("an amount in CNY");
        assertThatThrownBy(() -> account.with(new LoanEvent.Disbursed("twice", FIRST, cny("1"))))
                .hasMessageContaining("at most CNY 0.00");
        assertThatThrownBy(() -> account.with(new LoanEvent.HolidayGranted("long", FIRST, 9)))
                .hasMessageContaining("1 to 4");
        assertThatThrownBy(() -> account.with(new LoanEvent.Extended("no", FIRST, 0)))
                .hasMessageContaining("1 to 600");
        assertThatThrownBy(() -> account.with(new LoanEvent.RateReset("no", FIRST, Rate.ofPercent("-200"))))
                .hasMessageContaining("0 % to 1000 %");
        assertThatThrownBy(() -> account.with(new LoanEvent.Recovered("no", FIRST, cny("1"))))
                .hasMessageContaining("one that was written off");
        assertThatThrownBy(() -> LoanAccount.open(accountTerms()).with(repaid("no", FIRST, "1")))
                .hasMessageContaining("one that was paid out");
        assertThatThrownBy(() -> new AllocationOrder(
                        List.of(AllocationOrder.Part.PRINCIPAL), AllocationOrder.Scope.PART_BY_PART))
                .hasMessageContaining("each of PENALTY, INTEREST, FEE, PRINCIPAL");
    }
}
