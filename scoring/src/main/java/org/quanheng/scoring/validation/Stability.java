package org.quanheng.scoring.validation;

import org.quanheng.fault.Faults;
import org.quanheng.scoring.statistics.Gamma;

/**
 * Whether a distribution over bins has moved: of scores (PSI) or of one characteristic (CSI).
 *
 * <p>PSI = Σ(a−e)·ln(a/e) over shares; the usual limits .10 and .25 say nothing of chance, so the χ² test of homogeneity stands beside
 * (Yurdakul and Naranjo, Journal of Risk Model Validation 2020: n·m/(n+m)·PSI is about χ² with bins − 1 degrees).
 *
 * @param index PSI or CSI
 * @param chiSquare statistic of homogeneity
 * @param pValue chance of so large a statistic when nothing moved
 * @param verdict the convention's word for the index
 */
public record Stability(double index, double chiSquare, double pValue, Verdict verdict) {
    /** The convention: below .10, to .25, above. */
    public enum Verdict {
        /** Below 0.10. */
        STABLE,
        /** From 0.10 to 0.25. */
        SHIFTED,
        /** Above 0.25. */
        MOVED
    }

    /** Largest p-value at which a movement is taken for more than chance. */
    public static final double P_VALUE_MAX = 0.01;

    /** True when the index passes 0.10 and chance does not explain it. */
    public boolean isAlarm() {
        return verdict != Verdict.STABLE && pValue <= P_VALUE_MAX;
    }

    /**
     * Compares counts over the same bins; half a case is added to every bin, so that an empty one is not infinite.
     *
     * @param expected counts of the development sample
     * @param actual counts of the recent one
     * @throws org.quanheng.fault.FaultyInputException when the bins differ in number, or a side is empty or negative
     */
    public static Stability of(double[] expected, double[] actual) {
        Faults faults = new Faults("counts");
        faults.require(
                expected.length == actual.length && expected.length >= 2,
                "bins",
                "the same number, two or more",
                expected.length + " and " + actual.length);
        double expectedSum = sum("expected", expected, faults);
        double actualSum = sum("actual", actual, faults);
        faults.throwIfAny();
        int bins = expected.length;
        double index = 0;
        double chiSquare = 0;
        int used = 0;
        for (int bin = 0; bin < bins; bin++) {
            double e = (expected[bin] + 0.5) / (expectedSum + 0.5 * bins);
            double a = (actual[bin] + 0.5) / (actualSum + 0.5 * bins);
            index += (a - e) * Math.log(a / e);
            double both = expected[bin] + actual[bin];
            if (both > 0) {
                used++;
                double pooled = both / (expectedSum + actualSum);
                chiSquare += square(expected[bin] - expectedSum * pooled) / (expectedSum * pooled);
                chiSquare += square(actual[bin] - actualSum * pooled) / (actualSum * pooled);
            }
        }
        Verdict verdict = index < 0.1 ? Verdict.STABLE : index <= 0.25 ? Verdict.SHIFTED : Verdict.MOVED;
        double pValue = used < 2 ? 1 : Gamma.chiSquareAbove(chiSquare, used - 1);
        return new Stability(index, chiSquare, pValue, verdict);
    }

    private static double sum(String where, double[] counts, Faults faults) {
        double sum = 0;
        for (double count : counts) {
            faults.require(count >= 0 && count < Double.MAX_VALUE, where, "counts of 0 or more", count);
            sum += count;
        }
        faults.require(sum > 0, where, "at least one case", sum);
        return sum;
    }

    private static double square(double value) {
        return value * value;
    }
}
