package org.quanheng.cli.balance;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.quanheng.balance.crossfit.StudyPoint;
import org.quanheng.balance.crossfit.StudyResult;

/** The frontier as a drawing: share asked everything to the right, more bad loans upwards, with the 95 % band. */
final class FrontierChart {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 300;
    private static final int LEFT = 56;
    private static final int BOTTOM = 40;
    private static final int TOP = 16;
    private static final int RIGHT = 16;
    private static final int LINES = 4;

    private final StudyResult result;
    private final double low;
    private final double high;

    FrontierChart(StudyResult result) {
        this.result = result;
        double least = 0;
        double most = 0.02;
        for (StudyPoint point : result.points()) {
            least = Math.min(least, point.relativeChange());
            most = Math.max(most, point.relativeChange());
        }
        this.low = least - 0.05 * (most - least);
        this.high = most + 0.05 * (most - least);
    }

    String svg(String title) {
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", WIDTH, HEIGHT, title));
        grid(svg);
        band(svg);
        svg.append("<path class=\"line\" d=\"M")
                .append(path(StudyPoint::relativeChange))
                .append("\"/>");
        dot(svg, result.best(StudyResult.STRICT), "dot");
        dot(svg, result.best(StudyResult.LOOSE), "dot");
        dot(svg, result.chosen(), "chosen");
        return svg.append("</svg>").toString();
    }

    private void grid(StringBuilder svg) {
        for (int i = 0; i <= LINES; i++) {
            double change = low + i * (high - low) / LINES;
            svg.append(String.format(
                    Locale.ROOT,
                    "<path class=\"grid\" d=\"M%d %.1fH%d\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%+.1f %%</text>",
                    LEFT,
                    y(change),
                    WIDTH - RIGHT,
                    LEFT - 6,
                    y(change) + 4,
                    100 * change));
            double share = (double) i / LINES;
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.0f %%</text>",
                    x(share),
                    HEIGHT - BOTTOM + 20,
                    100 * share));
        }
        svg.append(String.format(Locale.ROOT, "<path class=\"zero\" d=\"M%d %.1fH%d\"/>", LEFT, y(0), WIDTH - RIGHT));
    }

    private void band(StringBuilder svg) {
        String upper = path(point -> Math.min(high, point.changeInterval().high()));
        List<StudyPoint> points = result.points();
        StringBuilder lower = new StringBuilder();
        for (StudyPoint point : points.reversed()) {
            lower.append(place(point, Math.max(low, point.changeInterval().low())));
        }
        svg.append("<path class=\"band\" d=\"M").append(upper).append(lower).append("Z\"/>");
    }

    private String path(ToDoubleFunction<StudyPoint> height) {
        StringBuilder path = new StringBuilder();
        result.points().forEach(point -> path.append(place(point, height.applyAsDouble(point))));
        return path.toString().strip();
    }

    private String place(StudyPoint point, double height) {
        return String.format(Locale.ROOT, "%.1f %.1f ", x(point.askedEverythingShare()), y(height));
    }

    private void dot(StringBuilder svg, StudyPoint point, String kind) {
        svg.append(String.format(
                Locale.ROOT,
                "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"5\"/>",
                kind,
                x(point.askedEverythingShare()),
                y(point.relativeChange())));
    }

    private static double x(double share) {
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private double y(double change) {
        return TOP + (high - change) / (high - low) * (HEIGHT - TOP - BOTTOM);
    }
}
