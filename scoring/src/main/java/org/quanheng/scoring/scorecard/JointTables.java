package org.quanheng.scoring.scorecard;

import java.util.Arrays;
import org.quanheng.scoring.additive.FineTable;
import org.quanheng.scoring.additive.Pair;
import org.quanheng.scoring.additive.Steps;
import org.quanheng.scoring.binning.Binning;
import org.quanheng.scoring.binning.BinningRules;
import org.quanheng.scoring.binning.Bins;

/** Turns joined effects on the log-odds of bad into tables of effects on the log-odds of good. */
final class JointTables {
    private JointTables() {}

    static Fitted.Main main(String name, Steps steps, BinningRules rules) {
        double[] goods = steps.goods();
        double[] bads = steps.bads();
        Binning binning = new Binning(
                name,
                steps.bins(),
                goods,
                bads,
                Fitted.shapeOf(rules.shape()),
                "joined from a curve that was fitted together with the other characteristics",
                rules.shrinkage());
        double[] effects =
                Arrays.stream(steps.effects()).map(effect -> 0.0 - effect).toArray();
        double covariance = 0;
        double variance = 0;
        double meanWoe = 0;
        double meanEffect = 0;
        for (int bin = 0; bin < effects.length; bin++) {
            meanWoe += binning.share(bin) * binning.woe(bin);
            meanEffect += binning.share(bin) * effects[bin];
        }
        for (int bin = 0; bin < effects.length; bin++) {
            double woe = binning.woe(bin) - meanWoe;
            covariance += binning.share(bin) * woe * (effects[bin] - meanEffect);
            variance += binning.share(bin) * woe * woe;
        }
        return new Fitted.Main(binning, variance > 0 ? covariance / variance : 0, effects);
    }

    static Fitted.Cells cells(Pair pair, FineTable table, Bins first, Bins second) {
        double[][] shares = pair.shares(table);
        double[][] effects = new double[first.count()][second.count()];
        for (int i = 0; i < effects.length; i++) {
            for (int j = 0; j < effects[i].length; j++) {
                effects[i][j] = 0.0 - pair.at(i, j);
            }
        }
        return new Fitted.Cells(
                table.features().get(pair.first()),
                table.features().get(pair.second()),
                first,
                second,
                effects,
                shares);
    }
}
