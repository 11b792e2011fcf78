package org.quanheng.app.loan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.quanheng.lending.Money;
import org.quanheng.lending.schedule.RepaymentMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a loan from its row and its events. */
final class LoanReader {
    private final LoanEvents events;

    LoanReader(JdbcClient jdbc) {
        this.events = new LoanEvents(jdbc);
    }

    Loan read(ResultSet row, int number) throws SQLException {
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
        LocalDate bookedTo = row.getDate("booked_to").toLocalDate();
        return Loan.of(id, row.getLong("number"), contract, bookedTo, events.of(id, currency));
    }
}
