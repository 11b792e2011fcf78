package org.quanheng.app.page;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
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

    /** The greatest distance of any bin's points from 0, at least 1; the scale of their bars. */
    public double pointScale() {
        return characteristics.stream()
                .flatMap(characteristic -> characteristic.bins().stream())
                .mapToDouble(bin -> Math.abs(bin.points()))
                .reduce(1, Math::max);
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

        /** The bin in words: its codes, or its bounds with the fact's unit. */
        public String text(Page page, String fact) {
            if (!codes.isEmpty()) {
                List<String> words =
                        codes.stream().map(code -> page.value(fact, code)).toList();
                return String.join(page.t("list.or"), words);
            }
            List<String> coded = coded(page, fact);
            if (!coded.isEmpty()) {
                return String.join(page.t("list.or"), coded);
            }
            if (from == null && to == null) {
                return page.t("bin.missing");
            }
            if (from == null) {
                return page.t("bin.below", bound(page, fact, Objects.requireNonNull(to)));
            }
            return to == null
                    ? page.t("bin.from", bound(page, fact, from))
                    : page.t("bin.between", bound(page, fact, from), bound(page, fact, to));
        }

        /** The words of the codes 1, 2, … that lie in a numeric bin, for facts whose codes are small numbers. */
        private List<String> coded(Page page, String fact) {
            if (from == null && to == null) {
                return List.of();
            }
            return IntStream.rangeClosed(1, 9)
                    .filter(code -> page.has("option." + fact + "." + code))
                    .filter(code -> (from == null || code >= from) && (to == null || code < to))
                    .mapToObj(code -> page.t("option." + fact + "." + code))
                    .toList();
        }

        private static String bound(Page page, String fact, double value) {
            boolean whole = value == Math.rint(value);
            return page.value(fact, whole ? Long.toString(Math.round(value)) : Double.toString(value));
        }
    }
}
