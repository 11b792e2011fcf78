package org.quanheng.app.loan;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.LoanEvent;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.Schedule;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens loans and finds them. */
@Component
public class Loans {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final LoanFees fees;
    private final LoanEvents events;
    private final LoanReader reader;
    private final LoanLedger ledger;
    private final Clock clock;

    Loans(JdbcClient jdbc, JdbcTemplate batches, LoanLedger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.fees = new LoanFees(jdbc);
        this.events = new LoanEvents(jdbc);
        this.reader = new LoanReader(jdbc);
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Opens a loan in the caller's transaction: contract, agreed schedule, first event, and the entries of its disbursement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(UUID id, LoanContract contract) {
        Instant now = clock.instant();
        RecordedEvent disbursed = new RecordedEvent(
                new LoanEvent.Disbursed("1", contract.disbursedOn(), contract.principal()), null, "system", now);
        Loan loan = Loan.of(id, 0, contract, contract.disbursedOn(), List.of(disbursed));
        insert(loan, now);
        fees.insert(id, contract.fees());
        insertSchedule(id, contract);
        events.append(id, disbursed);
        ledger.bring(id, loan.account(), 1, contract.disbursedOn(), now);
    }

    private void insert(Loan loan, Instant now) {
        LoanContract contract = loan.contract();
        LocalDate firstUnpaid = Loan.firstUnpaidDue(loan.account(), contract.disbursedOn());
        jdbc.sql("""
                        insert into loan (id, customer_id, product_id, product_version, currency, principal_minor, annual_rate,
                                annual_cost, months, repayment_method, excess, penalty_multiple, penalty_grace_days,
                                holiday_instalments_max, restructuring_instalments_max, disbursed_on, opened_at, first_unpaid_due, booked_to,
                                principal_owed_minor, held_minor, lost_minor)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)""")
                .params(Arrays.<@Nullable Object>asList(
                        loan.id(),
                        contract.customerId(),
                        contract.productId(),
                        contract.productVersion(),
                        contract.principal().currencyCode(),
                        contract.principal().minorUnits(),
                        contract.annualRate(),
                        contract.annualCost(),
                        contract.months(),
                        contract.method().name(),
                        contract.excess().name(),
                        contract.penalty().multiple(),
                        contract.penalty().graceDays(),
                        contract.changes().holidayInstalmentsMax(),
                        contract.changes().restructuringInstalmentsMax(),
                        Date.valueOf(contract.disbursedOn()),
                        Timestamp.from(now),
                        firstUnpaid == null ? null : Date.valueOf(firstUnpaid),
                        Date.valueOf(contract.disbursedOn()),
                        loan.account().state(contract.disbursedOn()).principal().minorUnits()))
                .update();
    }

    private void insertSchedule(UUID id, LoanContract contract) {
        List<Object[]> rows = new ArrayList<>();
        for (Instalment instalment : Schedule.of(contract.terms()).instalments()) {
            rows.add(new Object[] {
                id,
                instalment.number(),
                Date.valueOf(instalment.dueDate()),
                instalment.principal().minorUnits(),
                instalment.interest().minorUnits(),
                instalment.fees().minorUnits(),
                instalment.balanceAfter().minorUnits()
            });
        }
        batches.batchUpdate(
                "insert into instalment (loan_id, number, due_on, principal_minor, interest_minor, fees_minor, balance_minor)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /**
     * The loan with this id if it is this customer's.
     *
     * @throws BrokenLoanException if its record cannot be replayed
     */
    public Optional<Loan> ofCustomer(UUID customerId, UUID loanId) {
        return reader
                .loans(jdbc.sql("select * from loan where id = ? and customer_id = ?")
                        .params(loanId, customerId))
                .stream()
                .findFirst();
    }

    /**
     * The loan with this id.
     *
     * @throws BrokenLoanException if its record cannot be replayed
     */
    public Optional<Loan> find(UUID loanId) {
        return reader.loans(jdbc.sql("select * from loan where id = ?").param(loanId)).stream()
                .findFirst();
    }

    /** The loan with this id, which nobody else changes until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Loan> lock(UUID loanId) {
        // The lock comes first: what is read after it is what the one before has committed.
        jdbc.sql("select 1 from loan where id = ? for update")
                .param(loanId)
                .query(Integer.class)
                .optional();
        return find(loanId);
    }

    /**
     * Loans with something left to pay, those with the most days past due first.
     *
     * @param dueBefore only those whose first unpaid instalment was due before this day
     * @param after the last one of the part before this one, or null
     */
    public Listed byDaysPastDue(LocalDate dueBefore, @Nullable UUID after, int most) {
        UUID last = after == null ? new UUID(0, 0) : after;
        List<StoredLoan> found = reader.stored(jdbc.sql("""
                        select * from loan
                        where first_unpaid_due < ? and (first_unpaid_due, id) >
                              (coalesce((select first_unpaid_due from loan where id = ?), '-infinity'), ?)
                        order by first_unpaid_due, id limit ?""").params(Date.valueOf(dueBefore), last, last, most + 1));
        List<StoredLoan> part = found.subList(0, Math.min(most, found.size()));
        return Listed.of(part, found.size() > most ? part.getLast().id() : null);
    }

    /**
     * Loans that are paid back while money is held for their borrowers: it has to be returned.
     *
     * @param after the last one of the part before this one, or null
     */
    public Listed toBeReturned(@Nullable UUID after, int most) {
        List<StoredLoan> found = reader.stored(jdbc.sql("""
                        select * from loan where first_unpaid_due is null and held_minor > 0 and id > ?
                        order by id limit ?""").params(after == null ? new UUID(0, 0) : after, most + 1));
        List<StoredLoan> part = found.subList(0, Math.min(most, found.size()));
        return Listed.of(part, found.size() > most ? part.getLast().id() : null);
    }

    /** How many there are of them. */
    public long toBeReturnedCount() {
        return jdbc.sql("select count(*) from loan where first_unpaid_due is null and held_minor > 0")
                .query(Long.class)
                .single();
    }

    /**
     * Loans that were written off and of which not everything has come back.
     *
     * @param after the last one of the part before this one, or null
     */
    public Listed writtenOff(@Nullable UUID after, int most) {
        List<StoredLoan> found = reader.stored(jdbc.sql("""
                        select * from loan where lost_minor > 0 and id > ?
                        order by id limit ?""").params(after == null ? new UUID(0, 0) : after, most + 1));
        List<StoredLoan> part = found.subList(0, Math.min(most, found.size()));
        return Listed.of(part, found.size() > most ? part.getLast().id() : null);
    }

    /** How many there are of them. */
    public long writtenOffCount() {
        return jdbc.sql("select count(*) from loan where lost_minor > 0")
                .query(Long.class)
                .single();
    }

    /** The loans that requests are about. */
    public Listed ofRequests(List<LoanRequest> requests) {
        String[] ids =
                requests.stream().map(request -> request.loanId().toString()).toArray(String[]::new);
        return Listed.of(
                reader.stored(jdbc.sql("select * from loan where id = any(?::uuid[]) order by number")
                        .param(ids)),
                null);
    }

    /**
     * A part of a list.
     *
     * @param broken those that cannot be shown, because their record cannot be replayed
     * @param next the last one of this part if the list goes on, or null
     */
    public record Listed(
            List<Loan> loans, List<Broken> broken, @Nullable UUID next) {
        public Listed {
            loans = List.copyOf(loans);
            broken = List.copyOf(broken);
        }

        private static Listed of(List<StoredLoan> part, @Nullable UUID next) {
            List<Loan> loans = new ArrayList<>();
            List<Broken> broken = new ArrayList<>();
            for (StoredLoan stored : part) {
                try {
                    loans.add(stored.replayed());
                } catch (BrokenLoanException e) {
                    // The others are shown; its own page says what is wrong.
                    broken.add(new Broken(e.id(), e.number()));
                }
            }
            return new Listed(loans, broken, next);
        }
    }

    /** A loan whose record cannot be replayed. */
    public record Broken(UUID id, long number) {}

    /** How many loans have been waiting for payment since each day, and the principal that is owed on them. */
    public List<WaitingSince> waitingSince() {
        return jdbc
                .sql("""
                        select first_unpaid_due, currency, count(*) as loans, sum(principal_owed_minor)::bigint as owed
                        from loan where first_unpaid_due is not null
                        group by first_unpaid_due, currency order by first_unpaid_due""")
                .query((row, n) -> new Waiting(
                        row.getDate("first_unpaid_due").toLocalDate(),
                        row.getInt("loans"),
                        row.getString("currency"),
                        row.getLong("owed")))
                .list()
                .stream()
                // Loans in no currency are broken, and named beside the list.
                .filter(since -> StoredLoan.isCurrency(since.currency()))
                .map(since -> new WaitingSince(
                        since.firstUnpaidDue(),
                        since.loans(),
                        Money.ofMinor(Currency.getInstance(since.currency()), since.owedMinor())))
                .toList();
    }

    private record Waiting(LocalDate firstUnpaidDue, int loans, String currency, long owedMinor) {}

    /** Loans whose first unpaid instalment is or was due on one day. */
    public record WaitingSince(LocalDate firstUnpaidDue, int loans, Money principal) {}

    /** How many loans there are. */
    public long count() {
        return jdbc.sql("select count(*) from loan").query(Long.class).single();
    }

    /** The sum over the whole ledger by currency, in minor units: zero for each, or something is badly wrong. */
    public List<Money> ledgerSums() {
        return jdbc.sql(
                        "select currency, sum(amount_minor)::bigint as total from ledger_entry group by currency order by currency")
                .query((row, n) -> Money.ofMinor(Currency.getInstance(row.getString("currency")), row.getLong("total")))
                .list();
    }
}
