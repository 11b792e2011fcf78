package org.quanheng.lending.terms;

import java.math.BigDecimal;
import org.quanheng.fault.Faults;

/**
 * How the instalments of a stepped loan change.
 *
 * @param every after so many instalments the amount changes, 1 or more
 * @param percent by which it changes: 5 for 5 % more, −5 for 5 % less
 */
public record Step(int every, BigDecimal percent) {
    /** Checks both; a step can halve or double an instalment at most. */
    public Step {
        Faults faults = new Faults("step");
        faults.require(every >= 1, "every", "1 instalment or more", every);
        faults.require(
                percent.compareTo(BigDecimal.valueOf(-50)) >= 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0,
                "percent",
                "-50 to 100",
                percent);
        LoanTerms.requireDecimals("percent", percent, faults);
        faults.throwIfAny();
    }
}
