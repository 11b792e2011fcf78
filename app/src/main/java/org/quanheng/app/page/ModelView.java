package org.quanheng.app.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard: what it is for, how good it is, and every bin of every characteristic.
 *
 * @param state {@code model.state.<code>}: {@code live}, {@code retired}
 * @param trainedOn how many cases it was trained on
 * @param trainedBad how many of those were bad
 * @param figures its measures
 * @param calibration predicted and observed by group, low to high
 * @param roc the curve from (0, 0) to (1, 1)
 * @param offset the score's offset
 * @param factor the score's factor
 */
public record ModelView(
        String id,
        String version,
        String state,
        Instant trainedAt,
        long trainedOn,
        long trainedBad,
        double offset,
        double factor,
        int pdo,
        List<Figure> figures,
        List<CalibrationGroup> calibration,
        List<Point> roc,
        List<Characteristic> characteristics,
        @Nullable String hash) {

    public ModelView {
        figures = List.copyOf(figures);
        calibration = List.copyOf(calibration);
        roc = List.copyOf(roc);
        characteristics = List.copyOf(characteristics);
    }

    /**
     * One measure: {@code figure.<key>}, such as {@code auc}, {@code ks}, {@code gini}, {@code brier}, {@code calibration_slope}.
     *
     * @param sample {@code sample.<code>}: {@code train}, {@code out_of_fold} or {@code replay}
     * @param low lower end of its 95 % interval, or null
     * @param high upper end, or null
     */
    public record Figure(
            String key,
            String sample,
            double value,
            @Nullable Double low,
            @Nullable Double high,
            long n) {}

    /** Mean predicted and observed share of bads in a group, with the Wilson interval of the latter. */
    public record CalibrationGroup(double predicted, double observed, double low, double high, long n) {}

    /** A point of the ROC curve: share of goods and share of bads declined. */
    public record Point(double goods, double bads) {}

    /** A characteristic with its information value and its bins. */
    public record Characteristic(String fact, double informationValue, List<Bin> bins) {

        public Characteristic {
            bins = List.copyOf(bins);
        }
    }

    /**
     * One bin.
     *
     * @param codes the codes in it, empty for a numeric bin
     * @param from lower bound, included, or null for none
     * @param to upper bound, excluded, or null for none
     */
    public record Bin(
            List<String> codes,
            @Nullable Double from,
            @Nullable Double to,
            long goods,
            long bads,
            double badRate,
            double woe,
            double points) {

        public Bin {
            codes = List.copyOf(codes);
        }
    }
}
