package org.quanheng.balance.value;

import org.quanheng.fault.Faults;

/**
 * The few numbers that a head of lending sets.
 *
 * @param exchangeRate money of expected loss that one minute of customer effort is worth, at least 0; 0 asks whatever helps at all
 * @param goodwill what an applicant who leaves costs beside the lost loan, at least 0
 * @param askAllShare share of applicants asked everything at random, so that estimates stay unbiased, 0 to 1
 */
public record AskingRules(double exchangeRate, double goodwill, double askAllShare) {
    /**
     * Rules within their bounds.
     *
     * @throws org.quanheng.fault.FaultyInputException that names every fault
     */
    public AskingRules {
        Faults faults = new Faults("asking rules");
        faults.require(
                exchangeRate >= 0 && Double.isFinite(exchangeRate),
                "exchange rate",
                "money per minute of at least 0",
                exchangeRate);
        faults.require(goodwill >= 0 && Double.isFinite(goodwill), "goodwill", "a number of at least 0", goodwill);
        faults.require(askAllShare >= 0 && askAllShare <= 1, "share asked everything", "0 to 1", askAllShare);
        faults.throwIfAny();
    }
}
