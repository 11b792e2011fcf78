package org.quanheng.cli.golden;

import com.opengamma.strata.basics.date.BusinessDayAdjustment;
import com.opengamma.strata.basics.schedule.PeriodicSchedule;
import com.opengamma.strata.basics.schedule.RollConvention;
import com.opengamma.strata.basics.schedule.Schedule;
import com.opengamma.strata.basics.schedule.SchedulePeriod;
import com.opengamma.strata.basics.schedule.StubConvention;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Fault;
import org.quanheng.fault.Faults;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.calendar.BusinessDayRule;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.calendar.HolidayCalendar;

/**
 * The period ends between two dates where both are given and the middle must be found: stubs at either end, rolls such as
 * the month end or the third Wednesday. A front for OpenGamma Strata's PeriodicSchedule, which is the reference for
 * these rules.
 *
 * @param start the first day
 * @param end the last day, after the start
 * @param frequency of the regular periods; null for one period from the start to the end
 * @param stub {@code NONE}, {@code SHORT_INITIAL}, {@code LONG_INITIAL}, {@code SMART_INITIAL}, the same with
 *     {@code FINAL}, or {@code BOTH}; null to let the dates say it
 * @param roll {@code EOM}, {@code DAY_1} to {@code DAY_30}, {@code DAY_MON} to {@code DAY_SUN}, {@code IMM} and others of Strata; null to let the dates say it
 * @param firstRegularStart where the first regular period begins; null for the start or the stub rule
 * @param lastRegularEnd where the last regular period ends; null for the end or the stub rule
 * @param startIsAdjusted true if the start was already moved to a business day and must not be moved again
 */
record PeriodicDates(
        LocalDate start,
        LocalDate end,
        @Nullable Frequency frequency,
        @Nullable String stub,
        @Nullable String roll,
        @Nullable LocalDate firstRegularStart,
        @Nullable LocalDate lastRegularEnd,
        boolean startIsAdjusted) {

    private static final long MOST_PERIODS = 100_000;

    /** The dates with a stub rule and nothing else. */
    static PeriodicDates between(LocalDate start, LocalDate end, Frequency frequency, String stub) {
        return new PeriodicDates(start, end, frequency, stub, null, null, null, false);
    }

    /**
     * What was found.
     *
     * @param unadjusted start, period ends, end
     * @param adjusted the same, each moved to a business day
     * @param roll the roll rule that applied, such as {@code DAY_17} or {@code EOM}
     */
    record Found(List<LocalDate> unadjusted, List<LocalDate> adjusted, String roll) {}

    /**
     * Finds the dates.
     *
     * @throws FaultyInputException if the dates, the frequency and the rules contradict each other, or there are more than 100,000
     *     periods
     */
    Found find(BusinessDayRule rule, HolidayCalendar calendar) {
        requireFewPeriods();
        StrataCalendar market = new StrataCalendar(calendar);
        try {
            Schedule schedule = definition(rule).createSchedule(market.referenceData());
            List<LocalDate> unadjusted = new ArrayList<>();
            List<LocalDate> adjusted = new ArrayList<>();
            unadjusted.add(schedule.getFirstPeriod().getUnadjustedStartDate());
            adjusted.add(schedule.getFirstPeriod().getStartDate());
            for (int k = 0; k < schedule.size(); k++) {
                SchedulePeriod period = schedule.getPeriod(k);
                unadjusted.add(period.getUnadjustedEndDate());
                adjusted.add(period.getEndDate());
            }
            return new Found(List.copyOf(unadjusted), List.copyOf(adjusted), named(schedule.getRollConvention()));
        } catch (FaultyInputException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            String problem = String.valueOf(e.getMessage());
            throw FaultyInputException.of(
                    "period dates", Fault.of("dates", "dates, frequency and rules that agree", problem));
        }
    }

    private void requireFewPeriods() {
        if (frequency != null) {
            long days = ChronoUnit.DAYS.between(start, frequency.after(start, 1));
            long periods = ChronoUnit.DAYS.between(start, end) / days;
            Faults faults = new Faults("period dates");
            faults.require(periods <= MOST_PERIODS, "periods", Phrase.of("at most {0}", MOST_PERIODS), periods);
            faults.throwIfAny();
        }
    }

    private PeriodicSchedule definition(BusinessDayRule rule) {
        PeriodicSchedule.Builder builder = PeriodicSchedule.builder()
                .startDate(start)
                .endDate(end)
                .frequency(strata(frequency))
                .businessDayAdjustment(StrataCalendar.adjustment(rule));
        if (startIsAdjusted) {
            builder.startDateBusinessDayAdjustment(BusinessDayAdjustment.NONE);
        }
        Optional.ofNullable(stub).map(StubConvention::of).ifPresent(builder::stubConvention);
        Optional.ofNullable(roll).map(PeriodicDates::strataRoll).ifPresent(builder::rollConvention);
        Optional.ofNullable(firstRegularStart).ifPresent(builder::firstRegularStartDate);
        Optional.ofNullable(lastRegularEnd).ifPresent(builder::lastRegularEndDate);
        return builder.build();
    }

    private static com.opengamma.strata.basics.schedule.Frequency strata(@Nullable Frequency frequency) {
        if (frequency == null) {
            return com.opengamma.strata.basics.schedule.Frequency.TERM;
        }
        return switch (frequency.unit()) {
            case DAY -> com.opengamma.strata.basics.schedule.Frequency.ofDays(frequency.every());
            case WEEK -> com.opengamma.strata.basics.schedule.Frequency.ofWeeks(frequency.every());
            case MONTH -> com.opengamma.strata.basics.schedule.Frequency.ofMonths(frequency.every());
        };
    }

    private static RollConvention strataRoll(String roll) {
        String upper = roll.toUpperCase(Locale.ROOT);
        if ("NONE".equals(upper)) {
            return RollConvention.of("None");
        }
        boolean day = upper.startsWith("DAY_") && upper.length() > 4;
        return RollConvention.of(
                day ? "Day" + upper.charAt(4) + upper.substring(5).toLowerCase(Locale.ROOT) : upper);
    }

    private static String named(RollConvention roll) {
        String name = roll.getName();
        return name.startsWith("Day") ? "DAY_" + name.substring(3).toUpperCase(Locale.ROOT) : name;
    }
}
