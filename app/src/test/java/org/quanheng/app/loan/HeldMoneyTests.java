package org.quanheng.app.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quanheng.app.loan.LoanFixtures.dm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanheng.app.api.Fault;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.ActKey;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.AccountRow;
import org.quanheng.lending.account.Effect;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LoanEvent;
import org.quanheng.lending.account.LoanState;
import org.quanheng.lending.ledger.LedgerEntry;
import org.quanheng.lending.terms.RepaymentMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Money that comes before it is due, or beyond what is owed: held, applied, and given back. */
class HeldMoneyTests {
    private final LoanFixtures f = new LoanFixtures();
    private final LoanLedger ledger = f.lender.part(LoanLedger.class);
    private final EndOfDay endOfDay = f.lender.part(EndOfDay.class);
    private final JdbcClient jdbc = f.lender.part(JdbcClient.class);

    private Refund refund(Loan loan, String amount) {
        return new Refund(f.today, dm(amount), "BACK-" + loan.number() + "-" + loan.version());
    }

    private Money held(Loan loan) {
        return loan.account().state(f.today).held();
    }

    @Test
    void anInstalmentPaidEarlyIsPaidWhenItFallsDueAndTheEndOfDayBooksIt() {
        LocalDate due = f.today.minusDays(5);
        Loan loan = f.open("1169.00", RepaymentMethod.EQUAL_INSTALMENT, due.minusMonths(1));
        Money instalment = loan.account().schedule(f.today).getFirst().total();
        LoanEvent paid = new LoanEvent.Repaid("2", due.minusDays(2), instalment);
        Effect effect = f.servicing.preview(loan, paid);
        Instant then = loan.events().getFirst().recordedAt();
        f.lender.part(TransactionTemplate.class).executeWithoutResult(_ -> {
            new LoanEvents(jdbc).append(loan.id(), new RecordedEvent(paid, "EARLY-" + loan.number(), "system", then));
            ledger.keep(loan.id(), effect.after(), 2, due.minusDays(2), then);
        });
        assertThat(kept(loan, "held_minor")).isEqualTo(instalment.minorUnits());
        assertThat(kept(loan, "principal_owed_minor")).isEqualTo(116900);

        endOfDay.run(f.today);

        Loan after = f.again(loan.id());
        AccountRow first = after.account().schedule(f.today).getFirst();
        assertThat(first.unpaid().isZero()).isTrue();
        assertThat(after.account().state(f.today).daysPastDue()).isZero();
        assertThat(ledger.booked(loan.id()).stream().map(line -> line.entry().kind()))
                .containsExactly(
                        LedgerEntry.Kind.DISBURSEMENT,
                        LedgerEntry.Kind.REPAYMENT,
                        LedgerEntry.Kind.INTEREST,
                        LedgerEntry.Kind.HELD_APPLIED);
        assertThat(kept(loan, "held_minor")).isZero();
        assertThat(kept(loan, "principal_owed_minor"))
                .isEqualTo(116900 - first.principal().minorUnits());
        assertThat(faults(loan)).isEmpty();
    }

    @Test
    void theStatementSaysWhatIsOwedAndWhatIsHeld() {
        LocalDate due = f.today.minusDays(5);
        Loan loan = f.open("1169.00", RepaymentMethod.EQUAL_INSTALMENT, due.minusMonths(1));
        Loan paid = f.pay(loan, due.minusDays(2), dm("500.00"), null);

        List<Statement.Line> lines = f.lender.part(Statement.class).of(paid, f.today);

        LoanState state = paid.account().state(f.today);
        assertThat(lines.getLast().owed()).isEqualTo(state.principal().plus(state.due()));
        assertThat(lines.getLast().held()).isEqualTo(state.held());
        Statement.Line payment = lines.stream()
                .filter(line -> line.entry().kind() == LedgerEntry.Kind.REPAYMENT)
                .findFirst()
                .orElseThrow();
        assertThat(payment.change().isZero()).isTrue();
        assertThat(payment.heldMore()).isEqualTo(dm("500.00"));
        assertThat(payment.reference()).isNotNull();
    }

    @Test
    void heldMoneyGoesBackAsPreviewedOnceAndCanBeUndone() {
        Loan loan = f.pay(f.open("1169.00", RepaymentMethod.EQUAL_INSTALMENT, f.today), f.today, dm("500.00"), null);
        assertThat(held(loan)).isEqualTo(dm("500.00"));
        Refund refund = refund(loan, "200.00");
        Effect previewed = f.servicing.preview(loan, refund.event(loan.nextEventId()));
        ActKey key = f.key("refund");

        f.servicing.refund(key, loan.id(), 2, refund, f.officer);
        f.servicing.refund(key, loan.id(), 2, refund, f.officer);

        Loan after = f.again(loan.id());
        assertThat(after.version()).isEqualTo(3);
        assertThat(after.account().state(f.today)).isEqualTo(previewed.after().state(f.today));
        assertThat(held(after)).isEqualTo(dm("300.00"));
        assertThat(ledger.booked(loan.id()).getLast().entry())
                .isEqualTo(previewed.entries().getLast());
        assertThat(acts(loan)).containsOnlyOnce("refund.record");
        assertThat(refused(() -> f.servicing.refund(f.key("same"), loan.id(), 3, refund, f.officer)))
                .extracting(Fault::field, Fault::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("reference", "reference_used"));
        assertThat(refused(() -> f.servicing.reverse(f.key("spent"), loan.id(), 3, 2, f.head)))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.field() + " " + fault.code()).isEqualTo("loan other_event");
                    assertThat(fault.arguments().getFirst().toString()).isEqualTo("loan event 3: amount");
                });
        f.servicing.reverse(f.key("reverse"), loan.id(), 3, 3, f.head);
        assertThat(held(f.again(loan.id()))).isEqualTo(dm("500.00"));
        assertThat(faults(loan)).isEmpty();
    }

    @Test
    void noMoreGoesBackThanIsHeld() {
        Loan loan = f.pay(f.open("1169.00", RepaymentMethod.EQUAL_INSTALMENT, f.today), f.today, dm("50.00"), null);

        assertThat(refused(() -> f.servicing.refund(f.key("much"), loan.id(), 2, refund(loan, "50.01"), f.officer)))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo("amount");
                    assertThat(fault.arguments().toString()).contains("at most DEM 50.00, which is held");
                });
        assertThat(f.again(loan.id()).version()).isEqualTo(2);
        assertThatThrownBy(() -> jdbc.sql("update loan set held_minor = -1 where id = ?")
                        .param(loan.id())
                        .update())
                .hasMessageContaining("violates check constraint");
    }

    @Test
    void whatComesBeyondAllThatIsOwedIsListedUntilItGoesBack() {
        Loan loan = f.open("1169.00", 1);
        Money payoff = loan.account().state(f.today).payoff();
        loan = f.pay(loan, f.today, payoff.plus(dm("31.00")), null);
        loan = f.pay(loan, f.today, dm("9.00"), null);

        assertThat(loan.account().state(f.today).status()).isEqualTo(LoanState.Status.CLOSED);
        assertThat(held(loan)).isEqualTo(dm("40.00"));
        assertThat(listed()).contains(loan.id());
        assertThat(f.loans.toBeReturnedCount()).isEqualTo(listed().size());
        f.servicing.refund(f.key("all"), loan.id(), 3, refund(loan, "40.00"), f.officer);
        assertThat(listed()).doesNotContain(loan.id());
        assertThat(faults(loan)).isEmpty();
    }

    private List<java.util.UUID> listed() {
        return f.loans.toBeReturned(null, 1_000).loans().stream().map(Loan::id).toList();
    }

    @Test
    void aContractOfBeforeLetsAPaymentCountTowardsTheNextInstalmentsAndHoldsWhatIsSaidToBe() {
        Loan loan = f.open("1169.00", RepaymentMethod.EQUAL_INSTALMENT, Excess.NEXT_INSTALMENTS, f.today.minusDays(3));
        loan = f.pay(loan, f.today, dm("100.00"), null);
        assertThat(loan.account().state(f.today).principal()).isEqualTo(dm("1069.00"));
        assertThat(held(loan)).isEqualTo(dm("0.00"));

        loan = f.pay(loan, f.today, dm("2000.00"), Excess.HELD);

        assertThat(loan.account().state(f.today).status()).isEqualTo(LoanState.Status.CLOSED);
        assertThat(held(loan).isPositive()).isTrue();
        assertThat(faults(loan)).isEmpty();
    }

    private static List<Fault> refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(act);
        assertThat(thrown).isInstanceOf(Refusal.class);
        return ((Refusal) thrown).faults();
    }

    private long kept(Loan loan, String column) {
        return jdbc.sql("select " + column + " from loan where id = ?")
                .param(loan.id())
                .query(Long.class)
                .single();
    }

    private List<String> faults(Loan loan) {
        return endOfDay.verify().faults().stream()
                .filter(fault -> fault.startsWith("loan " + loan.number() + ":"))
                .toList();
    }

    private List<String> acts(Loan loan) {
        return jdbc.sql("select act from audit_record where subject = ? order by id")
                .param("loan:" + loan.id())
                .query((row, n) -> row.getString("act"))
                .list();
    }
}
