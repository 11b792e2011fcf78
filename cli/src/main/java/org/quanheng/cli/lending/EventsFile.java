package org.quanheng.cli.lending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Json;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LoanEvent;
import tools.jackson.databind.JsonNode;

/** Reads what happened to a loan from a JSON list; docs/methods/lending-files.md lists the events and their fields. */
final class EventsFile {
    private static final int PERIODS_MAX = 600;

    private final @Nullable Currency currency;
    private final CallFaults faults;

    EventsFile(@Nullable Currency currency, CallFaults faults) {
        this.currency = currency;
        this.faults = faults;
    }

    /** The events in the order of the file; faulty ones are left out, and their faults recorded. */
    List<LoanEvent> read(JsonNode list) {
        List<LoanEvent> events = new ArrayList<>();
        if (!list.isArray()) {
            faults.add("--events", "a JSON list", list.getNodeType().name());
        }
        int number = 0;
        for (JsonNode node : list.isArray() ? list : Json.array()) {
            number++;
            Fields fields = new Fields("event " + number, node, faults);
            String id = fields.has("id") ? fields.words("id") : "event " + number;
            LoanEvent event = event(fields, id, fields.date("date"));
            fields.refuseOthers();
            if (event != null) {
                events.add(event);
            }
        }
        return events;
    }

    private @Nullable LoanEvent event(Fields fields, String id, LocalDate on) {
        if (!fields.has("event")) {
            fields.words("event");
            return null;
        }
        return switch (fields.word("event", Kind.class, Kind.REPAID)) {
            case DISBURSED -> new LoanEvent.Disbursed(id, on, amount(fields));
            case REPAID -> new LoanEvent.Repaid(id, on, amount(fields));
            case REPAID_EARLY ->
                new LoanEvent.RepaidEarly(
                        id, on, amount(fields), fields.word("excess", Excess.class, Excess.SMALLER_INSTALMENTS));
            case FEE_CHARGED -> new LoanEvent.FeeCharged(id, on, fields.words("name"), amount(fields));
            case PENALTY_CHARGED -> new LoanEvent.PenaltyCharged(id, on, amount(fields));
            case RATE_RESET -> new LoanEvent.RateReset(id, on, rate(fields));
            case PARTNER_SHARED ->
                new LoanEvent.PartnerShared(id, on, fields.words("partner"), fields.decimal("percent", "0", "100"));
            case EXTENDED -> new LoanEvent.Extended(id, on, fields.whole("periods", 1, PERIODS_MAX));
            case RESCHEDULED ->
                new LoanEvent.Rescheduled(
                        id, on, fields.whole("instalments", 1, PERIODS_MAX), fields.has("rate") ? rate(fields) : null);
            case HOLIDAY_GRANTED -> new LoanEvent.HolidayGranted(id, on, fields.whole("instalments", 1, PERIODS_MAX));
            case REFUNDED -> new LoanEvent.Refunded(id, on, amount(fields));
            case WRITTEN_OFF -> new LoanEvent.WrittenOff(id, on);
            case RECOVERED -> new LoanEvent.Recovered(id, on, amount(fields));
            case REVERSED -> new LoanEvent.Reversed(id, on, fields.words("reverses"));
        };
    }

    private static Rate rate(Fields fields) {
        return new Rate(fields.decimal("rate", "0", "10"));
    }

    private Money amount(Fields fields) {
        return Objects.requireNonNullElseGet(
                fields.amount("amount", currency), () -> Money.zero(Currency.getInstance("CNY")));
    }

    /** The kinds of events, typed in lower case. */
    enum Kind {
        DISBURSED,
        REPAID,
        REPAID_EARLY,
        FEE_CHARGED,
        PENALTY_CHARGED,
        RATE_RESET,
        PARTNER_SHARED,
        EXTENDED,
        RESCHEDULED,
        HOLIDAY_GRANTED,
        REFUNDED,
        WRITTEN_OFF,
        RECOVERED,
        REVERSED
    }
}
