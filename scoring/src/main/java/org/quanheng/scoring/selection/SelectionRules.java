package org.quanheng.scoring.selection;

import org.quanheng.fault.Faults;
import org.quanheng.scoring.binning.BinningRules;

/**
 * How characteristics are selected; each part may be left out.
 *
 * @param binning of every characteristic
 * @param informationValueMin least information value; 0 leaves none out. A threshold alone throws away what works only beside others
 * @param correlationMax largest absolute correlation between the WoE of two that are kept; 1 leaves none out
 * @param draws halves of the sample, in complementary pairs, on which a lasso is fitted for stability selection; 0 for none
 * @param frequencyMin least share of the draws in which a characteristic must be chosen
 * @param stepwise true when characteristics are added one by one as long as the held-out log-loss falls
 * @param folds of the cross-validation, 2 to 20
 * @param seed of folds and draws
 */
public record SelectionRules(
        BinningRules binning,
        double informationValueMin,
        double correlationMax,
        int draws,
        double frequencyMin,
        boolean stepwise,
        int folds,
        long seed) {
    /** Checks every bound at once. */
    public SelectionRules {
        Faults faults = new Faults("selection rules");
        faults.require(informationValueMin >= 0, "informationValueMin", "0 or more", informationValueMin);
        faults.require(correlationMax > 0 && correlationMax <= 1, "correlationMax", "above 0, to 1", correlationMax);
        faults.require(draws >= 0 && draws <= 1_000 && draws % 2 == 0, "draws", "an even number, 0 to 1000", draws);
        faults.require(frequencyMin > 0.5 && frequencyMin <= 1, "frequencyMin", "above 0.5, to 1", frequencyMin);
        faults.require(folds >= 2 && folds <= 20, "folds", "2 to 20", folds);
        faults.throwIfAny();
    }

    /** Leaves nothing out. */
    public static SelectionRules none() {
        return new SelectionRules(BinningRules.standard(), 0, 1, 0, 0.6, false, 5, 20_261_122L);
    }

    /** The same rules with a least information value. */
    public SelectionRules withInformationValueMin(double least) {
        return new SelectionRules(binning, least, correlationMax, draws, frequencyMin, stepwise, folds, seed);
    }

    /** The same rules with a largest correlation. */
    public SelectionRules withCorrelationMax(double most) {
        return new SelectionRules(binning, informationValueMin, most, draws, frequencyMin, stepwise, folds, seed);
    }

    /** The same rules with stability selection (Meinshausen and Bühlmann, JRSS B 2010; Shah and Samworth, JRSS B 2013). */
    public SelectionRules withStability(int halves, double frequency) {
        return new SelectionRules(
                binning, informationValueMin, correlationMax, halves, frequency, stepwise, folds, seed);
    }

    /** The same rules with stepwise selection by cross-validation. */
    public SelectionRules withStepwise() {
        return new SelectionRules(binning, informationValueMin, correlationMax, draws, frequencyMin, true, folds, seed);
    }
}
