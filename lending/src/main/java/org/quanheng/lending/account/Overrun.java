package org.quanheng.lending.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.quanheng.lending.Rate;
import org.quanheng.lending.account.AllocationOrder.Part;
import org.quanheng.lending.schedule.InterestFactor;
import org.quanheng.lending.schedule.InterestSum;
import org.quanheng.lending.terms.Period;
import org.quanheng.lending.terms.RateChange;
import org.quanheng.lending.terms.ResolvedTerms;

/** Principal that is still owed when the last instalment has fallen due bears interest on, in periods like those before. */
final class Overrun {
    private final ResolvedTerms loan;
    private final List<Period> before;
    private final TreeMap<LocalDate, Long> late = new TreeMap<>();

    /**
     * Begins on a day.
     *
     * @param before the periods of the loan, all over
     * @param dues what is late from that day on, or becomes so later
     */
    Overrun(ResolvedTerms loan, List<Period> before, Dues dues, LocalDate from) {
        this.loan = loan;
        this.before = List.copyOf(before);
        for (LocalDate day : dues.daysToPay(from)) {
            long amount = dues.late(day, Part.PRINCIPAL);
            // A cut where nothing changes is none.
            if (late.isEmpty() || late.lastEntry().getValue() != amount) {
                late.put(day, amount);
            }
        }
    }

    /** The interest up to a day; none if the day is not later. */
    long interest(List<RateChange> rates, LocalDate to) {
        InterestSum sum = new InterestSum(loan.terms().rounding());
        List<Period> periods = new ArrayList<>(before);
        LocalDate start = late.firstKey();
        while (late.lastEntry().getValue() > 0 && start.isBefore(to)) {
            while (!periods.getLast().end().isAfter(start)) {
                periods.add(loan.following(periods));
            }
            Rate rate = OpenPeriod.rate(rates, start);
            LocalDate more = late.higherKey(start);
            LocalDate until = more != null && more.isBefore(to) ? more : to;
            LocalDate end = end(periods.getLast(), rates, start, until);
            long principal = late.floorEntry(start).getValue();
            sum.add(principal, InterestFactor.of(rate, loan.time(periods.getLast(), start, end)));
            start = end;
        }
        return sum.rounded();
    }

    /** Where a stretch of one period and one rate ends. */
    private static LocalDate end(Period period, List<RateChange> rates, LocalDate start, LocalDate to) {
        LocalDate last = period.end().isBefore(to) ? period.end() : to;
        Rate rate = OpenPeriod.rate(rates, start);
        return rates.stream()
                .filter(change -> change.from().isAfter(start) && !change.rate().equals(rate))
                .map(RateChange::from)
                .filter(day -> day.isBefore(last))
                .min(Comparator.naturalOrder())
                .orElse(last);
    }
}
