package org.quanheng.lending.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quanheng.lending.account.SixMonths.FIRST;
import static org.quanheng.lending.account.SixMonths.START;
import static org.quanheng.lending.account.SixMonths.account;
import static org.quanheng.lending.account.SixMonths.balances;
import static org.quanheng.lending.account.SixMonths.cny;
import static org.quanheng.lending.account.SixMonths.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.ledger.LedgerAccount;
import org.quanheng.lending.ledger.LedgerEntry;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.LoanTermsBuilder;
import org.quanheng.lending.terms.RepaymentMethod;

/** What stands in the books after draw-downs, fees, partners and events that come late; by pencil and paper. */
class BooksTests {
    private static LoanAccount open(LoanTermsBuilder terms) {
        return LoanAccount.open(account(terms));
    }

    private static LoanEvent drawn(String id, LocalDate day, String amount) {
        return new LoanEvent.Disbursed(id, day, cny(amount));
    }

    @Test
    void feesUpFrontAreKeptBackFromTheFirstDrawDownOnly() {
        LoanAccount account = open(terms(RepaymentMethod.EQUAL_PRINCIPAL)
                        .fees(List.of(
                                Fee.upFront("opening", "lender", cny("100")),
                                Fee.upFront("search", "registry", cny("20")))))
                .with(drawn("a", START, "6000"));
        Map<LedgerAccount, String> once = Map.of(
                LedgerAccount.CASH, "-5880.00",
                LedgerAccount.PRINCIPAL_RECEIVABLE, "6000.00",
                LedgerAccount.FEE_INCOME, "-100.00",
                LedgerAccount.FEE_PAYABLE, "-20.00");
        assertThat(balances(account.entries(START))).isEqualTo(once);
        assertThat(account.state(START).dueFees()).isEqualTo(cny("0"));
        assertThat(account.schedule(START).getFirst().fees()).isEqualTo(cny("120"));
        assertThat(account.schedule(START).getFirst().paid()).isEqualTo(cny("120"));
        LoanAccount again = account.with(drawn("b", START.plusDays(10), "6000"));
        assertThat(balances(again.entries(START.plusDays(10))))
                .containsEntry(LedgerAccount.CASH, "-11880.00")
                .containsEntry(LedgerAccount.FEE_INCOME, "-100.00");
        LoanAccount free = open(terms(RepaymentMethod.EQUAL_PRINCIPAL)).with(drawn("a", START, "12000"));
        assertThat(free.schedule(START)).hasSize(6);
        assertThat(balances(free.entries(START))).doesNotContainKey(LedgerAccount.FEE_INCOME);
    }

    @Test
    void whatAGuarantorReceivesOfAnInstalmentsFeesIsOwedToIt() {
        LoanAccount account = open(terms(RepaymentMethod.EQUAL_PRINCIPAL)
                        .fees(List.of(
                                Fee.eachInstalment("service", Fee.LENDER, cny("10")),
                                Fee.percentage(
                                        "guarantee",
                                        "Guarantor",
                                        Fee.Charged.EACH_INSTALMENT_ON_BALANCE,
                                        new BigDecimal("0.5")))))
                .with(drawn("a", START, "12000"));
        // Half a percent of 12,000, then of 10,000.
        assertThat(balances(account.entries(FIRST)))
                .containsEntry(LedgerAccount.FEE_RECEIVABLE, "70.00")
                .containsEntry(LedgerAccount.FEE_INCOME, "-10.00")
                .containsEntry(LedgerAccount.FEE_PAYABLE, "-60.00");
        assertThat(balances(account.entries(SixMonths.SECOND)))
                .containsEntry(LedgerAccount.FEE_INCOME, "-20.00")
                .containsEntry(LedgerAccount.FEE_PAYABLE, "-110.00");
    }

    @Test
    void aDownPaymentOfEachDrawDownIsDueAtOnceAndBearsNoInterest() {
        LoanAccount account = open(terms(RepaymentMethod.EQUAL_PRINCIPAL).downPaymentPercent(BigDecimal.valueOf(20)))
                .with(List.of(
                        drawn("a", START, "6000"),
                        new LoanEvent.Repaid("down a", START, cny("1200")),
                        drawn("b", FIRST, "6000"),
                        new LoanEvent.Repaid("down b", FIRST, cny("2000"))));
        // 4,800 for a month at 1 %; on the first due date 800 of principal, then 1,200 of the second draw-down.
        assertThat(account.schedule(FIRST))
                .extracting(row -> row.number() + " " + row.dueDate() + " "
                        + row.principal().amount() + " " + row.interest().amount() + " "
                        + row.paid().amount() + " " + row.balanceAfter().amount())
                .startsWith(
                        "1 2025-01-15 1200.00 0.00 1200.00 4800.00",
                        "2 2025-02-15 800.00 48.00 848.00 10000.00",
                        "3 2025-02-15 1200.00 0.00 1152.00 8800.00",
                        "4 2025-03-15 1760.00 88.00 0.00 7040.00");
        assertThat(account.state(FIRST).duePrincipal()).isEqualTo(cny("48"));
    }

    /** A third of each amount, rounded once over all of them: 333.33, then 666.67 in all, then 1,000.00. */
    @Test
    void aPartnersShareIsRoundedOverAllThatWasPaid() {
        LoanAccount account = open(terms(RepaymentMethod.EQUAL_PRINCIPAL).rate(Rate.ZERO))
                .with(List.of(
                        drawn("a", START, "12000"),
                        new LoanEvent.PartnerShared("p", START, "bank", new BigDecimal("33.333333"))));
        String[] taken = {"-333.33", "-666.67", "-1000.00"};
        for (int k = 0; k < taken.length; k++) {
            account =
                    account.with(new LoanEvent.RepaidEarly("pay " + k, FIRST, cny("1000"), Excess.SMALLER_INSTALMENTS));
            assertThat(balances(account.entries(FIRST))).containsEntry(LedgerAccount.PARTNER_PAYABLE, taken[k]);
        }
        LocalDate lost = FIRST.plusDays(1);
        account = account.with(new LoanEvent.WrittenOff("lost", lost));
        // 9,000 are lost, of which the partner funded 3,000.
        assertThat(balances(account.entries(lost)))
                .containsEntry(LedgerAccount.WRITE_OFF_EXPENSE, "6000.00")
                .doesNotContainKey(LedgerAccount.PARTNER_FUNDING);
        String[] back = {"-1000.33", "-1000.67", "-1001.00"};
        for (int k = 0; k < back.length; k++) {
            account = account.with(new LoanEvent.Recovered("back " + k, lost, cny("1")));
            assertThat(balances(account.entries(lost))).containsEntry(LedgerAccount.PARTNER_PAYABLE, back[k]);
        }
    }

    @Test
    void whatIsWrittenOffHoldsThePenaltyOfThatDayAndLeavesNothingPaidAhead() {
        PenaltyTerms penalty = new PenaltyTerms(new BigDecimal("1.5"), 0, false, DayCount.ACT_360);
        AccountTerms late = account(terms(RepaymentMethod.EQUAL_PRINCIPAL)).with(LateInterest.NONE, penalty);
        LocalDate lost = FIRST.plusDays(10);
        LoanAccount account = LoanAccount.open(late)
                .with(List.of(drawn("a", START, "12000"), new LoanEvent.WrittenOff("lost", lost)));
        // Principal, 120 of January, ten of 28 days on 10,000, and 2,000 at 18 % for ten days of 360.
        assertThat(account.state(lost).lost()).isEqualTo(cny("12165.71"));
        assertThat(balances(account.entries(lost)))
                .containsEntry(LedgerAccount.PENALTY_INCOME, "-10.00")
                .containsEntry(LedgerAccount.INTEREST_INCOME, "-155.71")
                .doesNotContainKey(LedgerAccount.PENALTY_RECEIVABLE);
        LoanAccount ahead = LoanAccount.open(late)
                .with(List.of(
                        drawn("a", START, "12000"),
                        new LoanEvent.RepaidEarly("ahead", START, cny("5000"), Excess.NEXT_INSTALMENTS),
                        new LoanEvent.WrittenOff("lost", START.plusDays(1))));
        assertThat(ahead.state(FIRST).principal()).isEqualTo(cny("0"));
        // 7,000, and a day of 31 on them.
        assertThat(ahead.state(FIRST).lost()).isEqualTo(cny("7002.26"));
    }

    @Test
    void theEntriesOfAnEventThatComesLateTurnTheOldBooksIntoTheNew() {
        LoanAccount account = open(terms(RepaymentMethod.EQUAL_PRINCIPAL))
                .with(List.of(
                        drawn("a", START, "12000"),
                        new LoanEvent.Repaid("one", FIRST, cny("2120")),
                        new LoanEvent.Repaid("two", FIRST.plusMonths(1), cny("2100"))));
        LoanEvent early =
                new LoanEvent.RepaidEarly("early", START.plusDays(10), cny("6000"), Excess.SMALLER_INSTALMENTS);
        LoanEvent reversed = new LoanEvent.Reversed("undo", FIRST.plusMonths(1), "one");
        for (LoanEvent event : List.of(early, reversed)) {
            Effect effect = account.preview(event);
            LocalDate until = FIRST.plusMonths(1);
            List<LedgerEntry> booked = new ArrayList<>(effect.before().entries(until));
            booked.addAll(effect.entries());
            assertThat(balances(booked)).isEqualTo(balances(effect.after().entries(until)));
            assertThat(effect.entries()).hasSizeGreaterThan(2);
        }
        // Half for 21 of 31 days: the interest of January falls from 120.00 to 79.35, so an old entry goes and a new
        // one comes.
        assertThat(account.preview(early).entries())
                .extracting(entry -> entry.kind() + " " + entry.valueDate() + " "
                        + entry.postings().getFirst().amount().amount())
                .contains("INTEREST 2025-02-15 79.35")
                .anyMatch(entry ->
                        entry.startsWith("INTEREST 2025-02-15 -120.00") || entry.equals("REVERSAL 2025-02-15 -120.00"));
    }

    @Test
    void anEntryKnowsItsEventAndInterestHasNone() {
        LoanAccount account = open(terms(RepaymentMethod.EQUAL_PRINCIPAL))
                .with(List.of(
                        drawn("a", START, "12000"),
                        new LoanEvent.Repaid("one", FIRST, cny("1000")),
                        new LoanEvent.Repaid("two", FIRST, cny("1000")),
                        new LoanEvent.FeeCharged("fee", FIRST, "letter", cny("5"))));
        assertThat(account.entries(FIRST.plusMonths(1)))
                .extracting(entry -> entry.kind() + " " + entry.event())
                .containsExactlyInAnyOrder(
                        "DISBURSEMENT a",
                        "INTEREST null",
                        "FEE fee",
                        "REPAYMENT one",
                        "REPAYMENT two",
                        "INTEREST null");
    }

    @Test
    void anAccountHasAnEnd() {
        LoanAccount account = open(terms(RepaymentMethod.EQUAL_PRINCIPAL)).with(drawn("a", START, "12000"));
        List<LoanEvent> fees = new ArrayList<>();
        for (int k = 1; k < LoanAccount.MOST_EVENTS; k++) {
            fees.add(new LoanEvent.FeeCharged("fee " + k, START, "letter", cny("0.01")));
        }
        LoanAccount full = account.with(fees);
        assertThat(full.events()).hasSize(LoanAccount.MOST_EVENTS);
        assertThat(full.state(START).dueFees()).isEqualTo(cny("99.99"));
        assertThatThrownBy(() -> full.with(new LoanEvent.FeeCharged("more", START, "letter", cny("0.01"))))
                .hasMessage("account: events: expected at most 10000, came 10001.");
        LoanAccount longer = account.with(new LoanEvent.Extended("600", START, 600));
        assertThatThrownBy(() -> longer.with(new LoanEvent.Extended("more", START, 595)))
                .hasMessage("loan event more: periods: expected 1 to 594, came 595.");
        assertThatThrownBy(() -> longer.with(new LoanEvent.Extended("most", START, 594))
                        .with(new LoanEvent.Extended("beyond", START, 1)))
                .hasMessageContaining("loan: expected one with fewer than 1200 instalments left, came 1200 left");
        assertThat(longer.with(new LoanEvent.Extended("more", START, 594)).schedule(START))
                .hasSize(LoanTerms.MOST_INSTALMENTS);
    }

    @Test
    void aChargeThatMakesWhatIsOwedTooLargeIsRefusedWhenItComes() {
        LoanAccount account = open(terms(RepaymentMethod.EQUAL_PRINCIPAL)).with(drawn("a", START, "12000"));
        Money room = Money.ofMinor(cny("1").currency(), Long.MAX_VALUE).minus(cny("12000"));
        LoanAccount full = account.with(new LoanEvent.FeeCharged("fee", START, "letter", room.minus(cny("1"))));
        assertThat(full.state(START).payoff()).isEqualTo(room.minus(cny("1")).plus(cny("12000")));
        assertThatThrownBy(() -> full.with(new LoanEvent.PenaltyCharged("more", START, cny("1.01"))))
                .hasMessage("loan event more: amount: expected at most CNY 1.00, came CNY 1.01.");
        assertThat(full.with(new LoanEvent.PenaltyCharged("rest", START, cny("1")))
                        .state(START)
                        .due())
                .isEqualTo(room);
    }

    @Test
    void everyEventThatCannotBeIsNamedAndNoOtherBlamed() {
        assertThatThrownBy(() -> open(terms(RepaymentMethod.EQUAL_PRINCIPAL))
                        .with(List.of(
                                new LoanEvent.Repaid("pay", FIRST, cny("2120")),
                                drawn("a", START, "12000"),
                                drawn("a", START, "12000"),
                                new LoanEvent.Reversed("undo", FIRST, "nothing"),
                                new LoanEvent.Extended("long", FIRST, 0))))
                .hasMessage("""
                        account: 3 faults
                        - loan event a: id: expected one that was not used before, came a.
                        - loan event undo: reverses: expected the id of a recorded event that is no reversal, came nothing.
                        - loan event long: periods: expected 1 to 600, came 0.""");
    }
}
