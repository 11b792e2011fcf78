package org.quanheng.balance.crossfit;

import java.util.Arrays;
import java.util.Map;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.scoring.boosted.Boosted;
import org.quanheng.scoring.boosted.BoostedRules;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

/** PDs by the mean log-odds of models that err differently: curves and pairs, deep trees, and shallow trees on half of the rows and columns. */
final class Blend {
    private static final double PD_MIN = 1e-6;
    private static final BoostedRules SHALLOW =
            new BoostedRules(600, 3, 0.05, 0.5, 0.4, 5, Map.of(), 4, 1, 20_261_126L);

    private Blend() {}

    /**
     * Log-odds of bad of rows by models that were trained on others.
     *
     * @param whole false for the curves and pairs alone, which take a tenth of the time
     */
    static double[] logOdds(Sample training, Table rows, boolean whole) {
        double[] additive = additive(training, rows);
        if (!whole) {
            return additive;
        }
        double[] deep = logOdds(Boosted.train(training, BoostedRules.standard()).pds(rows));
        double[] shallow = logOdds(Boosted.train(training, SHALLOW).pds(rows));
        double[] mean = new double[additive.length];
        for (int row = 0; row < mean.length; row++) {
            mean[row] = (additive[row] + deep[row] + shallow[row]) / 3;
        }
        return mean;
    }

    private static double[] additive(Sample training, Table rows) {
        try {
            return logOdds(Scorecard.train(training, ScorecardRules.additive()).pds(rows));
        } catch (FaultyInputException nothingSeparates) {
            // The facts say nothing of the outcome on held-out rows: then every applicant has the mean risk.
            double[] level = new double[rows.rows()];
            Arrays.fill(level, training.badWeight() / training.weight());
            return logOdds(level);
        }
    }

    private static double[] logOdds(double[] pds) {
        return Arrays.stream(pds)
                .map(pd -> Math.clamp(pd, PD_MIN, 1 - PD_MIN))
                .map(pd -> Math.log(pd / (1 - pd)))
                .toArray();
    }
}
