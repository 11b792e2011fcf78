package org.quanheng.app.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quanheng.app.loan.LoanFixtures.dm;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.Effect;
import org.quanheng.lending.account.LoanState;
import org.quanheng.lending.account.RiskTier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Loans that are given up as lost, by two people, and what comes back of them. */
class WriteOffTests {
    private final LoanFixtures f = new LoanFixtures();
    private final LoanRequests requests = f.lender.part(LoanRequests.class);
    private final Deciding deciding = f.lender.part(Deciding.class);
    private final EndOfDay endOfDay = f.lender.part(EndOfDay.class);
    private final JdbcClient jdbc = f.lender.part(JdbcClient.class);

    private Loan writtenOff(Loan loan) {
        deciding.writeOff(f.key("propose"), loan.id(), loan.version(), LoanChange.Ground.UNCOLLECTED, f.officer);
        LoanRequest proposed = requests.of(loan.id()).getFirst();
        deciding.approve(f.key("approve"), proposed, 0, loan.version(), f.today, f.head);
        return f.again(loan.id());
    }

    @Test
    void whatIsOwedLeavesTheBooksAsPreviewedAndStaysOwed() {
        Loan loan = f.open("1169.00", 6);
        LoanState before = loan.account().state(f.today);
        Effect previewed =
                f.servicing.preview(loan, new LoanChange.WriteOff(LoanChange.Ground.UNCOLLECTED).event(loan, f.today));

        Loan after = writtenOff(loan);

        LoanState state = after.account().state(f.today);
        assertThat(state).isEqualTo(previewed.after().state(f.today));
        assertThat(state.status()).isEqualTo(LoanState.Status.WRITTEN_OFF);
        assertThat(state.lost())
                .isEqualTo(before.principal()
                        .plus(before.dueInterest())
                        .plus(before.duePenalty())
                        .plus(before.accruedInterest()));
        assertThat(after.account().tier(f.today, RiskTier.CHINA_2023)).isEqualTo(RiskTier.LOSS);
        assertThat(after.firstUnpaidDue(f.today)).isNull();
        List<Statement.Line> lines = f.lender.part(Statement.class).of(after, f.today);
        assertThat(lines.getLast().owed()).isEqualTo(state.lost());
        assertThat(f.loans.writtenOff(null, 1000).loans()).extracting(Loan::id).contains(loan.id());
        endOfDay.run(f.today.plusDays(40));
        assertThat(endOfDay.verify().faults()).isEmpty();
        assertThat(receivables(loan)).isZero();
    }

    @Test
    void whatComesInAfterwardsIsARecoveryUpToWhatIsOwed() {
        Loan loan = writtenOff(f.open("1169.00", 6));
        Money lost = loan.account().state(f.today).lost();

        Loan part = f.pay(loan, f.today, dm("100.00"), null);

        assertThat(part.account().state(f.today).lost()).isEqualTo(lost.minus(dm("100.00")));
        List<Statement.Line> lines = f.lender.part(Statement.class).of(part, f.today);
        assertThat(lines.getLast().owed()).isEqualTo(lost.minus(dm("100.00")));
        assertThat(lines.getLast().reference()).startsWith("T");
        assertThatThrownBy(() -> f.pay(part, f.today, lost, null)).isInstanceOf(Refusal.class);
        Loan all = f.pay(part, f.today, lost.minus(dm("100.00")), null);
        assertThat(all.account().state(f.today).lost().isZero()).isTrue();
        assertThat(f.loans.writtenOff(null, 1000).loans()).extracting(Loan::id).doesNotContain(loan.id());
        assertThat(endOfDay.verify().faults()).isEmpty();
    }

    @Test
    void moneyOfBeforeTheWriteOffIsAPaymentThatMakesTheLossLess() {
        Loan loan = writtenOff(f.open("1169.00", 6));
        Money lost = loan.account().state(f.today).lost();

        Loan paid = f.pay(loan, f.today.minusDays(3), dm("100.00"), null);

        assertThat(paid.account().state(f.today).lost()).isLessThan(lost);
        assertThat(endOfDay.verify().faults()).isEmpty();
    }

    @Test
    void nobodyGivesALoanUpAlone() {
        Loan loan = f.open("1169.00", 6);
        deciding.writeOff(f.key("propose"), loan.id(), 1, LoanChange.Ground.INSOLVENT, f.officer);
        LoanRequest proposed = requests.of(loan.id()).getFirst();

        assertThatThrownBy(() -> deciding.approve(f.key("same"), proposed, 0, 1, f.today, f.officer))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_ALLOWED));
        assertThatThrownBy(
                        () -> deciding.writeOff(f.key("twice"), loan.id(), 1, LoanChange.Ground.INSOLVENT, f.officer))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("open on the loan already");
        for (String change : List.of(
                "state = 'ASKED'",
                "state = 'WITHDRAWN', closed_at = now(), decided_by = '" + f.head.id() + "'",
                "proposed_by = null",
                "reason = 'INCOME'",
                "reason = null",
                "state = 'DONE', closed_at = now(), event_number = 1")) {
            assertThatThrownBy(() -> f.lender.tamper(
                            "update loan_request set " + change + " where id = '" + proposed.id() + "'"))
                    .as(change)
                    .hasMessageContaining("violates check constraint");
        }
        deciding.refuse(f.key("refuse"), proposed, 0, LoanChange.Refusal.COLLECTABLE, f.head);
        assertThat(f.again(loan.id()).version()).isEqualTo(1);
        assertThat(requests.of(loan.id()).getFirst().refusal()).isEqualTo(LoanChange.Refusal.COLLECTABLE);
    }

    @Test
    void otherRequestsEndWithIt() {
        Loan loan = f.open("1169.00", 2);
        f.lender.part(Asking.class).ask(f.key("ask"), loan, new LoanChange.Holiday(2, LoanChange.Reason.ILLNESS));

        writtenOff(loan);

        assertThat(requests.of(loan.id())).noneMatch(LoanRequest::isOpen);
    }

    @Test
    void aLoanThatIsPaidBackCannotBeGivenUp() {
        Loan loan = f.open("500.00", 0);
        Loan paid = f.pay(loan, f.today, dm("500.00"), null);

        assertThatThrownBy(() -> deciding.writeOff(
                        f.key("paid"), paid.id(), paid.version(), LoanChange.Ground.DECEASED, f.officer))
                .isInstanceOf(Refusal.class);
    }

    private long receivables(Loan loan) {
        return jdbc.sql(
                        "select sum(amount_minor)::bigint from ledger_entry where loan_id = ? and account like '%_RECEIVABLE'")
                .param(loan.id())
                .query(Long.class)
                .single();
    }
}
