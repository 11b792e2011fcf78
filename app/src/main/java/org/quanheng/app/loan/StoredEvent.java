package org.quanheng.app.loan;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LoanEvent;

/** An event as its row keeps it: what one kind has and another has not is null. */
record StoredEvent(
        UUID loanId,
        int number,
        String kind,
        LocalDate countsFrom,
        @Nullable Long amountMinor,
        @Nullable String excess,
        @Nullable Integer periods,
        @Nullable BigDecimal annualRate,
        @Nullable Integer reverses,
        @Nullable String reference,
        String recordedBy,
        Instant recordedAt) {

    /** A row of the table {@code loan_event}. */
    static StoredEvent read(ResultSet row, int number) throws SQLException {
        return new StoredEvent(
                row.getObject("loan_id", UUID.class),
                row.getInt("number"),
                row.getString("kind"),
                row.getDate("counts_from").toLocalDate(),
                (Long) row.getObject("amount_minor"),
                row.getString("excess"),
                (Integer) row.getObject("periods"),
                row.getBigDecimal("annual_rate"),
                (Integer) row.getObject("reverses"),
                row.getString("reference"),
                row.getString("recorded_by"),
                row.getTimestamp("recorded_at").toInstant());
    }

    /** The row of an event. */
    static StoredEvent of(UUID loanId, RecordedEvent recorded) {
        return switch (recorded.event()) {
            case LoanEvent.Disbursed paidOut -> money(loanId, recorded, "DISBURSED", paidOut.amount(), null);
            case LoanEvent.Repaid repaid -> money(loanId, recorded, "REPAID", repaid.amount(), null);
            case LoanEvent.RepaidEarly early -> money(loanId, recorded, "REPAID_EARLY", early.amount(), early.excess());
            case LoanEvent.Refunded refunded -> money(loanId, recorded, "REFUNDED", refunded.amount(), null);
            case LoanEvent.Recovered recovered -> money(loanId, recorded, "RECOVERED", recovered.amount(), null);
            case LoanEvent.WrittenOff _ -> of(loanId, recorded, "WRITTEN_OFF", null, null, null, null, null);
            case LoanEvent.Extended extended -> plan(loanId, recorded, "EXTENDED", extended.periods(), null);
            case LoanEvent.HolidayGranted holiday ->
                plan(loanId, recorded, "HOLIDAY_GRANTED", holiday.instalments(), null);
            case LoanEvent.Rescheduled plan -> plan(loanId, recorded, "RESCHEDULED", plan.instalments(), plan.rate());
            case LoanEvent.Reversed reversed ->
                of(loanId, recorded, "REVERSED", null, null, null, null, Integer.valueOf(reversed.reverses()));
            default ->
                throw new IllegalArgumentException(
                        "expected an event that servicing records, came " + recorded.event());
        };
    }

    private static StoredEvent money(
            UUID loanId, RecordedEvent recorded, String kind, Money amount, @Nullable Excess excess) {
        return of(loanId, recorded, kind, amount, excess, null, null, null);
    }

    private static StoredEvent plan(
            UUID loanId, RecordedEvent recorded, String kind, int periods, @Nullable Rate rate) {
        return of(loanId, recorded, kind, null, null, periods, rate, null);
    }

    private static StoredEvent of(
            UUID loanId,
            RecordedEvent recorded,
            String kind,
            @Nullable Money amount,
            @Nullable Excess excess,
            @Nullable Integer periods,
            @Nullable Rate rate,
            @Nullable Integer reverses) {
        return new StoredEvent(
                loanId,
                recorded.number(),
                kind,
                recorded.event().date(),
                amount == null ? null : amount.minorUnits(),
                excess == null ? null : excess.name(),
                periods,
                rate == null ? null : rate.perYear(),
                reverses,
                recorded.reference(),
                recorded.recordedBy(),
                recorded.recordedAt());
    }

    /** The event of a loan in this currency. */
    RecordedEvent recorded(Currency currency) {
        return new RecordedEvent(event(currency), reference, recordedBy, recordedAt);
    }

    private LoanEvent event(Currency currency) {
        String id = Integer.toString(number);
        Money amount = Money.ofMinor(currency, amountMinor == null ? 0 : amountMinor);
        return switch (kind) {
            case "DISBURSED" -> new LoanEvent.Disbursed(id, countsFrom, amount);
            case "REPAID" -> new LoanEvent.Repaid(id, countsFrom, amount);
            case "REPAID_EARLY" ->
                new LoanEvent.RepaidEarly(id, countsFrom, amount, Excess.valueOf(String.valueOf(excess)));
            case "REFUNDED" -> new LoanEvent.Refunded(id, countsFrom, amount);
            case "WRITTEN_OFF" -> new LoanEvent.WrittenOff(id, countsFrom);
            case "RECOVERED" -> new LoanEvent.Recovered(id, countsFrom, amount);
            case "EXTENDED" -> new LoanEvent.Extended(id, countsFrom, periods == null ? 0 : periods);
            case "HOLIDAY_GRANTED" -> new LoanEvent.HolidayGranted(id, countsFrom, periods == null ? 0 : periods);
            case "RESCHEDULED" ->
                new LoanEvent.Rescheduled(
                        id,
                        countsFrom,
                        periods == null ? 0 : periods,
                        annualRate == null ? null : new Rate(annualRate));
            case "REVERSED" -> new LoanEvent.Reversed(id, countsFrom, String.valueOf(reverses));
            default -> throw new IllegalStateException("expected a kind of event that is stored, came " + kind);
        };
    }
}
