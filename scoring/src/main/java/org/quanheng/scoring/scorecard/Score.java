package org.quanheng.scoring.scorecard;

import java.util.List;

/**
 * What a scorecard says of one applicant.
 *
 * @param points base points and those of every characteristic
 * @param logOdds ln(good : bad) that belongs to the points
 * @param pd probability of default that belongs to the points
 * @param contributions every characteristic, in the scorecard's order
 * @param reasons what cost most, worst first, at most four
 */
public record Score(double points, double logOdds, double pd, List<Contribution> contributions, List<Reason> reasons) {
    /** Most reasons that are given. */
    public static final int REASONS_MAX = 4;

    /** Copies the lists. */
    public Score {
        contributions = List.copyOf(contributions);
        reasons = List.copyOf(reasons);
    }

    /**
     * What one characteristic gave.
     *
     * @param characteristic name of the fact
     * @param bin number of the bin
     * @param label of the bin
     * @param points of the bin
     * @param neutral mean points of the development sample
     */
    public record Contribution(String characteristic, int bin, String label, double points, double neutral) {
        /** Points against the neutral value; negative when they were lost. */
        public double difference() {
            return points - neutral;
        }
    }

    /**
     * One reason.
     *
     * @param rank 1 for the one that cost most
     * @param characteristic name of the fact
     * @param label of the bin
     * @param pointsLost against the neutral value, above 0
     */
    public record Reason(int rank, String characteristic, String label, double pointsLost) {}
}
