package org.quanheng.scoring.scorecard;

import java.util.List;
import java.util.Map;
import org.quanheng.fault.Faults;
import org.quanheng.scoring.binning.BinningRules;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.binning.Shape;

/**
 * How a scorecard is trained.
 *
 * @param binning for every characteristic without rules of its own
 * @param ownBinning rules by characteristic
 * @param fitting how the points come about
 * @param penalties from which cross-validation chooses: ridge strengths in pseudo-rows by evidence, roughness together
 * @param pairsMax most pairs with a table of their own, only together; 0 to 50
 * @param scaling of the points
 * @param folds of the cross-validation, 2 to 20
 * @param seed of the folds
 * @param splits bins set by hand, by characteristic; they are kept as given
 * @param lassoShare share of the penalty that is on the absolute coefficient and not on its square, by evidence only; 0 is ridge, 1
 *     is lasso (elastic net: Zou and Hastie, JRSS B 2005)
 */
public record ScorecardRules(
        BinningRules binning,
        Map<String, BinningRules> ownBinning,
        Fitting fitting,
        List<Double> penalties,
        int pairsMax,
        Scaling scaling,
        int folds,
        long seed,
        Map<String, Bins> splits,
        double lassoShare) {
    /** Checks every bound at once. */
    public ScorecardRules {
        ownBinning = Map.copyOf(ownBinning);
        splits = Map.copyOf(splits);
        penalties = List.copyOf(penalties);
        Faults faults = new Faults("scorecard's rules");
        faults.require(!penalties.isEmpty(), "penalties", "at least one", "none");
        for (double penalty : penalties) {
            faults.require(penalty >= 0 && penalty < Double.MAX_VALUE, "penalties", "0 or more", penalty);
        }
        faults.require(pairsMax >= 0 && pairsMax <= 50, "pairsMax", "0 to 50", pairsMax);
        faults.require(pairsMax == 0 || fitting == Fitting.TOGETHER, "pairsMax", "0 when fitted by evidence", pairsMax);
        faults.require(lassoShare >= 0 && lassoShare <= 1, "lassoShare", "0 to 1", lassoShare);
        faults.require(
                lassoShare == 0 || fitting == Fitting.BY_EVIDENCE, "lassoShare", "0 when fitted together", lassoShare);
        faults.require(folds >= 2 && folds <= 20, "folds", "2 to 20", folds);
        faults.throwIfAny();
    }

    /** Sound for most sets, nothing is tuned to one: points of single characteristics, fitted together. */
    public static ScorecardRules standard() {
        return new ScorecardRules(
                BinningRules.standard(),
                Map.of(),
                Fitting.TOGETHER,
                List.of(30.0, 100.0, 300.0),
                0,
                Scaling.standard(),
                5,
                20_261_122L,
                Map.of(),
                0);
    }

    /** The stronger form: finer bins, and up to ten pairs that gain on held-out rows; still a table of points. */
    public static ScorecardRules additive() {
        ScorecardRules standard = standard();
        BinningRules fine = new BinningRules(Shape.AUTO, 50, 20, 0.01, 2, 0, 1, 10, 5);
        return new ScorecardRules(
                fine,
                Map.of(),
                Fitting.TOGETHER,
                standard.penalties(),
                10,
                standard.scaling(),
                standard.folds(),
                standard.seed(),
                Map.of(),
                0);
    }

    /** The classical form: bins of largest information value and one coefficient for the WoE of each characteristic. */
    public static ScorecardRules byEvidence() {
        ScorecardRules standard = standard();
        return new ScorecardRules(
                standard.binning(),
                Map.of(),
                Fitting.BY_EVIDENCE,
                List.of(0.1, 1.0, 3.0, 10.0, 30.0, 100.0),
                0,
                standard.scaling(),
                standard.folds(),
                standard.seed(),
                Map.of(),
                0);
    }

    /** The same rules with another scaling. */
    public ScorecardRules withScaling(Scaling other) {
        return new ScorecardRules(
                binning, ownBinning, fitting, penalties, pairsMax, other, folds, seed, splits, lassoShare);
    }

    /** The same rules with other binning for characteristics without rules of their own. */
    public ScorecardRules withBinning(BinningRules other) {
        return new ScorecardRules(
                other, ownBinning, fitting, penalties, pairsMax, scaling, folds, seed, splits, lassoShare);
    }

    /** The same rules with binning rules of their own for some characteristics. */
    public ScorecardRules withOwnBinning(Map<String, BinningRules> own) {
        return new ScorecardRules(binning, own, fitting, penalties, pairsMax, scaling, folds, seed, splits, lassoShare);
    }

    /** The same rules with bins set by hand for some characteristics: cuts or groups are kept as given, also when a bin is small. */
    public ScorecardRules withSplits(Map<String, Bins> byHand) {
        return new ScorecardRules(
                binning, ownBinning, fitting, penalties, pairsMax, scaling, folds, seed, byHand, lassoShare);
    }

    /** The same rules with a share of the penalty on absolute coefficients, which leaves weak characteristics out. */
    public ScorecardRules withLassoShare(double share) {
        return new ScorecardRules(
                binning, ownBinning, fitting, penalties, pairsMax, scaling, folds, seed, splits, share);
    }

    /** Rules for the binning of a characteristic. */
    public BinningRules binning(String characteristic) {
        return ownBinning.getOrDefault(characteristic, binning);
    }
}
