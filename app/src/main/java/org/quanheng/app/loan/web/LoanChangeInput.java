package org.quanheng.app.loan.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.loan.Loan;
import org.quanheng.app.loan.LoanChange;
import org.quanheng.app.loan.Payment;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.FewestInstalments;
import org.quanheng.lending.account.LoanEvent;

/** Reads a change of a loan that is asked for. */
final class LoanChangeInput {
    static final String WAY = "way";
    static final String MONTHS = "months";
    static final String INSTALMENTS = "instalments";
    static final String RATE = "ratePercent";
    static final String REASON = "reason";
    static final String GROUND = "ground";

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
                Integer instalments = instalments(inputs, loan);
                LoanChange.Reason reason = reason(inputs);
                yield instalments == null || reason == null ? null : new LoanChange.Holiday(instalments, reason);
            }
            case RESTRUCTURING -> restructuring(inputs, loan, today);
            case WRITE_OFF -> {
                LoanChange.Ground ground = inputs.option(GROUND, List.of(LoanChange.Ground.values()));
                yield ground == null ? null : new LoanChange.WriteOff(ground);
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

    private static @Nullable LoanChange restructuring(LoanInputs inputs, Loan loan, LocalDate today) {
        Money monthly = inputs.amount(loan.contract().principal().currency());
        Integer instalments = monthly == null ? null : fewest(inputs, loan, today, monthly);
        LoanChange.Reason reason = reason(inputs);
        return monthly == null || instalments == null || reason == null
                ? null
                : new LoanChange.Restructuring(monthly.minorUnits(), instalments, null, reason);
    }

    /** The fewest instalments with which none asks for more than can be paid a month. */
    private static @Nullable Integer fewest(LoanInputs inputs, Loan loan, LocalDate today, Money monthly) {
        int most = most(LoanChange.Kind.RESTRUCTURING, loan);
        LoanEvent.Rescheduled plan = LoanChange.Restructuring.plan(loan, today, most, null);
        try {
            OptionalInt fewest = FewestInstalments.of(loan.account(), plan, monthly, most);
            if (fewest.isPresent()) {
                return fewest.getAsInt();
            }
            inputs.tooLittle(FewestInstalments.largest(loan.account(), plan, most));
            return null;
        } catch (FaultyInputException e) {
            // The loan cannot have a new plan, whatever can be paid; the preview of this one says why.
            return most;
        }
    }

    /** The terms that an officer sets for a change: of a restructuring its length and rate, of any other what was asked for. */
    static @Nullable LoanChange terms(LoanChange asked, LoanInputs inputs, Loan loan, LocalDate today) {
        if (!(asked instanceof LoanChange.Restructuring wish)) {
            return asked;
        }
        LoanEvent.Rescheduled plan = plan(inputs, loan, today);
        return plan == null ? null : wish.inTerms(plan);
    }

    /** A new plan in terms that somebody sets, or null after noting what is wrong with them. */
    static LoanEvent.@Nullable Rescheduled plan(LoanInputs inputs, Loan loan, LocalDate today) {
        Integer instalments = inputs.whole(INSTALMENTS, 1, most(LoanChange.Kind.RESTRUCTURING, loan));
        BigDecimal rate = inputs.rate(RATE, loan.contract().annualRate());
        return instalments == null || !inputs.faults().isEmpty()
                ? null
                : LoanChange.Restructuring.plan(loan, today, instalments, rate);
    }

    /** What to show before it is asked for, while nothing is chosen yet: the events by {@code change.way.<code>}; none if faulty. */
    static Map<String, LoanEvent> ways(LoanChange.Kind kind, LoanInputs inputs, Loan loan, LocalDate today) {
        String id = loan.nextEventId();
        return switch (kind) {
            case EARLY_REPAYMENT -> {
                LocalDate on = plannedOn(inputs, today);
                Money amount = inputs.payable(loan, on, today);
                yield on == null || amount == null ? Map.of() : earlyWays(loan, on, amount);
            }
            case EXTENSION -> {
                Integer months = months(inputs);
                yield months == null ? Map.of() : one(kind, new LoanEvent.Extended(id, today, months));
            }
            case HOLIDAY -> {
                Integer instalments = instalments(inputs, loan);
                yield instalments == null ? Map.of() : one(kind, new LoanEvent.HolidayGranted(id, today, instalments));
            }
            case RESTRUCTURING -> {
                Money monthly = inputs.amount(loan.contract().principal().currency());
                Integer instalments = monthly == null ? null : fewest(inputs, loan, today, monthly);
                yield instalments == null
                        ? Map.of()
                        : one(kind, LoanChange.Restructuring.plan(loan, today, instalments, null));
            }
            case WRITE_OFF -> one(kind, new LoanEvent.WrittenOff(id, today));
        };
    }

    private static Map<String, LoanEvent> one(LoanChange.Kind kind, LoanEvent event) {
        return Map.of(LoanInputs.code(kind), event);
    }

    private static Map<String, LoanEvent> earlyWays(Loan loan, LocalDate on, Money amount) {
        Map<String, LoanEvent> ways = new LinkedHashMap<>();
        for (Excess way : WAYS) {
            ways.put(LoanInputs.code(way), Payment.event(loan.account(), on, amount, way));
        }
        return ways;
    }

    private static @Nullable LocalDate plannedOn(LoanInputs inputs, LocalDate today) {
        return inputs.day(today, today.plusDays(MOST_DAYS_AHEAD));
    }

    /** How many months or instalments a kind can have on a loan; 0 if it has none. */
    static int most(LoanChange.Kind kind, Loan loan) {
        return switch (kind) {
            case EARLY_REPAYMENT, WRITE_OFF -> 0;
            case EXTENSION -> LoanChange.Extension.MOST_MONTHS;
            case HOLIDAY -> loan.contract().changes().holidayInstalmentsMax();
            case RESTRUCTURING -> loan.contract().changes().restructuringInstalmentsMax();
        };
    }

    private static @Nullable Integer months(LoanInputs inputs) {
        return inputs.whole(MONTHS, 1, LoanChange.Extension.MOST_MONTHS);
    }

    private static @Nullable Integer instalments(LoanInputs inputs, Loan loan) {
        return inputs.whole(INSTALMENTS, 1, most(LoanChange.Kind.HOLIDAY, loan));
    }

    private static LoanChange.@Nullable Reason reason(LoanInputs inputs) {
        return inputs.option(REASON, List.of(LoanChange.Reason.values()));
    }
}
