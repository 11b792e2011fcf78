package org.quanheng.scoring.validation;

import java.util.ArrayList;
import java.util.List;

/**
 * The receiver operating characteristic, thinned for drawing.
 *
 * @param points from (0, 0) to (1, 1)
 */
public record Roc(List<Point> points) {
    private static final int POINTS_MAX = 200;

    /** Copies the list. */
    public Roc {
        points = List.copyOf(points);
    }

    /**
     * One point: refuse everybody at or above a risk.
     *
     * @param goods share of goods refused
     * @param bads share of bads refused
     */
    public record Point(double goods, double bads) {}

    /** Curve of a risk; throws when a class is empty or a risk is NaN. */
    public static Roc of(double[] risk, boolean[] bad) {
        Outcomes outcomes = Outcomes.of(risk, bad);
        double[] goods = outcomes.goods();
        double[] bads = outcomes.bads();
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, 0));
        int step = Math.max(1, risk.length / POINTS_MAX);
        int g = goods.length;
        int b = bads.length;
        int told = 0;
        while (g > 0 || b > 0) {
            double next = Math.max(
                    g > 0 ? goods[g - 1] : Double.NEGATIVE_INFINITY, b > 0 ? bads[b - 1] : Double.NEGATIVE_INFINITY);
            while (g > 0 && goods[g - 1] >= next) {
                g--;
            }
            while (b > 0 && bads[b - 1] >= next) {
                b--;
            }
            int passed = risk.length - g - b;
            if (passed - told >= step || g + b == 0) {
                points.add(new Point(1 - (double) g / goods.length, 1 - (double) b / bads.length));
                told = passed;
            }
        }
        return new Roc(points);
    }
}
