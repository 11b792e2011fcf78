package org.quanheng.app.loan;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.terms.Fee;

/** A fee of a contract as its row keeps it. */
record StoredFee(
        UUID loanId,
        int number,
        String kind,
        String payee,
        String charged,
        @Nullable Long amountMinor,
        @Nullable BigDecimal percent) {
    static StoredFee of(UUID loanId, int number, Fee fee) {
        Money amount = fee.amount();
        return new StoredFee(
                loanId,
                number,
                fee.name(),
                fee.payee(),
                fee.charged().name(),
                amount == null ? null : amount.minorUnits(),
                fee.percent());
    }

    static StoredFee read(ResultSet row, int number) throws SQLException {
        return new StoredFee(
                row.getObject("loan_id", UUID.class),
                row.getInt("number"),
                row.getString("kind"),
                row.getString("payee"),
                row.getString("charged"),
                (Long) row.getObject("amount_minor"),
                row.getBigDecimal("percent"));
    }

    /** The fee; throws where the row makes no sense. */
    Fee fee(Currency currency) {
        Money amount = amountMinor == null ? null : Money.ofMinor(currency, amountMinor);
        return new Fee(kind, payee, Fee.Charged.valueOf(charged), amount, percent);
    }
}
