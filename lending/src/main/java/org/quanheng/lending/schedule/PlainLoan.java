package org.quanheng.lending.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.calendar.YearFraction;
import org.quanheng.lending.terms.Grace;
import org.quanheng.lending.terms.InstalmentBasis;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.Period;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.ResolvedTerms;

/**
 * The usual loan in one loop: equal instalments of one rate over periods of one length, nothing else agreed.
 *
 * <p>Balances are whole numbers below 2⁵⁰, which a double holds exactly; where the interest of a row cannot be proved to the
 * cent (see {@link InterestFactor}), the whole loan is left to {@link ScheduleMaths}.
 */
final class PlainLoan {
    private static final double WHOLE_BELOW = 0x1p50;

    private PlainLoan() {}

    /** The schedule; null if the loan is not that plain. */
    static @Nullable Schedule schedule(ResolvedTerms resolved) {
        if (!plain(resolved)) {
            return null;
        }
        List<Period> periods = resolved.periods();
        InterestFactor factor = InterestFactor.of(
                resolved.rates().getFirst().rate(), periods.getFirst().time());
        long principal = resolved.moves().getFirst().amount().minorUnits();
        if (principal >= WHOLE_BELOW || principal * factor.approximate() >= InterestFactor.FILTER_BELOW) {
            return null;
        }
        Rounding rounding = resolved.terms().rounding();
        long instalment = EqualInstalment.of(principal, factor, periods.size(), rounding);
        ScheduleRows rows = new ScheduleRows(resolved.terms().principal().currency(), periods.size());
        for (int k = 0; k < periods.size(); k++) {
            rows.dueDates[k] = periods.get(k).dueDate();
        }
        return fill(rows, factor, principal, instalment, rounding) ? new Schedule(rows, resolved.feesUpFront()) : null;
    }

    private static boolean plain(ResolvedTerms resolved) {
        LoanTerms terms = resolved.terms();
        return terms.method() == RepaymentMethod.EQUAL_INSTALMENT
                && terms.instalmentBasis() == InstalmentBasis.EACH_PERIOD
                && !terms.smoothsResidue()
                && terms.grace().equals(Grace.NONE)
                && terms.fees().isEmpty()
                && terms.downPaymentPercent().signum() == 0
                && terms.rounding().interestUnit() == 1
                && InterestFactor.nearest(terms.rounding().mode())
                && resolved.rates().size() == 1
                && resolved.moves().size() == 1
                && resolved.moves().getFirst().on().equals(resolved.disbursedOn())
                && equal(resolved.periods());
    }

    /** True if every period counts for the same part of a year. */
    private static boolean equal(List<Period> periods) {
        YearFraction first = periods.getFirst().time();
        for (Period period : periods) {
            if (!period.time().equals(first)) {
                return false;
            }
        }
        return true;
    }

    /** Fills the rows; false if a row cannot be proved, or pays less than its interest or more than is owed. */
    private static boolean fill(
            ScheduleRows rows, InterestFactor factor, long principal, long instalment, Rounding rounding) {
        double rate = factor.approximate();
        double left = principal;
        int last = rows.principal.length - 1;
        for (int k = 0; k < last; k++) {
            double product = left * rate;
            double whole = Math.rint(product);
            double part = instalment - whole;
            if (!InterestFactor.proves(product, whole) || part < 0 || part > left) {
                return false;
            }
            left -= part;
            rows.principal[k] = (long) part;
            rows.interest[k] = (long) whole;
            rows.balanceAfter[k] = (long) left;
        }
        rows.principal[last] = (long) left;
        rows.interest[last] = factor.on((long) left, 1, rounding.mode());
        return true;
    }
}
