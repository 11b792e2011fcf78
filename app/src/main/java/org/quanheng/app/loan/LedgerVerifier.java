package org.quanheng.app.loan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.LoanAccount;
import org.quanheng.lending.account.LoanState;
import org.quanheng.lending.ledger.LedgerEntry;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.Schedule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Replays every loan from its contract and events, and compares: agreed schedule, postings, place in the list of what is unpaid. */
public final class LedgerVerifier {
    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final List<String> faults = new ArrayList<>();
    private long loans;
    private long entries;

    private LedgerVerifier(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Verifies a database from outside the running application. */
    public static LedgerVerification verify(DataSource database) {
        return verify(JdbcClient.create(database), new DataSourceTransactionManager(database));
    }

    /** Verifies the ledger as it stands at one moment, whatever is recorded meanwhile. */
    static LedgerVerification verify(JdbcClient jdbc, PlatformTransactionManager transactions) {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return snapshot.execute(_ -> new LedgerVerifier(jdbc).verify());
    }

    private LedgerVerification verify() {
        LoanReader reader = new LoanReader(jdbc);
        UUID last = new UUID(0, 0);
        List<StoredLoan> page;
        do {
            page = reader.stored(jdbc.sql("select * from loan where id > ? order by id limit ?")
                    .params(last, PAGE));
            page.forEach(this::compare);
            last = page.isEmpty() ? last : page.getLast().id();
        } while (page.size() == PAGE);
        return new LedgerVerification(loans, entries, faults);
    }

    /** What the events of a loan say, with nothing asked of the database. */
    private record Replayed(
            List<LedgerEntry> entries,
            @Nullable LocalDate firstUnpaidDue,
            Money principalOwed,
            Money held,
            Money lost,
            List<String> schedule) {
        static Replayed of(StoredLoan stored) {
            Loan loan = stored.replayed();
            LoanAccount account = loan.account();
            LoanState state = account.state(stored.bookedTo());
            return new Replayed(
                    account.entries(stored.bookedTo()),
                    Loan.firstUnpaidDue(account, stored.bookedTo()),
                    state.principal(),
                    state.held(),
                    state.lost(),
                    Schedule.of(loan.contract().terms()).instalments().stream()
                            .map(LedgerVerifier::text)
                            .toList());
        }
    }

    private void compare(StoredLoan loan) {
        loans++;
        Replayed replayed;
        try {
            replayed = Replayed.of(loan);
        } catch (RuntimeException e) {
            // Whatever breaks the replay of one loan, the others are compared all the same.
            fault(loan, "events that can be replayed", e.getMessage());
            return;
        }
        compare(loan, replayed);
    }

    private void compare(StoredLoan loan, Replayed replayed) {
        List<LedgerLine> booked;
        try {
            booked = LoanLedger.booked(jdbc, loan.id());
        } catch (IllegalArgumentException e) {
            fault(loan, "postings that make sense", e.getMessage());
            return;
        }
        entries += booked.size();
        LoanLedger.Difference difference = LoanLedger.Difference.between(booked, replayed.entries());
        difference.surplus().forEach(line -> fault(loan, "no entry", line.entry()));
        difference.missing().forEach(entry -> fault(loan, entry, "none"));
        if (!Objects.equals(replayed.firstUnpaidDue(), loan.firstUnpaidDue())) {
            fault(loan, "first unpaid " + replayed.firstUnpaidDue(), loan.firstUnpaidDue());
        }
        compare(loan, "principal owed", replayed.principalOwed(), loan.principalOwedMinor());
        compare(loan, "held", replayed.held(), loan.heldMinor());
        compare(loan, "lost", replayed.lost(), loan.lostMinor());
        List<String> kept = jdbc.sql("""
                        select number || ' ' || due_on || ' ' || principal_minor || ' ' || interest_minor || ' ' || fees_minor || ' '
                                || balance_minor as line
                        from instalment where loan_id = ? order by number""")
                .param(loan.id())
                .query((row, n) -> row.getString("line"))
                .list();
        if (!replayed.schedule().equals(kept)) {
            fault(loan, "the agreed schedule " + replayed.schedule(), kept);
        }
    }

    private void compare(StoredLoan loan, String figure, Money replayed, long keptMinor) {
        Money kept = Money.ofMinor(replayed.currency(), keptMinor);
        if (!replayed.equals(kept)) {
            fault(loan, figure + " " + replayed, kept);
        }
    }

    private static String text(Instalment row) {
        return row.number() + " " + row.dueDate() + " " + row.principal().minorUnits() + " "
                + row.interest().minorUnits() + " " + row.fees().minorUnits() + " "
                + row.balanceAfter().minorUnits();
    }

    private void fault(StoredLoan loan, @Nullable Object expected, @Nullable Object came) {
        faults.add("loan " + loan.number() + ": expected " + expected + ", came " + came);
    }
}
