package org.quanheng.app.loan.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.loan.Loan;
import org.quanheng.app.loan.LoanChange;
import org.quanheng.app.loan.Payment;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LoanEvent;

/** Reads a change of a loan that is asked for. */
final class LoanChangeInput {
    static final String WAY = "way";
    static final String MONTHS = "months";
    static final String INSTALMENTS = "instalments";
    static final String REASON = "reason";

    /** The two ways in which an early repayment can change the plan. */
    static final List<Excess> WAYS = List.of(Excess.FEWER_INSTALMENTS, Excess.SMALLER_INSTALMENTS);

    /** How long ahead an early repayment can be planned, in days. */
    private static final int MOST_DAYS_AHEAD = 60;

    private LoanChangeInput() {}

    /** The last part of the address of a kind's page. */
    static String path(LoanChange.Kind kind) {
        return LoanInputs.code(kind).replace('_', '-');
    }

    /** The kind whose page has this address. */
    static LoanChange.Kind kind(String address) {
        String last = address.substring(address.lastIndexOf('/') + 1);
        return LoanChange.Kind.valueOf(last.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** The change, or null after noting everything that is wrong with it. */
    static @Nullable LoanChange read(LoanChange.Kind kind, LoanInputs inputs, Loan loan, LocalDate today) {
        LoanChange change = switch (kind) {
            case EARLY_REPAYMENT -> early(inputs, loan, today);
            case EXTENSION -> {
                Integer months = months(inputs);
                LoanChange.Reason reason = reason(inputs);
                yield months == null || reason == null ? null : new LoanChange.Extension(months, reason);
            }
            case HOLIDAY -> {
                Integer instalments = instalments(inputs);
                LoanChange.Reason reason = reason(inputs);
                yield instalments == null || reason == null ? null : new LoanChange.Holiday(instalments, reason);
            }
        };
        return inputs.faults().isEmpty() ? change : null;
    }

    private static @Nullable LoanChange early(LoanInputs inputs, Loan loan, LocalDate today) {
        LocalDate on = plannedOn(inputs, today);
        Money amount = inputs.payable(loan, on, today);
        Excess way = inputs.option(WAY, WAYS);
        return on == null || amount == null || way == null
                ? null
                : new LoanChange.EarlyRepayment(amount.minorUnits(), way, on);
    }

    /** What to show before it is asked for, while nothing is chosen yet: the events by {@code change.way.<code>}; none if faulty. */
    static Map<String, LoanEvent> ways(LoanChange.Kind kind, LoanInputs inputs, Loan loan, LocalDate today) {
        String id = loan.nextEventId();
        return switch (kind) {
            case EARLY_REPAYMENT -> {
                LocalDate on = plannedOn(inputs, today);
                Money amount = inputs.payable(loan, on, today);
                yield on == null || amount == null ? Map.of() : earlyWays(id, on, amount);
            }
            case EXTENSION -> {
                Integer months = months(inputs);
                yield months == null ? Map.of() : one(kind, new LoanEvent.Extended(id, today, months));
            }
            case HOLIDAY -> {
                Integer instalments = instalments(inputs);
                yield instalments == null ? Map.of() : one(kind, new LoanEvent.HolidayGranted(id, today, instalments));
            }
        };
    }

    private static Map<String, LoanEvent> one(LoanChange.Kind kind, LoanEvent event) {
        return Map.of(LoanInputs.code(kind), event);
    }

    private static Map<String, LoanEvent> earlyWays(String id, LocalDate on, Money amount) {
        Map<String, LoanEvent> ways = new LinkedHashMap<>();
        for (Excess way : WAYS) {
            ways.put(LoanInputs.code(way), Payment.event(id, on, amount, way));
        }
        return ways;
    }

    private static @Nullable LocalDate plannedOn(LoanInputs inputs, LocalDate today) {
        return inputs.day(today, today.plusDays(MOST_DAYS_AHEAD));
    }

    /** How many months or instalments a kind can have; 0 if it has none. */
    static int most(LoanChange.Kind kind) {
        return switch (kind) {
            case EARLY_REPAYMENT -> 0;
            case EXTENSION -> LoanChange.Extension.MOST_MONTHS;
            case HOLIDAY -> LoanChange.Holiday.MOST_INSTALMENTS;
        };
    }

    private static @Nullable Integer months(LoanInputs inputs) {
        return inputs.whole(MONTHS, 1, most(LoanChange.Kind.EXTENSION));
    }

    private static @Nullable Integer instalments(LoanInputs inputs) {
        return inputs.whole(INSTALMENTS, 1, most(LoanChange.Kind.HOLIDAY));
    }

    private static LoanChange.@Nullable Reason reason(LoanInputs inputs) {
        return inputs.option(REASON, List.of(LoanChange.Reason.values()));
    }
}
