package org.quanheng.scoring.binning;

import java.util.Arrays;

/** How the bad rate may run over the ordered bins of a characteristic. */
public enum Shape {
    /** Never falls. */
    ASCENDING,
    /** Never rises. */
    DESCENDING,
    /** Rises, then falls. */
    PEAK,
    /** Falls, then rises. */
    VALLEY,
    /** Every step is at most the step before, by number of bin: rises less and less, or falls more and more. */
    CONCAVE,
    /** Every step is at least the step before, by number of bin. */
    CONVEX,
    /** Free. */
    NONE,
    /** The simplest of the others that cross-validation does not reject. */
    AUTO;

    /** True when a person has asked for this very shape. */
    public boolean isDeclared() {
        return this != NONE && this != AUTO;
    }

    /** True for concave and convex, which concern three neighbours. */
    public boolean isCurved() {
        return this == CONCAVE || this == CONVEX;
    }

    /** True when numbers that stand in the order of the bins keep this shape; those that are NaN are passed over. */
    public boolean keptBy(double[] values) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        int turns = 0;
        double direction = this == DESCENDING || this == VALLEY ? -1 : 1;
        for (int i = 1; i < known.length && this != NONE && this != AUTO && !isCurved(); i++) {
            if (direction * (known[i] - known[i - 1]) < 0) {
                direction = -direction;
                turns++;
            }
        }
        double bend = this == CONCAVE ? 1 : -1;
        boolean bent = false;
        for (int i = 2; i < known.length && isCurved(); i++) {
            bent |= bend * (known[i] - 2 * known[i - 1] + known[i - 2]) > 1e-12;
        }
        return !bent && turns <= (this == PEAK || this == VALLEY ? 1 : 0);
    }
}
