package org.quanheng.scoring.statistics;

/** Deterministic folds: the same row of the same sample always falls in the same fold, whatever order the file was sorted in. */
public final class Folds {
    private final int count;
    private final long seed;
    private final long reciprocal;

    /**
     * @param count number of folds, 2 or more
     * @param seed any number
     */
    public Folds(int count, long seed) {
        if (count < 2) {
            throw new IllegalArgumentException("Expected 2 folds or more, came " + count);
        }
        this.count = count;
        this.seed = seed;
        this.reciprocal = Long.divideUnsigned(-1, count);
    }

    /** Number of folds. */
    public int count() {
        return count;
    }

    /** Fold of a row, 0 to count − 1 (SplitMix64 of the row's number). */
    public int of(int row) {
        long z = (row + 1) * 0x9E3779B97F4A7C15L + seed * 0xD1B54A32D192ED03L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        // The unsigned remainder without a division: the quotient by the reciprocal is at most two too small.
        long rest = z - Math.unsignedMultiplyHigh(z, reciprocal) * count;
        while (rest >= count) {
            rest -= count;
        }
        return (int) rest;
    }
}
