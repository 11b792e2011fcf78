package org.quanheng.app.model.web;

import java.util.List;
import org.quanheng.app.model.web.TrainingView.Measure;
import org.quanheng.scoring.scorecard.Development;
import org.quanheng.scoring.validation.Auc;
import org.quanheng.scoring.validation.Figures;

/** Puts figures into rows for people. */
final class Measures {
    private Measures() {}

    /** Those of one sample. */
    static List<Measure> of(String sample, Figures figures) {
        int rows = figures.rows();
        return List.of(
                auc(sample, figures.auc(), rows),
                single("gini", sample, figures.gini(), rows),
                single("ks", sample, figures.ks().value(), rows),
                single("brier", sample, figures.brier(), rows),
                single("log_loss", sample, figures.logLoss(), rows),
                single("calibration_slope", sample, figures.calibration().slope(), rows),
                single("calibration_intercept", sample, figures.calibration().intercept(), rows),
                single("hosmer_lemeshow_p", sample, figures.calibration().pValue(), rows));
    }

    /** Those of the cross-validation. */
    static List<Measure> of(Development development) {
        return List.of(
                auc("out_of_fold", development.auc(), development.rows()),
                single("log_loss", "out_of_fold", development.logLoss(), development.rows()));
    }

    private static Measure auc(String sample, Auc auc, int rows) {
        return new Measure("auc", sample, auc.value(), auc.low(), auc.high(), rows);
    }

    private static Measure single(String key, String sample, double value, int rows) {
        return new Measure(key, sample, value, Double.NaN, Double.NaN, rows);
    }
}
