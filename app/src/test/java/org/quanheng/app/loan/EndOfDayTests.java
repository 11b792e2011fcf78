package org.quanheng.app.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanheng.app.loan.LoanFixtures.dm;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.quanheng.app.audit.Ids;
import org.quanheng.lending.ledger.LedgerEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class EndOfDayTests {
    private final LoanFixtures f = new LoanFixtures();
    private final EndOfDay endOfDay = f.lender.part(EndOfDay.class);
    private final LoanLedger ledger = f.lender.part(LoanLedger.class);
    private final JdbcClient jdbc = f.lender.part(JdbcClient.class);

    @Test
    void interestThatFallsDueIsBookedOnceByTimeAlone() {
        Loan loan = f.open("1169.00", 3);
        endOfDay.run(f.today);
        int booked = ledger.booked(loan.id()).size();
        endOfDay.run(f.today);

        List<LedgerLine> lines = ledger.booked(loan.id());
        assertThat(lines).hasSize(booked);
        assertThat(lines.stream().map(line -> line.entry().kind()))
                .containsExactly(
                        LedgerEntry.Kind.DISBURSEMENT,
                        LedgerEntry.Kind.INTEREST,
                        LedgerEntry.Kind.INTEREST,
                        LedgerEntry.Kind.INTEREST);
        assertThat(lines.getLast().eventNumber()).isNull();
        assertThat(f.again(loan.id()).bookedTo()).isEqualTo(f.today);
        assertThat(endOfDay.verify().faults()).isEmpty();
    }

    @Test
    void theStatementIsCompleteAlsoBeforeTheEndOfDay() {
        Loan loan = f.open("1169.00", 2);
        List<Statement.Line> before = f.lender.part(Statement.class).of(loan, f.today);
        endOfDay.run(f.today);
        List<Statement.Line> after = f.lender.part(Statement.class).of(f.again(loan.id()), f.today);

        assertThat(before).hasSize(3).isEqualTo(after);
        assertThat(after.getLast().owed())
                .isEqualTo(loan.account()
                        .state(f.today)
                        .principal()
                        .plus(loan.account().state(f.today).dueInterest()));
    }

    @Test
    void theStatementNamesThePaymentAlsoWhereItWasUndone() {
        Loan loan = f.pay(f.open("1169.00", 2), f.today, dm("50.00"), null);
        f.servicing.reverse(f.key("reverse"), loan.id(), loan.version(), 2, f.head);

        List<Statement.Line> lines = f.lender.part(Statement.class).of(f.again(loan.id()), f.today);
        assertThat(lines.stream().filter(line -> line.reference() != null).map(Statement.Line::reversal))
                .containsExactly(false, true);
    }

    @Test
    void ofTwoEqualPaymentsOfADayTheOneThatWasUndoneIsNamed() {
        Loan loan = f.open("1169.00", 2);
        loan = f.pay(loan, f.today, dm("50.00"), null);
        loan = f.pay(loan, f.today, dm("50.00"), null);
        f.servicing.reverse(f.key("reverse"), loan.id(), loan.version(), 3, f.head);

        List<Statement.Line> lines = f.lender.part(Statement.class).of(f.again(loan.id()), f.today);
        String first = loan.events().get(1).reference();
        String second = loan.events().get(2).reference();
        assertThat(lines.stream().filter(line -> line.reference() != null).map(Statement.Line::reference))
                .containsExactly(first, second, second);
    }

    @Test
    void aPostingThatNoEventExplainsIsFound() throws SQLException {
        Loan loan = f.open("1169.00", 0);
        UUID posting = f.lender.part(Ids.class).next();
        TransactionTemplate transaction = f.lender.part(TransactionTemplate.class);
        transaction.executeWithoutResult(status -> {
            for (String line : List.of("CASH,700", "PRINCIPAL_RECEIVABLE,-700")) {
                jdbc.sql("""
                                insert into ledger_entry (posting_id, loan_id, event, account, currency, amount_minor, booked_on, at)
                                values (?, ?, 'REPAYMENT', ?, 'DEM', ?, ?, now())""")
                        .params(
                                posting,
                                loan.id(),
                                line.substring(0, line.indexOf(',')),
                                Long.valueOf(line.substring(line.indexOf(',') + 1)),
                                java.sql.Date.valueOf(f.today))
                        .update();
            }
            assertThat(endOfDay.verify().faults())
                    .singleElement()
                    .asString()
                    .startsWith("loan " + loan.number() + ": expected no entry, came ")
                    .contains("7.00");
            status.setRollbackOnly();
        });
        assertThat(endOfDay.verify().verified()).isTrue();
    }

    @Test
    void aLoanInTheWrongPlaceOfTheListIsFound() {
        Loan loan = f.open("1169.00", 1);
        f.lender.part(TransactionTemplate.class).executeWithoutResult(status -> {
            jdbc.sql("update loan set first_unpaid_due = first_unpaid_due + 1 where id = ?")
                    .param(loan.id())
                    .update();
            assertThat(endOfDay.verify().faults())
                    .singleElement()
                    .asString()
                    .contains("expected first unpaid " + loan.firstUnpaidDue(f.today));
            status.setRollbackOnly();
        });
    }

    @Test
    void aLoanWhosePrincipalIsNotWhatTheLedgerShowsIsFound() {
        Loan loan = f.open("1169.00", 1);
        f.lender.part(TransactionTemplate.class).executeWithoutResult(status -> {
            jdbc.sql("update loan set principal_owed_minor = 1 where id = ?")
                    .param(loan.id())
                    .update();
            assertThat(endOfDay.verify().faults())
                    .singleElement()
                    .asString()
                    .endsWith("expected principal owed DEM 1169.00, came DEM 0.01");
            status.setRollbackOnly();
        });
    }

    @Test
    void thePrincipalOfThoseWhoWaitIsWhatTheLedgerShows() {
        f.pay(f.open("1169.00", 2), f.today, dm("300.00"), null);
        long ledger = jdbc.sql("""
                        select coalesce(sum(e.amount_minor), 0) from ledger_entry e join loan l on l.id = e.loan_id
                        where l.first_unpaid_due is not null and e.account = 'PRINCIPAL_RECEIVABLE'""").query(Long.class).single();
        assertThat(f.loans.waitingSince().stream()
                        .mapToLong(since -> since.principal().minorUnits())
                        .sum())
                .isEqualTo(ledger);
    }

    @Test
    void aBrokenLoanIsNamedAndStopsNobodyElse() throws SQLException {
        Loan before = f.open("1169.00", 2);
        Loan broken = f.open("1169.00", 2);
        Loan after = f.open("1169.00", 2);
        String paidOutTooEarly =
                "update loan_event set counts_from = counts_from %s 1 where loan_id = '" + broken.id() + "'";
        f.lender.tamper(paidOutTooEarly.formatted("-"));
        try {
            EndOfDay.Run run = endOfDay.run(f.today);
            assertThat(run.booked()).isGreaterThanOrEqualTo(2);
            assertThat(run.failed())
                    .singleElement()
                    .asString()
                    .startsWith("loan " + broken.number() + ": ")
                    .contains("loan event 1: date: expected");
            assertThat(f.again(before.id()).bookedTo()).isEqualTo(f.today);
            assertThat(f.again(after.id()).bookedTo()).isEqualTo(f.today);
            assertThat(endOfDay.verify().faults())
                    .singleElement()
                    .asString()
                    .startsWith("loan " + broken.number() + ": expected events that can be replayed, came ");
            Loans.Listed listed = f.loans.byDaysPastDue(f.today, null, 1_000);
            assertThat(listed.broken()).containsExactly(new Loans.Broken(broken.id(), broken.number()));
            assertThat(listed.loans()).extracting(Loan::id).contains(before.id(), after.id());
        } finally {
            f.lender.tamper(paidOutTooEarly.formatted("+"));
        }
        assertThat(f.again(broken.id()).bookedTo()).isBefore(f.today);
        assertThat(ledger.booked(broken.id())).hasSize(1);
        assertThat(endOfDay.run(f.today)).isEqualTo(new EndOfDay.Run(1, List.of()));
        assertThat(f.again(broken.id()).bookedTo()).isEqualTo(f.today);
        assertThat(endOfDay.verify().faults()).isEmpty();
    }

    @Test
    void theLedgerIsVerifiedAtOneMomentWhilePaymentsAreRecorded() throws Exception {
        Loan loan = f.open("1169.00", 2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Loan> paid = threads.submit(() -> {
                Loan now = loan;
                for (int n = 0; n < 40; n++) {
                    now = f.pay(now, f.today.minusDays(40 - n), dm("1.00"), null);
                }
                return now;
            });
            while (!paid.isDone()) {
                assertThat(endOfDay.verify().faults()).isEmpty();
            }
            assertThat(paid.get().version()).isEqualTo(41);
        }
    }

    @Test
    void theLongestOverdueStandsFirst() {
        f.open("1169.00", 2);
        Loan longest = f.open("700.00", 11);
        f.open("1169.00", 5);

        List<Loan> overdue = f.loans.byDaysPastDue(f.today, null, 1_000).loans();
        List<Integer> days = overdue.stream()
                .map(loan -> loan.account().state(f.today).daysPastDue())
                .toList();
        assertThat(days)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder())
                .allMatch(day -> day > 0);
        List<UUID> ids = overdue.stream().map(Loan::id).toList();
        assertThat(ids).contains(longest.id());
        Loans.Listed first = f.loans.byDaysPastDue(f.today, null, 1);
        assertThat(first.next()).isEqualTo(ids.getFirst());
        Loans.Listed rest = f.loans.byDaysPastDue(f.today, first.next(), 1_000);
        assertThat(rest.loans()).extracting(Loan::id).isEqualTo(ids.subList(1, ids.size()));
        assertThat(rest.next()).isNull();
    }
}
