package org.quanheng.lending.schedule;

import java.math.BigDecimal;
import java.math.MathContext;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.terms.ResolvedTerms;
import org.quanheng.lending.terms.Step;

/**
 * A_k = A·(1+g)^⌊k/m⌋ less the interest, with A such that the present values sum to the balance, 34 digits, each amount rounded
 * once. A is found at the first period that repays, and again where money is drawn or the rate changes; k counts the periods
 * of the whole loan after its first grace, so that the steps of a loan that is planned anew stay on their days.
 */
final class StepRule implements PrincipalRule {
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private final ResolvedTerms resolved;
    private final SlicedPeriod[] sliced;
    private final Rounding rounding;
    private final Step step;
    private final BigDecimal growth;
    private final ForeseenFactors foreseen;
    private BigDecimal base = BigDecimal.ZERO;

    StepRule(ResolvedTerms resolved, SlicedPeriod[] sliced) {
        this.resolved = resolved;
        this.sliced = sliced;
        this.rounding = resolved.terms().rounding();
        this.step = resolved.terms().step().orElseThrow();
        this.growth = BigDecimal.ONE.add(step.percent().movePointLeft(2));
        this.foreseen = new ForeseenFactors(resolved, sliced);
    }

    @Override
    public long principal(int index, long opening, long closing, long interest) {
        if (base.signum() == 0 || foreseen.changeIn(index)) {
            base = find(index, opening);
        }
        BigDecimal unit = BigDecimal.valueOf(rounding.instalmentUnit());
        BigDecimal amount = base.multiply(weight(index), DIGITS).divide(unit, 0, rounding.mode());
        return amount.multiply(unit).longValueExact() - interest;
    }

    private BigDecimal weight(int index) {
        int passed = resolved.periods().get(index).number() - 1 - resolved.firstGrace();
        return growth.pow(Math.max(0, passed) / step.every(), DIGITS);
    }

    /** The first level: the balance over the present value of the steps, both seen from the end of the period. */
    private BigDecimal find(int index, long opening) {
        InterestFactor[] factors = foreseen.from(index);
        BigDecimal present = BigDecimal.ZERO;
        for (int k = sliced.length - 1; k > index; k--) {
            present = present.add(weight(k)).divide(BigDecimal.ONE.add(decimal(factors[k])), DIGITS);
        }
        present = present.add(weight(index));
        BigDecimal interest = sliced[index].whole()
                ? BigDecimal.valueOf(opening).multiply(decimal(factors[index]), DIGITS)
                : decimal(sliced[index].interest(opening, rounding));
        return BigDecimal.valueOf(sliced[index].closing(opening)).add(interest).divide(present, DIGITS);
    }

    private static BigDecimal decimal(InterestFactor factor) {
        return BigDecimal.valueOf(factor.numerator()).divide(BigDecimal.valueOf(factor.denominator()), DIGITS);
    }

    private static BigDecimal decimal(InterestSum sum) {
        return new BigDecimal(sum.numerator()).divide(new BigDecimal(sum.denominator()), DIGITS);
    }
}
