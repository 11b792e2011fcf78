package org.quanheng.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.quanheng.lending.Rate;
import org.quanheng.policy.document.PolicyDocument.PriceRule;
import org.quanheng.policy.document.PolicyDocument.RateCap;

/** Makes prices; powers are those of StrictMath, the same bits on every machine, so that a receipt recomputes. */
final class Pricing {
    private static final int DIGITS = 9;

    private final PriceRule rule;

    Pricing(PriceRule rule) {
        this.rule = rule;
    }

    /** The price of a PD over a term under a cap; a sure default has none and is the caller's to refuse. */
    Price price(BigDecimal pd, int months, RateCap cap) {
        BigDecimal annualPd = annualPd(pd, months);
        BigDecimal breakEven = annualPd.multiply(rule.lgd())
                .add(rule.cost())
                .divide(BigDecimal.ONE.subtract(annualPd), DIGITS, RoundingMode.HALF_UP);
        BigDecimal wanted = steps(breakEven.add(rule.margin()).max(rule.rateMin()), RoundingMode.HALF_UP);
        BigDecimal capRate = steps(nominalOf(cap.value()), RoundingMode.FLOOR);
        return new Price(
                pd,
                annualPd,
                rule.lgd(),
                rule.cost(),
                breakEven,
                rule.margin(),
                wanted,
                cap.id(),
                cap.value(),
                capRate,
                new Rate(wanted.min(capRate)));
    }

    /** PD per year under a constant hazard: 1 − (1 − PD)^(12/months). */
    static BigDecimal annualPd(BigDecimal pd, int months) {
        double survival = StrictMath.pow(1 - pd.doubleValue(), 12.0 / months);
        return BigDecimal.valueOf(1 - survival).setScale(DIGITS, RoundingMode.HALF_UP);
    }

    /** The nominal rate of monthly instalments whose annual cost is the given effective one: 12((1 + a)^(1/12) − 1). */
    static BigDecimal nominalOf(BigDecimal effective) {
        double monthly = StrictMath.pow(1 + effective.doubleValue(), 1 / 12.0) - 1;
        return BigDecimal.valueOf(12 * monthly).setScale(DIGITS, RoundingMode.FLOOR);
    }

    private BigDecimal steps(BigDecimal rate, RoundingMode rounding) {
        return rate.divide(rule.rateStep(), 0, rounding).multiply(rule.rateStep());
    }
}
