package org.quanheng.app.model.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far those who come now have moved from those on whom the model was developed.
 *
 * @param developed rows of the development sample
 * @param points all comparisons, oldest first
 * @param series the index of the score over them, or null while there is none
 * @param shown the comparison that is shown in full, or null
 */
public record DriftView(
        String modelId,
        String modelName,
        int developed,
        List<Point> points,
        @Nullable Plot series,
        @Nullable Shown shown) {
    /** Copies the list. */
    public DriftView {
        points = List.copyOf(points);
    }

    /**
     * One comparison.
     *
     * @param name the month or the data set
     * @param decisions whether it is a month of the platform's own decisions
     * @param index PSI of the score, NaN when the model does not hold how its scores lay
     * @param alarm {@code workshop.alarm.<code>} of the score
     * @param worst that of the score and all characteristics
     */
    public record Point(
            String key,
            String name,
            boolean decisions,
            Instant at,
            int rows,
            double index,
            double pValue,
            String alarm,
            String worst,
            int alarms) {}

    /** One comparison in full. */
    public record Shown(Point point, @Nullable Plot scores, List<Band> bands, List<Moved> moved) {
        /** Copies the lists. */
        public Shown {
            bands = List.copyOf(bands);
            moved = List.copyOf(moved);
        }
    }

    /** A band of scores or a bin: expected and actual share. */
    public record Band(String label, double expected, double actual) {}

    /** One characteristic. */
    public record Moved(
            String key, String name, double index, double pValue, String alarm, double pointsShift, List<Band> bins) {
        /** Copies the list. */
        public Moved {
            bins = List.copyOf(bins);
        }
    }
}
