package org.quanheng.app.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quanheng.app.loan.LoanFixtures.dm;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Fault;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.ActKey;
import org.quanheng.app.page.Language;
import org.quanheng.app.page.Messages;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.AccountRow;
import org.quanheng.lending.account.Effect;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LoanEvent;
import org.quanheng.lending.account.LoanState;
import org.quanheng.lending.account.RiskTier;
import org.quanheng.lending.terms.RepaymentMethod;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

class ServicingTests {
    private final LoanFixtures f = new LoanFixtures();
    private final LoanLedger ledger = f.lender.part(LoanLedger.class);
    private final LoanRequests requests = f.lender.part(LoanRequests.class);
    private final Asking asking = f.lender.part(Asking.class);
    private final Deciding deciding = f.lender.part(Deciding.class);
    private final JdbcClient jdbc = f.lender.part(JdbcClient.class);

    @Test
    void aPreviewedEarlyRepaymentIsWhatThenHappensBothWays() {
        for (RepaymentMethod method : List.of(
                RepaymentMethod.EQUAL_INSTALMENT,
                RepaymentMethod.EQUAL_PRINCIPAL,
                RepaymentMethod.INTEREST_ONLY_THEN_BULLET,
                RepaymentMethod.BULLET)) {
            for (Excess way : List.of(Excess.FEWER_INSTALMENTS, Excess.SMALLER_INSTALMENTS)) {
                Loan loan = f.open("1169.00", method, f.today.minusDays(10));
                LoanEvent event = Payment.event(loan.account(), f.today, dm("300.00"), way);
                Effect previewed = f.servicing.preview(loan, event);

                Loan after = f.pay(loan, f.today, dm("300.00"), way);

                assertThat(after.account().schedule(f.today))
                        .as("%s %s", method, way)
                        .isEqualTo(previewed.after().schedule(f.today))
                        .isNotEqualTo(loan.account().schedule(f.today));
                assertThat(after.account().state(f.today))
                        .isEqualTo(previewed.after().state(f.today));
                assertThat(ledger.booked(loan.id()).stream()
                                .filter(line -> Integer.valueOf(2).equals(line.eventNumber()))
                                .map(LedgerLine::entry))
                        .containsExactlyElementsOf(previewed.entries());
            }
        }
    }

    /** What a borrower asks for: the rate is the officer's to set. */
    private static LoanChange wish(LoanChange change) {
        return change instanceof LoanChange.Restructuring plan
                ? new LoanChange.Restructuring(plan.monthlyMinor(), plan.instalments(), null, plan.reason())
                : change;
    }

    @Test
    void aPreviewedChangeIsWhatThenHappensOnceTwoPeopleAgree() {
        for (LoanChange change : List.of(
                new LoanChange.Extension(6, LoanChange.Reason.INCOME),
                new LoanChange.Holiday(2, LoanChange.Reason.ILLNESS),
                new LoanChange.Restructuring(60_00, 30, null, LoanChange.Reason.FAMILY),
                new LoanChange.Restructuring(60_00, 24, new BigDecimal("0.065"), LoanChange.Reason.OTHER))) {
            Loan loan = f.open("1169.00", 1);
            LoanChange wish = wish(change);
            asking.ask(f.key("ask"), loan, wish);
            LoanRequest asked = requests.of(loan.id()).getFirst();
            assertThat(asked.change()).isEqualTo(wish);
            Effect previewed = f.servicing.preview(loan, change.event(loan, f.today));

            assertThatThrownBy(() -> approve(asked, loan))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("put forward");
            deciding.propose(f.key("propose"), loan, asked, 0, change, f.officer);
            LoanRequest proposed = requests.of(loan.id()).getFirst();
            assertThatThrownBy(() -> deciding.approve(
                            f.key("same"), proposed, proposed.version(), loan.version(), f.today, f.officer))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_ALLOWED));
            assertThat(f.again(loan.id()).version()).isEqualTo(1);
            approve(proposed, loan);

            Loan after = f.again(loan.id());
            assertThat(after.account().schedule(f.today))
                    .isEqualTo(previewed.after().schedule(f.today))
                    .isNotEqualTo(loan.account().schedule(f.today));
            assertThat(ledger.difference(loan.id(), after.account(), f.today).none())
                    .isTrue();
            assertThat(requests.of(loan.id()).getFirst().state()).isEqualTo(LoanRequest.State.DONE);
            String act = change.kind().name().toLowerCase(java.util.Locale.ROOT);
            assertThat(acts(loan)).contains(act + ".ask", act + ".propose", act + ".approve");
        }
        assertThat(f.lender.part(EndOfDay.class).verify().faults()).isEmpty();
    }

    @Test
    void aHolidayLeavesOutTheNextInstalmentsAndKeepsTheLastDay() {
        Loan loan = f.open("1169.00", 0);
        List<AccountRow> before = loan.account().schedule(f.today);

        Loan after = f.change(loan, new LoanChange.Holiday(2, LoanChange.Reason.INCOME));

        List<AccountRow> rows = after.account().schedule(f.today);
        assertThat(rows).hasSameSizeAs(before);
        assertThat(rows.subList(0, 2))
                .allSatisfy(row -> assertThat(row.total().isZero()).isTrue());
        assertThat(rows.getLast().dueDate()).isEqualTo(before.getLast().dueDate());
        assertThat(after.firstUnpaidDue(f.today)).isEqualTo(before.get(2).dueDate());
        assertThat(f.interest(rows)).isGreaterThan(f.interest(before));
    }

    @Test
    void aRestructuringIsDecidedInTheTermsOfTheOfficer() {
        Loan loan = f.open("1169.00", 5);
        LoanChange.Restructuring wish = new LoanChange.Restructuring(50_00, 28, null, LoanChange.Reason.INCOME);
        asking.ask(f.key("ask"), loan, wish);
        LoanRequest asked = requests.of(loan.id()).getFirst();
        LoanChange agreed = wish.inTerms(LoanChange.Restructuring.plan(loan, f.today, 36, new BigDecimal("0.05")));
        assertThatThrownBy(() -> deciding.propose(
                        f.key("other"), loan, asked, 0, new LoanChange.Holiday(1, LoanChange.Reason.OTHER), f.officer))
                .isInstanceOf(IllegalArgumentException.class);

        deciding.propose(f.key("propose"), loan, asked, 0, agreed, f.officer);

        LoanRequest proposed = requests.of(loan.id()).getFirst();
        assertThat(proposed.change()).isEqualTo(agreed);
        assertThat(proposed.version()).isEqualTo(1);
        approve(proposed, loan);
        Loan after = f.again(loan.id());
        assertThat(after.account().schedule(f.today)).hasSize(5 + 36);
        assertThat(after.account().state(f.today).duePrincipal().isZero()).isTrue();
        assertThat(after.account().state(f.today).dueInterest())
                .isEqualTo(loan.account().state(f.today).dueInterest());
        assertThat(after.account().tier(f.today, RiskTier.CHINA_2023))
                .as("substandard before, so under observation substandard at least")
                .isEqualTo(RiskTier.SUBSTANDARD);
        assertThat(f.lender.part(EndOfDay.class).verify().faults()).isEmpty();
    }

    @Test
    void aHolidayThatLeavesNothingToPayIsRefused() {
        Loan loan = f.open("1169.00", 11);

        assertThatThrownBy(() -> asking.ask(f.key("last"), loan, new LoanChange.Holiday(1, LoanChange.Reason.OTHER)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.code()).isEqualTo("nothing_to_change")));
        Loan earlier = f.open("1169.00", 9);
        assertThatThrownBy(() -> asking.ask(f.key("more"), earlier, new LoanChange.Holiday(3, LoanChange.Reason.OTHER)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.field()).isEqualTo("instalments")));
        assertThat(requests.of(loan.id())).isEmpty();
    }

    private void approve(LoanRequest request, Loan loan) {
        deciding.approve(f.key("approve"), request, request.version(), loan.version(), f.today, f.head);
    }

    @Test
    void theDatabaseRefusesAChangeThatOnePersonDecidedAlone() {
        Loan loan = f.open("500.00", 0);
        asking.ask(f.key("ask"), loan, new LoanChange.Extension(3, LoanChange.Reason.OTHER));
        asking.ask(f.key("ask"), loan, new LoanChange.Holiday(3, LoanChange.Reason.OTHER));
        asking.ask(f.key("ask"), loan, new LoanChange.Restructuring(60_00, 30, null, LoanChange.Reason.FAMILY));
        for (LoanRequest request : requests.of(loan.id())) {
            assertThatThrownBy(() -> jdbc.sql("""
                                    update loan_request set state = 'DONE', closed_at = now(), event_number = 1, proposed_by = ?, decided_by = ?
                                    where id = ?""")
                            .params(f.head.id(), f.head.id(), request.id())
                            .update())
                    .hasMessageContaining("violates check constraint");
            assertThatThrownBy(() -> jdbc.sql(
                                    "update loan_request set state = 'DONE', closed_at = now(), event_number = 1 where id = ?")
                            .param(request.id())
                            .update())
                    .hasMessageContaining("violates check constraint");
            assertThatThrownBy(() -> jdbc.sql("update loan_request set periods = null where id = ?")
                            .param(request.id())
                            .update())
                    .hasMessageContaining("violates check constraint");
        }
    }

    @Test
    void aBackDatedPaymentIsAsIfItHadComeInTime() {
        Loan late = f.open("1169.00", 4);
        Loan timely = f.open("1169.00", 4);
        Money instalment = late.account().schedule(f.today).getFirst().total();
        f.lender.part(EndOfDay.class).run(f.today);
        assertThat(late.account().state(f.today).daysPastDue()).isGreaterThan(60);

        timely = f.pay(timely, f.today.minusMonths(3), instalment, null);
        timely = f.pay(timely, f.today.minusMonths(2), instalment, null);
        late = f.pay(late, f.today.minusMonths(2), instalment, null);
        late = f.pay(late, f.today.minusMonths(3), instalment, null);

        assertThat(late.account().schedule(f.today)).isEqualTo(timely.account().schedule(f.today));
        assertThat(late.account().state(f.today)).isEqualTo(timely.account().state(f.today));
        assertThat(ledger.difference(late.id(), late.account(), f.today).none()).isTrue();
        assertThat(ledger.booked(late.id())).anyMatch(line -> line.reverses() != null);
        assertThat(sum(late)).isZero();
        assertThat(sumsByEvent(late)).isNotEmpty().containsOnly(0L);
    }

    @Test
    void anUndonePaymentIsAsIfItHadNeverBeen() {
        Loan loan = f.open("1169.00", 2);
        List<AccountRow> before = loan.account().schedule(f.today);
        LoanState stateBefore = loan.account().state(f.today);
        Loan paid = f.pay(loan, f.today.minusDays(20), dm("250.00"), Excess.SMALLER_INSTALMENTS);
        assertThat(paid.account().schedule(f.today)).isNotEqualTo(before);

        f.servicing.reverse(f.key("reverse"), loan.id(), paid.version(), 2, f.head);

        Loan after = f.again(loan.id());
        assertThat(after.account().schedule(f.today)).isEqualTo(before);
        assertThat(after.account().state(f.today)).isEqualTo(stateBefore);
        assertThat(ledger.difference(loan.id(), after.account(), f.today).none())
                .isTrue();
        assertThat(sum(after)).isZero();
        assertThatThrownBy(() -> f.servicing.reverse(f.key("twice"), loan.id(), after.version(), 2, f.head))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> f.servicing.reverse(f.key("first"), loan.id(), after.version(), 1, f.head))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("expected an event from 2");
    }

    @Test
    void nobodyUndoesWhatTheyRecordedThemselves() {
        Loan loan = f.pay(f.open("1169.00", 1), f.today, dm("10.00"), null);

        assertThatThrownBy(() -> f.servicing.reverse(f.key("own"), loan.id(), loan.version(), 2, f.officer))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_ALLOWED));
    }

    @Test
    void aReferenceIsRecordedOnceAndAKeyActsOnce() {
        Loan loan = f.open("1169.00", 1);
        Payment payment = new Payment(f.today, dm("50.00"), "BANK-" + loan.number(), null);
        ActKey key = f.key("once");
        f.servicing.record(key, loan.id(), 1, payment, f.officer);
        f.servicing.record(key, loan.id(), 1, payment, f.officer);

        Loan after = f.again(loan.id());
        assertThat(after.version()).isEqualTo(2);
        assertThatThrownBy(() -> f.servicing.record(f.key("again"), loan.id(), 2, payment, f.officer))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.code()).isEqualTo("reference_used")));
        assertThat(acts(loan)).containsOnlyOnce("payment.record");
    }

    @Test
    void whoLookedAtAnOldVersionIsTold() {
        Loan loan = f.pay(f.open("1169.00", 1), f.today, dm("10.00"), null);
        Payment payment = new Payment(f.today, dm("20.00"), "BANK-OLD-" + loan.number(), null);

        assertThatThrownBy(() -> f.servicing.record(f.key("old"), loan.id(), 1, payment, f.officer))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void ofManyOfficersAtOnceExactlyOneRecordsThePayment() throws Exception {
        Loan loan = f.open("1169.00", 1);
        List<Callable<Boolean>> officers = java.util.stream.IntStream.range(0, 12)
                .<Callable<Boolean>>mapToObj(n -> () -> recorded(loan, "BANK-STORM-" + loan.number() + "-" + n))
                .toList();
        int recorded = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> one : threads.invokeAll(officers)) {
                recorded += one.get() ? 1 : 0;
            }
        }

        assertThat(recorded).isEqualTo(1);
        assertThat(f.again(loan.id()).version()).isEqualTo(2);
    }

    private boolean recorded(Loan loan, String reference) {
        try {
            f.servicing.record(
                    f.key(reference), loan.id(), 1, new Payment(f.today, dm("10.00"), reference, null), f.officer);
            return true;
        } catch (OptimisticLockingFailureException e) {
            // Another officer was first: this one must look again.
            return false;
        }
    }

    @Test
    void whatLendingFindsWrongIsSaidInTheReadersLanguageWithItsRemedy() {
        LoanEvent event = new LoanEvent.Repaid("2", f.today, dm("6.00"));
        Fault fault =
                Servicing.fault(org.quanheng.fault.Fault.of("amount", "above zero", "zero", "send it again"), event);

        assertThat(fault.field()).isEqualTo("amount");
        Object[] said = fault.wordingArguments("amount").toArray();
        assertThat(Messages.of(Language.EN).text("error." + fault.code(), said))
                .isEqualTo("amount: expected above zero, came zero. Maybe send it again.");
        assertThat(Messages.of(Language.ZH).text("error." + fault.code(), said)).isEqualTo("amount：应为大于零，实为零。也许：重新上传。");
        Fault without = Servicing.fault(org.quanheng.fault.Fault.of("amount", "above zero", "zero"), event);
        assertThat(Messages.of(Language.EN).text("error." + without.code(), said))
                .endsWith("came zero.");
    }

    @Test
    void whatSettlesTheLoanClosesIt() {
        Loan loan = f.open("1169.00", 1);
        Money payoff = loan.account().state(f.today).payoff();
        Loan after = f.pay(loan, f.today, payoff, Excess.FEWER_INSTALMENTS);

        assertThat(after.account().state(f.today).status()).isEqualTo(LoanState.Status.CLOSED);
        assertThat(after.firstUnpaidDue(f.today)).isNull();
        assertThat(f.lender.part(EndOfDay.class).verify().faults()).isEmpty();
    }

    @Test
    void theDatabaseRefusesToChangeAnEvent() {
        f.open("500.00", 0);

        assertThatThrownBy(() -> jdbc.sql("update loan_event set amount_minor = amount_minor + 1")
                        .update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from loan_event").update()).hasMessageContaining("append-only");
    }

    @Test
    void anEarlyRepaymentThatWasAskedForIsDoneWhenTheMoneyIsRecorded() {
        Loan loan = f.open("1169.00", 0);
        asking.ask(f.key("ask"), loan, new LoanChange.EarlyRepayment(300_00, Excess.FEWER_INSTALMENTS, f.today));
        assertThatThrownBy(() -> asking.ask(
                        f.key("second"),
                        loan,
                        new LoanChange.EarlyRepayment(200_00, Excess.FEWER_INSTALMENTS, f.today)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("open on the loan already");
        assertThat(f.again(loan.id()).version()).isEqualTo(1);

        f.pay(loan, f.today, dm("300.00"), Excess.FEWER_INSTALMENTS);

        assertThat(requests.of(loan.id()).getFirst().state()).isEqualTo(LoanRequest.State.DONE);
    }

    @Test
    void whatWasAskedForCanBeTakenBackOnce() {
        Loan loan = f.open("1169.00", 0);
        asking.ask(f.key("ask"), loan, new LoanChange.Extension(2, LoanChange.Reason.FAMILY));
        LoanRequest asked = requests.of(loan.id()).getFirst();
        asking.withdraw(f.key("withdraw"), loan, asked, asked.version());

        LoanRequest withdrawn = requests.of(loan.id()).getFirst();
        assertThat(withdrawn.state()).isEqualTo(LoanRequest.State.WITHDRAWN);
        assertThatThrownBy(() -> asking.withdraw(f.key("twice"), loan, withdrawn, withdrawn.version()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> asking.withdraw(f.key("stale"), loan, asked, asked.version()))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    private long sum(Loan loan) {
        return jdbc.sql("select sum(amount_minor)::bigint from ledger_entry where loan_id = ?")
                .param(loan.id())
                .query(Long.class)
                .single();
    }

    private List<Long> sumsByEvent(Loan loan) {
        return jdbc.sql(
                        "select sum(amount_minor)::bigint from ledger_entry where loan_id = ? group by event_number, posting_id")
                .param(loan.id())
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private List<String> acts(Loan loan) {
        return jdbc.sql("select act from audit_record where subject = ? order by id")
                .param("loan:" + loan.id())
                .query((row, n) -> row.getString("act"))
                .list();
    }
}
