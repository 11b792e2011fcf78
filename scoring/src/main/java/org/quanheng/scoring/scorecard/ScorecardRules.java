package org.quanheng.scoring.scorecard;

import java.util.List;
import java.util.Map;
import org.quanheng.scoring.Faults;
import org.quanheng.scoring.binning.BinningRules;

/**
 * How a scorecard is trained.
 *
 * @param binning for every characteristic without rules of its own
 * @param ownBinning rules by characteristic
 * @param penalties ridge strengths, in pseudo-rows, from which cross-validation chooses
 * @param scaling of the points
 * @param folds of the cross-validation, 2 to 20
 * @param seed of the folds
 */
public record ScorecardRules(
        BinningRules binning,
        Map<String, BinningRules> ownBinning,
        List<Double> penalties,
        Scaling scaling,
        int folds,
        long seed) {
    /** Checks every bound at once. */
    public ScorecardRules {
        ownBinning = Map.copyOf(ownBinning);
        penalties = List.copyOf(penalties);
        Faults faults = new Faults();
        faults.check(!penalties.isEmpty(), "penalties", "at least one", "none");
        for (double penalty : penalties) {
            faults.check(penalty >= 0 && penalty < Double.MAX_VALUE, "penalties", "0 or more", penalty);
        }
        faults.check(folds >= 2 && folds <= 20, "folds", "2 to 20", folds);
        faults.throwIfAny("The scorecard's rules");
    }

    /** Sound for most sets; nothing is tuned to one. */
    public static ScorecardRules standard() {
        return new ScorecardRules(
                BinningRules.standard(),
                Map.of(),
                List.of(0.1, 1.0, 3.0, 10.0, 30.0, 100.0),
                Scaling.standard(),
                5,
                20_261_122L);
    }

    /** The same rules with another scaling. */
    public ScorecardRules withScaling(Scaling other) {
        return new ScorecardRules(binning, ownBinning, penalties, other, folds, seed);
    }

    /** The same rules with other binning for characteristics without rules of their own. */
    public ScorecardRules withBinning(BinningRules other) {
        return new ScorecardRules(other, ownBinning, penalties, scaling, folds, seed);
    }

    /** Rules for the binning of a characteristic. */
    public BinningRules binning(String characteristic) {
        return ownBinning.getOrDefault(characteristic, binning);
    }
}
