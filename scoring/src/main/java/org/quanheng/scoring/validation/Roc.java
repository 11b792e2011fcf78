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

    /** Curve of cases. */
    public static Roc of(Cases cases) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, 0));
        double goods = 0;
        double bads = 0;
        double told = 0;
        for (int level = cases.levels() - 1; level >= 0; level--) {
            goods += cases.goods(level);
            bads += cases.bads(level);
            if (level == 0) {
                points.add(new Point(1, 1));
            } else if (goods + bads - told >= cases.weight() / POINTS_MAX) {
                points.add(new Point(goods / cases.goods(), bads / cases.bads()));
                told = goods + bads;
            }
        }
        return new Roc(points);
    }
}
