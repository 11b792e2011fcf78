package org.quanheng.lending.schedule;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quanheng.lending.Rate;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.terms.BalanceMove;
import org.quanheng.lending.terms.Period;
import org.quanheng.lending.terms.RateChange;
import org.quanheng.lending.terms.ResolvedTerms;

/**
 * A period cut into slices in which neither what was drawn nor the rate changes: the interest factor of each slice, and what
 * the balance changes by at the beginning of each, in smallest units.
 */
final class SlicedPeriod {
    private static final long[] NOTHING = {0};

    private final InterestFactor[] factors;
    private final long[] moved;

    private SlicedPeriod(InterestFactor[] factors, long[] moved) {
        this.factors = factors;
        this.moved = moved;
    }

    /** The slices of every period of a loan. */
    static SlicedPeriod[] of(ResolvedTerms resolved) {
        SlicedPeriod[] sliced = new SlicedPeriod[resolved.periods().size()];
        boolean plain = resolved.rates().size() == 1
                && resolved.moves().size() == 1
                && resolved.moves()
                        .getFirst()
                        .on()
                        .equals(resolved.periods().getFirst().start());
        NavigableMap<LocalDate, Long> moves = plain ? Collections.emptyNavigableMap() : moves(resolved);
        NavigableSet<LocalDate> changes = plain ? Collections.emptyNavigableSet() : changes(resolved);
        int free = resolved.terms().grace().interestFree();
        Period last = null;
        for (int k = 0; k < sliced.length; k++) {
            Period period = resolved.periods().get(k);
            boolean same = last != null && k - 1 >= free && last.time().equals(period.time());
            if (plain && k > 1 && same) {
                sliced[k] = sliced[k - 1];
            } else if (plain) {
                InterestFactor factor = k < free
                        ? InterestFactor.ZERO
                        : same
                                ? sliced[k - 1].factors[0]
                                : InterestFactor.of(resolved.rates().getFirst().rate(), period.time());
                long[] moved = k > 0
                        ? NOTHING
                        : new long[] {owed(resolved, resolved.moves().getFirst())};
                sliced[k] = new SlicedPeriod(new InterestFactor[] {factor}, moved);
            } else {
                sliced[k] = cut(resolved, moves, changes, period, k < free);
            }
            last = period;
        }
        return sliced;
    }

    /** Cuts the period where the balance or the rate changes; the days of both are those of the whole loan. */
    private static SlicedPeriod cut(
            ResolvedTerms resolved,
            NavigableMap<LocalDate, Long> moves,
            NavigableSet<LocalDate> changes,
            Period period,
            boolean free) {
        NavigableSet<LocalDate> starts =
                new TreeSet<>(moves.subMap(period.start(), period.end()).keySet());
        starts.addAll(changes.subSet(period.start(), period.end()));
        starts.add(period.start());
        InterestFactor[] factors = new InterestFactor[starts.size()];
        long[] moved = new long[starts.size()];
        int slice = 0;
        for (LocalDate start : starts) {
            LocalDate next = starts.higher(start);
            LocalDate end = next == null ? period.end() : next;
            Rate rate = free ? Rate.ZERO : resolved.rateOn(start);
            factors[slice] = InterestFactor.of(rate, resolved.time(period, start, end));
            moved[slice] = moves.getOrDefault(start, 0L);
            slice++;
        }
        return new SlicedPeriod(factors, moved);
    }

    /** What the balance changes by, by the day from which it counts. */
    private static NavigableMap<LocalDate, Long> moves(ResolvedTerms resolved) {
        NavigableMap<LocalDate, Long> moves = new TreeMap<>();
        for (BalanceMove move : resolved.moves()) {
            moves.merge(resolved.countsFrom(move.on()), owed(resolved, move), Math::addExact);
        }
        return moves;
    }

    /** The days on which the rate changes; one that is set anew to what it was cuts nothing: rounding must not see it. */
    private static NavigableSet<LocalDate> changes(ResolvedTerms resolved) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        Rate rate = resolved.rates().getFirst().rate();
        for (RateChange change : resolved.rates()) {
            if (!change.rate().equals(rate)) {
                days.add(change.from());
            }
            rate = change.rate();
        }
        return days;
    }

    /** A draw-down less what is paid of it at once. */
    private static long owed(ResolvedTerms resolved, BalanceMove move) {
        return move.amount().minorUnits() - resolved.downPayment(move.amount()).minorUnits();
    }

    /** The interest factor of the first slice, which is the whole period unless it is cut. */
    InterestFactor firstFactor() {
        return factors[0];
    }

    /** What the balance changes by at the beginning of the period. */
    long movedAtStart() {
        return moved[0];
    }

    /** True if something is drawn or repaid in it besides its instalment. */
    boolean moved() {
        return Arrays.stream(moved).anyMatch(amount -> amount != 0);
    }

    boolean whole() {
        return factors.length == 1;
    }

    /** What is owed at the end of the period of an opening balance to which the first move was added. */
    long closing(long opening) {
        long balance = opening;
        for (int slice = 1; slice < moved.length; slice++) {
            balance += moved[slice];
        }
        return balance;
    }

    /** The exact interest of the period on an opening balance to which the first move was added. */
    InterestSum interest(long opening, Rounding rounding) {
        InterestSum sum = new InterestSum(rounding);
        long balance = opening;
        for (int slice = 0; slice < factors.length; slice++) {
            balance += slice == 0 ? 0 : moved[slice];
            sum.add(balance, factors[slice]);
        }
        return sum;
    }

    /** True if the balance changes after the first day of the period, other than by the instalment. */
    boolean movesWithin() {
        for (int slice = 1; slice < moved.length; slice++) {
            if (moved[slice] != 0) {
                return true;
            }
        }
        return false;
    }

    /** What is drawn after the first day of the period. */
    long drawnWithin() {
        long drawn = 0;
        for (int slice = 1; slice < moved.length; slice++) {
            drawn += Math.max(0, moved[slice]);
        }
        return drawn;
    }

    /** Adds the interest on what was lent by the beginning of the period, and on each draw-down within it; repaid or not. */
    void addFlat(InterestSum sum, long lentBefore) {
        long lent = lentBefore;
        for (int slice = 0; slice < factors.length; slice++) {
            lent += slice == 0 ? 0 : Math.max(0, moved[slice]);
            sum.add(Math.max(0, lent), factors[slice]);
        }
    }

    /** The interest of the period as it is charged. */
    long charged(long opening, Rounding rounding) {
        return whole()
                ? factors[0].on(opening, rounding.interestUnit(), rounding.mode())
                : interest(opening, rounding).rounded();
    }
}
