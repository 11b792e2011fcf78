package org.quanheng.policy;

import java.math.BigDecimal;
import org.quanheng.lending.Rate;

/**
 * A rate and how it was reached: r* = (PD·LGD + c)/(1 − PD) + margin, then the floor, then the legal cap.
 *
 * <p>The break-even form is that of a one-period loan: repaid with (1 + r) by those who pay, with (1 − LGD) by those
 * who do not (Phillips, Pricing Credit Products, 2018; Thomas, Consumer Credit Models, 2009).
 *
 * @param pd probability of default over the life of the loan
 * @param annualPd the same per year, constant hazard: 1 − (1 − PD)^(12/months)
 * @param lgd loss given default
 * @param cost c: funding, operating and capital, per year
 * @param breakEven (PD·LGD + c)/(1 − PD) with the annual PD
 * @param margin added to it
 * @param wanted break-even and margin, not below the floor, in whole rate steps
 * @param capRule id of the legal cap in force
 * @param capAnnualCost highest annual cost that it allows, effective
 * @param capRate nominal rate of monthly instalments at which the annual cost, fees included, reaches it, rounded down
 * @param rate the nominal annual rate offered: the lower of {@code wanted} and {@code capRate}
 */
public record Price(
        BigDecimal pd,
        BigDecimal annualPd,
        BigDecimal lgd,
        BigDecimal cost,
        BigDecimal breakEven,
        BigDecimal margin,
        BigDecimal wanted,
        String capRule,
        BigDecimal capAnnualCost,
        BigDecimal capRate,
        Rate rate) {
    /** The price with the rate that the cap leaves when fees take their part of the annual cost that it allows. */
    Price cappedAt(Rate highest) {
        return new Price(
                pd,
                annualPd,
                lgd,
                cost,
                breakEven,
                margin,
                wanted,
                capRule,
                capAnnualCost,
                highest.perYear(),
                new Rate(rate.perYear().min(highest.perYear())));
    }

    /** Whether the legal cap lowered the rate. */
    public boolean capped() {
        return wanted.compareTo(capRate) > 0;
    }

    /** Whether even the legal cap would not earn back the expected loss and the cost: then there is no offer. */
    public boolean belowBreakEven() {
        return breakEven.compareTo(rate.perYear()) > 0;
    }
}
