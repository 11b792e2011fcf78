package org.quanheng.app.loan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.schedule.Instalment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Replays every loan from its contract and events, and compares: agreed schedule, postings, place in the list of what is unpaid. */
public final class LedgerVerifier {
    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final List<String> faults = new ArrayList<>();
    private long loans;
    private long entries;

    LedgerVerifier(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Verifies a database from outside the running application. */
    public static LedgerVerification verify(DataSource database) {
        return new LedgerVerifier(JdbcClient.create(database)).verify();
    }

    LedgerVerification verify() {
        LoanReader reader = new LoanReader(jdbc);
        UUID last = new UUID(0, 0);
        List<StoredLoan> page;
        do {
            page = reader.stored(
                    jdbc.sql("select * from loan where id > ? order by id limit ?").params(last, PAGE));
            page.forEach(this::compare);
            last = page.isEmpty() ? last : page.getLast().id();
        } while (page.size() == PAGE);
        return new LedgerVerification(loans, entries, faults);
    }

    private void compare(StoredLoan stored) {
        Loan loan = stored.replayed();
        loans++;
        List<LedgerLine> booked = LoanLedger.booked(jdbc, loan.id());
        entries += booked.size();
        LoanLedger.Difference difference =
                LoanLedger.Difference.between(booked, loan.account().entries(loan.bookedTo()));
        difference.surplus().forEach(line -> fault(loan, "no entry", line.entry()));
        difference.missing().forEach(entry -> fault(loan, entry, "none"));
        LocalDate unpaid = Loan.firstUnpaidDue(loan.account(), loan.bookedTo());
        if (!Objects.equals(unpaid, stored.firstUnpaidDue())) {
            fault(loan, "first unpaid " + unpaid, stored.firstUnpaidDue());
        }
        Money owed = loan.account().state(loan.bookedTo()).principal();
        if (!owed.equals(stored.principalOwed())) {
            fault(loan, "principal owed " + owed, stored.principalOwed());
        }
        compareSchedule(loan);
    }

    private void compareSchedule(Loan loan) {
        List<String> agreed = loan.contract().terms().schedule().instalments().stream()
                .map(LedgerVerifier::text)
                .toList();
        List<String> kept = jdbc.sql("""
                        select number || ' ' || due_on || ' ' || principal_minor || ' ' || interest_minor || ' ' || balance_minor as line
                        from instalment where loan_id = ? order by number""")
                .param(loan.id())
                .query((row, n) -> row.getString("line"))
                .list();
        if (!agreed.equals(kept)) {
            fault(loan, "the agreed schedule " + agreed, kept);
        }
    }

    private static String text(Instalment row) {
        return row.number() + " " + row.dueDate() + " " + row.principal().minorUnits() + " "
                + row.interest().minorUnits() + " " + row.balanceAfter().minorUnits();
    }

    private void fault(Loan loan, @Nullable Object expected, @Nullable Object came) {
        faults.add("loan " + loan.number() + ": expected " + expected + ", came " + came);
    }
}
