package org.quanheng.lending.account;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.quanheng.fault.Faults;
import org.quanheng.lending.Rate;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.terms.LoanTerms;

/**
 * Penalty interest on what is overdue [罚息]: in the place of ordinary interest with {@link LateInterest#NONE}, else on top of it.
 *
 * @param multiple of the loan's rate: 1.5 is half as much again; zero for no penalty interest
 * @param graceDays days after the due date in which none is counted: what is paid within them bears none, what is paid later
 *     bears it from the due date on
 * @param onInterest true if overdue interest bears it as well as overdue principal
 * @param dayCount how days become a part of a year
 */
public record PenaltyTerms(BigDecimal multiple, int graceDays, boolean onInterest, DayCount dayCount) {
    /** No penalty interest. */
    public static final PenaltyTerms NONE = new PenaltyTerms(BigDecimal.ZERO, 0, false, DayCount.ACT_365F);

    /** Checks the multiple, 0 to 5, and the days, 0 to 365. */
    public PenaltyTerms {
        Faults faults = new Faults("penalty terms");
        faults.require(
                multiple.signum() >= 0 && multiple.compareTo(BigDecimal.valueOf(5)) <= 0,
                "multiple",
                "0 to 5 times the rate",
                multiple);
        LoanTerms.requireDecimals("multiple", multiple, faults);
        faults.require(graceDays >= 0 && graceDays <= 365, "grace days", "0 to 365", graceDays);
        faults.require(dayCount != DayCount.ACT_ACT_ICMA, "day count", "one that needs no period", dayCount.label());
        faults.require(dayCount != DayCount.ONE_ONE, "day count", "one that grows with the days", dayCount.label());
        faults.throwIfAny();
    }

    /** What overdue principal bears in all where it bears the agreed rate as well, to 10 decimals. */
    public Rate besides(Rate agreed) {
        return new Rate(agreed.perYear().add(of(agreed).perYear()));
    }

    /** The penalty rate that goes with a rate, to 10 decimals. */
    Rate of(Rate rate) {
        BigDecimal exact = rate.perYear().multiply(multiple, MathContext.DECIMAL128);
        return new Rate(exact.scale() > 10 ? exact.setScale(10, RoundingMode.HALF_UP) : exact);
    }
}
