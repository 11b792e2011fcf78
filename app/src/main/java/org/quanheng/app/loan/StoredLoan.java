package org.quanheng.app.loan;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.terms.RepaymentMethod;

/**
 * A loan as its rows keep it, not replayed yet.
 *
 * @param bookedTo the day up to which its postings stand in the ledger
 * @param firstUnpaidDue where it stands in the lists, null if everything is paid; it follows from the events
 * @param principalOwed on the day up to which it is booked; it follows from the events
 * @param events everything recorded, in that order
 */
record StoredLoan(
        UUID id,
        long number,
        LoanContract contract,
        LocalDate bookedTo,
        @Nullable LocalDate firstUnpaidDue,
        Money principalOwed,
        List<RecordedEvent> events) {
    StoredLoan {
        events = List.copyOf(events);
    }

    /** A row of the table {@code loan}, which knows nothing of the events. */
    static StoredLoan read(ResultSet row, int number) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        Date firstUnpaidDue = row.getDate("first_unpaid_due");
        return new StoredLoan(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                new LoanContract(
                        row.getObject("customer_id", UUID.class),
                        row.getString("product_id"),
                        row.getInt("product_version"),
                        Money.ofMinor(currency, row.getLong("principal_minor")),
                        row.getBigDecimal("annual_rate"),
                        row.getBigDecimal("annual_cost"),
                        row.getInt("months"),
                        RepaymentMethod.valueOf(row.getString("repayment_method")),
                        row.getDate("disbursed_on").toLocalDate()),
                row.getDate("booked_to").toLocalDate(),
                firstUnpaidDue == null ? null : firstUnpaidDue.toLocalDate(),
                Money.ofMinor(currency, row.getLong("principal_owed_minor")),
                List.of());
    }

    StoredLoan with(List<RecordedEvent> recorded) {
        return new StoredLoan(id, number, contract, bookedTo, firstUnpaidDue, principalOwed, recorded);
    }

    /** The loan, its events replayed. */
    Loan replayed() {
        return Loan.of(id, number, contract, bookedTo, events);
    }
}
