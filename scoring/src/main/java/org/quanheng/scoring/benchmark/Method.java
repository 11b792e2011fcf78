package org.quanheng.scoring.benchmark;

import java.util.Locale;
import org.quanheng.scoring.boosted.Boosted;
import org.quanheng.scoring.boosted.BoostedRules;
import org.quanheng.scoring.scorecard.Characteristic;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.Sample;

/** A model with the defaults that it has for every data set. */
public enum Method {
    /** Points of single characteristics. */
    SCORECARD,
    /** Points of single characteristics and of a few pairs. */
    ADDITIVE,
    /** Gradient-boosted trees. */
    BOOSTED;

    /** Name in documents. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** PDs of rows by a model that has seen others, and how many of its signs are wrong. */
    Prediction predict(Sample seen, Sample unseen) {
        return switch (this) {
            case SCORECARD -> of(Scorecard.train(seen, ScorecardRules.standard()), unseen);
            case ADDITIVE -> of(Scorecard.train(seen, ScorecardRules.additive()), unseen);
            case BOOSTED ->
                new Prediction(Boosted.train(seen, BoostedRules.standard()).pds(unseen.table()), 0);
        };
    }

    private static Prediction of(Scorecard card, Sample unseen) {
        int wrong = 0;
        for (Characteristic characteristic : card.characteristics()) {
            wrong += characteristic.coefficient() < 0 ? 1 : 0;
        }
        return new Prediction(card.pds(unseen.table()), wrong);
    }

    /** What a trained model says. */
    static final class Prediction {
        private final double[] pds;
        private final int wrongSigns;

        Prediction(double[] pds, int wrongSigns) {
            this.pds = pds;
            this.wrongSigns = wrongSigns;
        }

        double[] pds() {
            return pds;
        }

        int wrongSigns() {
            return wrongSigns;
        }
    }
}
