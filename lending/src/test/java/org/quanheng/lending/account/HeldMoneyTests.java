package org.quanheng.lending.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quanheng.lending.account.SixMonths.FIRST;
import static org.quanheng.lending.account.SixMonths.SECOND;
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
import org.quanheng.fault.FaultyInputException;
import org.quanheng.lending.ledger.LedgerAccount;
import org.quanheng.lending.ledger.LedgerEntry;
import org.quanheng.lending.terms.RepaymentMethod;

/** Money that is held for the borrower: 12,000 at 1 % a month in six principal parts of 2,000. */
class HeldMoneyTests {
    private static final LocalDate EARLY = FIRST.minusDays(2);

    private static LoanAccount loan() {
        return paidOut(account(terms(RepaymentMethod.EQUAL_PRINCIPAL)));
    }

    private static LoanAccount paid(LocalDate on, String amount) {
        return loan().with(new LoanEvent.Repaid("pay", on, cny(amount)));
    }

    /** Whoever pays the whole instalment before it is due has paid it, interest and all, and is never late. */
    @Test
    void anInstalmentPaidDaysEarlyIsPaidOnItsDay() {
        LoanAccount account = paid(EARLY, "2120");
        LoanState waiting = account.state(EARLY);
        assertThat(waiting.held()).isEqualTo(cny("2120"));
        assertThat(waiting.principal()).isEqualTo(cny("12000"));
        LoanState due = account.state(FIRST);
        assertThat(due.due()).isEqualTo(cny("0"));
        assertThat(due.held()).isEqualTo(cny("0"));
        assertThat(due.principal()).isEqualTo(cny("10000"));
        assertThat(account.state(SECOND.minusDays(1)).daysPastDue()).isZero();
        assertThat(account.schedule(FIRST)).isEqualTo(paid(FIRST, "2120").schedule(FIRST));
        assertThat(balances(account.entries(FIRST)))
                .isEqualTo(balances(paid(FIRST, "2120").entries(FIRST)));
    }

    @Test
    void theLedgerHoldsItAndAppliesItWhenSomethingFallsDue() {
        List<LedgerEntry> entries = paid(EARLY, "2500").entries(FIRST);
        assertThat(entries)
                .extracting(LedgerEntry::kind)
                .containsExactly(
                        LedgerEntry.Kind.DISBURSEMENT,
                        LedgerEntry.Kind.REPAYMENT,
                        LedgerEntry.Kind.INTEREST,
                        LedgerEntry.Kind.HELD_APPLIED);
        assertThat(entries).extracting(LedgerEntry::event).containsExactly("out", "pay", null, null);
        assertThat(balances(entries.subList(1, 2)))
                .containsOnly(
                        Map.entry(LedgerAccount.CASH, "2500.00"),
                        Map.entry(LedgerAccount.HELD_FOR_BORROWERS, "-2500.00"));
        assertThat(balances(entries)).containsEntry(LedgerAccount.HELD_FOR_BORROWERS, "-380.00");
    }

    @Test
    void itPaysOneInstalmentAfterTheOther() {
        LoanAccount account = paid(EARLY, "4000");
        // 2,120 for the first; of the second one's 2,100 the other 1,880.
        assertThat(account.state(SECOND).due()).isEqualTo(cny("220"));
        assertThat(account.schedule(EARLY))
                .extracting(row -> row.paid().amount().toPlainString())
                .containsExactly("2120.00", "1880.00", "0.00", "0.00", "0.00", "0.00");
    }

    @Test
    void aFeeChargedMeanwhileIsPaidFromIt() {
        LoanAccount account =
                paid(EARLY, "2120").with(new LoanEvent.FeeCharged("fee", EARLY.plusDays(1), "letter", cny("20")));
        assertThat(account.state(EARLY.plusDays(1)).dueFees()).isEqualTo(cny("0"));
        assertThat(account.state(EARLY.plusDays(1)).held()).isEqualTo(cny("2100"));
        assertThat(account.state(FIRST).due()).isEqualTo(cny("20"));
    }

    /** Between what is due and what settles the loan there is no amount that cannot be paid. */
    @Test
    void whatLacksACentOfThePayoffIsHeldAndTheCentSettles() {
        LocalDate day = FIRST.minusDays(1);
        LoanState before = loan().state(day);
        String almost = before.payoff().minus(cny("0.01")).amount().toPlainString();
        LoanAccount account = paid(day, almost);
        assertThat(account.state(day).principal()).isEqualTo(cny("12000"));
        assertThat(account.state(day).payoff()).isEqualTo(cny("0.01"));
        LoanAccount settled = account.with(new LoanEvent.Repaid("cent", day, cny("0.01")));
        assertThat(settled.state(day).status()).isEqualTo(LoanState.Status.CLOSED);
        assertThat(settled.state(day).held()).isEqualTo(cny("0"));
        assertThat(settled.schedule(day))
                .isEqualTo(paid(day, before.payoff().amount().toPlainString()).schedule(day));
    }

    @Test
    void whatExceedsAllThatIsOwedIsHeldAndGoesBack() {
        LoanAccount account = paid(FIRST, "13000");
        assertThat(account.state(FIRST).status()).isEqualTo(LoanState.Status.CLOSED);
        assertThat(account.state(FIRST).held()).isEqualTo(cny("880"));
        LoanAccount more = account.with(new LoanEvent.Repaid("standing order", SECOND, cny("100")));
        assertThat(more.state(SECOND).held()).isEqualTo(cny("980"));
        LoanAccount refunded = more.with(new LoanEvent.Refunded("back", SECOND, cny("980")));
        assertThat(refunded.state(SECOND).held()).isEqualTo(cny("0"));
        assertThat(balances(refunded.entries(SECOND)))
                .containsOnly(
                        Map.entry(LedgerAccount.CASH, "120.00"), Map.entry(LedgerAccount.INTEREST_INCOME, "-120.00"));
        assertThat(refunded.entries(SECOND).getLast().kind()).isEqualTo(LedgerEntry.Kind.REFUND);
        assertThatThrownBy(() -> more.with(new LoanEvent.Refunded("back", SECOND, cny("980.01"))))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining("amount: expected at most CNY 980.00, which is held, came CNY 980.01");
    }

    @Test
    void aPartnerTakesItsShareWhenItIsApplied() {
        LoanAccount account = loan().with(List.of(
                new LoanEvent.PartnerShared("p", START, "bank", new BigDecimal("50")),
                new LoanEvent.Repaid("pay", EARLY, cny("2120"))));
        assertThat(balances(account.entries(EARLY))).doesNotContainKey(LedgerAccount.PARTNER_PAYABLE);
        assertThat(balances(account.entries(FIRST))).containsEntry(LedgerAccount.PARTNER_PAYABLE, "-1060.00");
    }

    @Test
    void whatIsHeldLessensALoss() {
        LocalDate lost = START.plusDays(1);
        LoanAccount account = paid(START, "5000").with(new LoanEvent.WrittenOff("lost", lost));
        // 12,000 and a day of 31 of 120.00, less 5,000.
        assertThat(account.state(lost).lost()).isEqualTo(cny("7003.87"));
        assertThat(account.state(lost).held()).isEqualTo(cny("0"));
        assertThat(balances(account.entries(lost)))
                .containsEntry(LedgerAccount.WRITE_OFF_EXPENSE, "7003.87")
                .doesNotContainKey(LedgerAccount.HELD_FOR_BORROWERS);
    }

    @Test
    void earlyRepaymentLeavesWhatIsHeldForTheNextInstalment() {
        LoanAccount account = paid(EARLY, "2120")
                .with(new LoanEvent.RepaidEarly("early", EARLY, cny("6000"), Excess.SMALLER_INSTALMENTS));
        assertThat(account.state(EARLY).held()).isEqualTo(cny("2120"));
        assertThat(account.state(EARLY).principal()).isEqualTo(cny("6000"));
        assertThat(account.state(FIRST).due()).isEqualTo(cny("0"));
        // A part of 1,000 and its interest of 116.13: 12,000 for 29 days of 31 and 6,000 for two.
        assertThat(account.state(FIRST).held()).isEqualTo(cny("1003.87"));
    }

    /** What a payment left of the running instalment is principal already, and stays so where the rest would be held. */
    @Test
    void whatIsRepaidBeyondTheRunningInstalmentStaysAhead() {
        AccountTerms held =
                account(terms(RepaymentMethod.EQUAL_PRINCIPAL)).withExcess(Excess.HELD, Excess.RUNNING_INSTALMENT);
        AccountTerms ahead = held.withExcess(Excess.NEXT_INSTALMENTS, Excess.RUNNING_INSTALMENT);
        LoanEvent pay = new LoanEvent.Repaid("pay", EARLY, cny("3000"));
        assertThat(paidOut(held).with(pay).schedule(SECOND))
                .isEqualTo(paidOut(ahead).with(pay).schedule(SECOND));
    }
}
