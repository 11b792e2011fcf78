package org.quanheng.lending.account;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.account.LoanEvent.Rescheduled;

/**
 * The time in which a restructured loan is watched [重组观察期]: it begins with the first due date of the new plan, takes a year and
 * two due dates at least, and begins again at each due date that is missed. Meanwhile the loan is special mention at least, and no
 * better than it was before.
 *
 * <p>Source: Measures for the Risk Classification of Financial Assets of Commercial Banks (CBIRC and PBOC, 2023 no. 1), on restructured
 * assets. That a loan of a worse tier may rise earlier, once its bank is satisfied, is a judgement and not worked out here.
 *
 * @param until its last day as things stand
 * @param tier the best tier meanwhile
 */
public record Observation(LocalDate until, RiskTier tier) {
    private static final int YEARS_LEAST = 1;

    /** The observation that a loan is under on a day, or null if it is under none. */
    static @Nullable Observation of(LoanAccount account, LocalDate asOf, List<RiskTier.Threshold> thresholds) {
        Rescheduled last = account.lastRescheduled(asOf);
        if (last == null) {
            return null;
        }
        List<LocalDate> due = account.schedule(asOf).stream()
                .filter(row -> row.number() > 0 && row.dueDate().isAfter(last.date()))
                .map(AccountRow::dueDate)
                .toList();
        if (due.isEmpty()) {
            return null;
        }
        LocalDate from = due.getFirst();
        for (LocalDate day : due) {
            boolean past = day.isBefore(asOf);
            from = past && account.state(day.plusDays(1)).daysPastDue() > 0 ? day : from;
        }
        LocalDate begun = from;
        LocalDate second =
                due.stream().filter(day -> day.isAfter(begun)).findFirst().orElse(begun);
        LocalDate until = latest(from.plusYears(YEARS_LEAST), second);
        RiskTier before = account.state(last.date().minusDays(1)).tier(thresholds);
        return asOf.isAfter(until) ? null : new Observation(until, worse(before, RiskTier.SPECIAL_MENTION));
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static RiskTier worse(RiskTier one, RiskTier other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
