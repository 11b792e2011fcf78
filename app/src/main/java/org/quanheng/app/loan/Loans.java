package org.quanheng.app.loan;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.quanheng.app.audit.Ids;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.ledger.LedgerEntry;
import org.quanheng.lending.ledger.Posting;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.LoanTerms;
import org.quanheng.lending.schedule.RepaymentMethod;
import org.quanheng.lending.schedule.Schedule;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens loans and shows them. */
@Component
public class Loans {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Ids ids;
    private final Clock clock;

    Loans(JdbcClient jdbc, JdbcTemplate batches, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.ids = ids;
        this.clock = clock;
    }

    /** The schedule of a contract; the same code for an offer, for the contract and for the calculator. */
    public static Schedule scheduleOf(LoanContract contract) {
        return LoanTerms.monthly(
                        contract.principal(), new Rate(contract.annualRate()), contract.months(), contract.method())
                .resolve(contract.disbursedOn())
                .schedule();
    }

    /** Opens a loan in the caller's transaction: contract, schedule, and the entries of its disbursement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(UUID id, LoanContract contract) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into loan (id, customer_id, product_id, product_version, currency, principal_minor, annual_rate,
                                annual_cost, months, repayment_method, disbursed_on, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        contract.customerId(),
                        contract.productId(),
                        contract.productVersion(),
                        contract.principal().currencyCode(),
                        contract.principal().minorUnits(),
                        contract.annualRate(),
                        contract.annualCost(),
                        contract.months(),
                        contract.method().name(),
                        Date.valueOf(contract.disbursedOn()),
                        now)
                .update();
        List<Object[]> rows = new ArrayList<>();
        for (Instalment instalment : scheduleOf(contract).instalments()) {
            rows.add(new Object[] {
                id,
                instalment.number(),
                Date.valueOf(instalment.dueDate()),
                instalment.principal().minorUnits(),
                instalment.interest().minorUnits(),
                instalment.balanceAfter().minorUnits()
            });
        }
        batches.batchUpdate(
                "insert into instalment (loan_id, number, due_on, principal_minor, interest_minor, balance_minor)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows);
        book(id, LedgerEntry.disbursement(contract.disbursedOn(), contract.principal()), now);
    }

    private void book(UUID loanId, LedgerEntry entry, Timestamp now) {
        UUID postingId = ids.next();
        List<Object[]> rows = new ArrayList<>();
        for (Posting posting : entry.postings()) {
            rows.add(new Object[] {
                postingId,
                loanId,
                entry.kind().name(),
                posting.account().name(),
                posting.amount().currencyCode(),
                posting.amount().minorUnits(),
                Date.valueOf(entry.valueDate()),
                now
            });
        }
        batches.batchUpdate(
                "insert into ledger_entry (posting_id, loan_id, event, account, currency, amount_minor, booked_on, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** The loan with this id if it is this customer's. */
    public Optional<Loan> ofCustomer(UUID customerId, UUID loanId) {
        return jdbc.sql("select * from loan where id = ? and customer_id = ?")
                .params(loanId, customerId)
                .query(this::read)
                .optional();
    }

    private Loan read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Currency currency = Currency.getInstance(row.getString("currency"));
        LoanContract contract = new LoanContract(
                row.getObject("customer_id", UUID.class),
                row.getString("product_id"),
                row.getInt("product_version"),
                Money.ofMinor(currency, row.getLong("principal_minor")),
                row.getBigDecimal("annual_rate"),
                row.getBigDecimal("annual_cost"),
                row.getInt("months"),
                RepaymentMethod.valueOf(row.getString("repayment_method")),
                row.getDate("disbursed_on").toLocalDate());
        return new Loan(id, row.getLong("number"), contract, schedule(id, currency), entries(id));
    }

    private List<Loan.ScheduledInstalment> schedule(UUID loanId, Currency currency) {
        return jdbc.sql("""
                        select number, due_on, principal_minor, interest_minor, balance_minor from instalment
                        where loan_id = ? order by number""")
                .param(loanId)
                .query((row, n) -> new Loan.ScheduledInstalment(
                        row.getInt("number"),
                        row.getDate("due_on").toLocalDate(),
                        Money.ofMinor(currency, row.getLong("principal_minor")),
                        Money.ofMinor(currency, row.getLong("interest_minor")),
                        Money.ofMinor(currency, row.getLong("balance_minor"))))
                .list();
    }

    private List<Loan.BookedEntry> entries(UUID loanId) {
        return jdbc.sql("""
                        select posting_id, booked_on, event, account, currency, amount_minor from ledger_entry
                        where loan_id = ? order by id""")
                .param(loanId)
                .query((row, n) -> new Loan.BookedEntry(
                        row.getObject("posting_id", UUID.class),
                        row.getDate("booked_on").toLocalDate(),
                        row.getString("event"),
                        row.getString("account"),
                        Money.ofMinor(Currency.getInstance(row.getString("currency")), row.getLong("amount_minor"))))
                .list();
    }

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
