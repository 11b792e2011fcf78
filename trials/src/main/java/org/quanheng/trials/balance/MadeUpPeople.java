package org.quanheng.trials.balance;

import org.quanheng.balance.frontier.People;

/**
 * People whose PDs follow from their numbers, so that ten million need no memory: log-odds that take one more random step at each stage.
 *
 * @param count how many
 */
record MadeUpPeople(long count) implements People {
    static final int STAGES = 3;

    private static final double START = -1.5;
    private static final double STEP = 0.7;
    private static final int UNIFORMS = 4;

    @Override
    public double pd(long person, int stage) {
        double logOdds = START;
        for (int k = 0; k <= stage; k++) {
            logOdds += STEP * normal(person * STAGES + k);
        }
        return 1 / (1 + Math.exp(-logOdds));
    }

    @Override
    public double bad(long person) {
        return pd(person, STAGES - 1);
    }

    /** Nearly normal: the sum of four uniform numbers, centred and scaled to variance 1. */
    private static double normal(long index) {
        double sum = 0;
        for (int i = 0; i < UNIFORMS; i++) {
            sum += uniform(index * UNIFORMS + i);
        }
        return (sum - UNIFORMS / 2.0) * Math.sqrt(12.0 / UNIFORMS);
    }

    /** SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) of a counter. */
    private static double uniform(long counter) {
        long bits = (counter + 1) * 0x9E3779B97F4A7C15L;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        bits ^= bits >>> 31;
        return (bits >>> 11) * 0x1p-53;
    }
}
