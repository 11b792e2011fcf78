package org.quanheng.scoring.scorecard;

import java.util.List;
import org.quanheng.scoring.calibration.Platt;
import org.quanheng.scoring.validation.Auc;

/**
 * What is kept of how a scorecard came to be.
 *
 * @param rows of the development sample
 * @param bads among them
 * @param penalty ridge strength that cross-validation chose, in pseudo-rows
 * @param calibration fitted out of fold and already inside the points
 * @param auc out of fold
 * @param logLoss out of fold, after calibration
 * @param left characteristics that earned no points, with why
 */
public record Development(
        int rows, int bads, double penalty, Platt calibration, Auc auc, double logLoss, List<Left> left) {
    /** Copies the list. */
    public Development {
        left = List.copyOf(left);
    }

    /**
     * A characteristic that is not in the scorecard.
     *
     * @param characteristic name of the fact
     * @param why one sentence
     */
    public record Left(String characteristic, String why) {}
}
