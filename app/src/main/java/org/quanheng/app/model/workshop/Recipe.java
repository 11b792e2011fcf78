package org.quanheng.app.model.workshop;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.quanheng.scoring.Progress;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.boosted.Boosted;
import org.quanheng.scoring.boosted.BoostedRules;
import org.quanheng.scoring.scorecard.PdModel;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.statistics.Folds;
import org.quanheng.scoring.table.Sample;

/**
 * All that a training needs beside the data, so that it can be run again and gives the same model.
 *
 * @param card what the columns are
 * @param method how the points come about
 * @param byHand bins that a person has set, by characteristic
 */
public record Recipe(DataCard card, Method method, Map<String, HandBins> byHand) {
    private static final Folds HOLDING_OUT = new Folds(5, 20_261_126L);

    /** Copies the map, in order. */
    public Recipe {
        byHand = new TreeMap<>(byHand);
    }

    /** The ways of training that the workshop offers. */
    public enum Method {
        /** Points of single characteristics, fitted together. */
        SCORECARD,
        /** With finer bins and the few pairs that earn their place. */
        ADDITIVE,
        /** Bins of largest information value and one coefficient for the WoE of each characteristic. */
        BY_EVIDENCE,
        /** Boosted trees: no table of points, so they only challenge. */
        BOOSTED
    }

    /**
     * Trains on a development sample.
     *
     * @throws java.util.concurrent.CancellationException when the listener asks to stop
     */
    PdModel train(Sample sample, Progress progress) {
        return method == Method.BOOSTED
                ? Boosted.train(sample, BoostedRules.standard(), progress)
                : Scorecard.train(sample, rules(sample), progress);
    }

    /** Whether a row is held out of the training: one row in five, the same ones for every training on the same data. */
    public static boolean isHeldOut(int row) {
        return HOLDING_OUT.of(row) == 0;
    }

    /** The rows that train. */
    public static Sample development(Sample all) {
        return all.where(row -> !isHeldOut(row));
    }

    /** The rows that no model trained on this data has seen. */
    public static Sample heldOut(Sample all) {
        return all.where(Recipe::isHeldOut);
    }

    /** The library's rules of a scorecard, with the bins set by hand. */
    private ScorecardRules rules(Sample sample) {
        ScorecardRules rules = switch (method) {
            case SCORECARD -> ScorecardRules.standard();
            case ADDITIVE -> ScorecardRules.additive();
            case BY_EVIDENCE -> ScorecardRules.byEvidence();
            case BOOSTED -> throw new IllegalStateException("boosted trees have no rules of a scorecard");
        };
        Map<String, Bins> splits = new HashMap<>();
        byHand.forEach((fact, bins) -> {
            if (sample.features().contains(fact)) {
                splits.put(fact, bins.on(sample.table().column(fact)));
            }
        });
        return rules.withSplits(splits);
    }
}
