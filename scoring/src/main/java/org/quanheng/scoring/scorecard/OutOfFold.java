package org.quanheng.scoring.scorecard;

import java.util.Arrays;
import org.quanheng.scoring.calibration.Platt;
import org.quanheng.scoring.validation.Auc;
import org.quanheng.scoring.validation.Cases;

/** Log-odds ln(good : bad) of rows by models that have not seen them, with what happened. */
final class OutOfFold {
    private final double[] logOdds;
    private final boolean[] good;
    private final double[] weights;

    OutOfFold(double[] logOdds, boolean[] good, double[] weights) {
        this.logOdds = logOdds;
        this.good = good;
        this.weights = weights;
    }

    /** Mean log-loss. */
    double loss() {
        double loss = 0;
        double total = 0;
        for (int row = 0; row < logOdds.length; row++) {
            double signed = good[row] ? logOdds[row] : -logOdds[row];
            loss += weights[row] * (signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed);
            total += weights[row];
        }
        return loss / total;
    }

    Platt calibration() {
        return Platt.fitSmoothed(logOdds, good, weights);
    }

    OutOfFold calibrated(Platt platt) {
        return new OutOfFold(Arrays.stream(logOdds).map(platt::apply).toArray(), good, weights);
    }

    Auc auc() {
        boolean[] bad = new boolean[good.length];
        for (int row = 0; row < bad.length; row++) {
            bad[row] = !good[row];
        }
        return Auc.of(Cases.of(Arrays.stream(logOdds).map(value -> -value).toArray(), bad, weights));
    }
}
