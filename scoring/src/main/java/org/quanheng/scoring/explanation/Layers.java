package org.quanheng.scoring.explanation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quanheng.scoring.scorecard.Interaction;
import org.quanheng.scoring.scorecard.Score;
import org.quanheng.scoring.scorecard.Scorecard;

/** A score seen in layers, such as ability to repay, credit history, finances and outlook of the industry. */
public final class Layers {
    private Layers() {}

    /**
     * Points of each layer against the average applicant, in the order of the layers' first facts; a pair counts half for each fact.
     *
     * @param layerOf layer by fact; facts that are not named are under {@code rest}
     * @param rest name of the layer of all other facts
     */
    public static Map<String, Double> points(Scorecard card, Score score, Map<String, String> layerOf, String rest) {
        Map<String, Interaction> pairs = new HashMap<>();
        card.interactions().forEach(pair -> pairs.put(pair.name(), pair));
        Map<String, Double> layers = new LinkedHashMap<>();
        for (Score.Contribution contribution : score.contributions()) {
            Interaction pair = pairs.get(contribution.characteristic());
            if (pair == null) {
                String layer = layerOf.getOrDefault(contribution.characteristic(), rest);
                layers.merge(layer, contribution.difference(), Double::sum);
            } else {
                layers.merge(layerOf.getOrDefault(pair.first(), rest), contribution.difference() / 2, Double::sum);
                layers.merge(layerOf.getOrDefault(pair.second(), rest), contribution.difference() / 2, Double::sum);
            }
        }
        return layers;
    }
}
