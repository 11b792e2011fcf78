package org.quanheng.scoring.scorecard;

/** How the points of the bins come about. */
public enum Fitting {
    /** Bins of largest information value; one coefficient, at zero or above, for the WoE of each characteristic. */
    BY_EVIDENCE,
    /** The points of all bins of all characteristics fitted together, then joined into few bins. */
    TOGETHER
}
