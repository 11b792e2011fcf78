package org.quanheng.app.model.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.Formats;

/**
 * A drawing of curves and points in a frame, in the units of its SVG: 360 wide, 252 high. The figures stand in a table below it.
 *
 * @param x ticks of the horizontal axis
 * @param y ticks of the vertical axis
 * @param lines the curves, each with the class of its colour
 * @param marks points, maybe with an interval
 * @param bars upright bars from the ground
 */
public record Plot(List<Tick> x, List<Tick> y, List<Line> lines, List<Mark> marks, List<Bar> bars) {
    static final double LEFT = 44;
    static final double RIGHT = 340;
    static final double TOP = 24;
    static final double BOTTOM = 216;

    /** Copies the lists. */
    public Plot {
        x = List.copyOf(x);
        y = List.copyOf(y);
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
        bars = List.copyOf(bars);
    }

    /** One tick: where, and what it says. */
    public record Tick(String at, String text) {}

    /** A curve as an SVG path. */
    public record Line(String tone, String path) {}

    /** A point; low and high are the ends of its interval, or null. */
    public record Mark(
            String tone,
            String x,
            String y,
            @Nullable String low,
            @Nullable String high) {}

    /** A bar from the ground of the frame. */
    public record Bar(String tone, String x, String y, String width, String height) {}

    /** Draws into a frame with these bounds. */
    static final class Pen {
        private final double xLow;
        private final double xHigh;
        private final double yLow;
        private final double yHigh;
        private final List<Tick> x = new ArrayList<>();
        private final List<Tick> y = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<Mark> marks = new ArrayList<>();
        private final List<Bar> bars = new ArrayList<>();

        Pen(double xLow, double xHigh, double yLow, double yHigh) {
            this.xLow = xLow;
            this.xHigh = xHigh > xLow ? xHigh : xLow + 1;
            this.yLow = yLow;
            this.yHigh = yHigh > yLow ? yHigh : yLow + 1;
        }

        /** Ticks at round places, about so many on each axis. */
        Pen ticks(DoubleFunction<String> xText, DoubleFunction<String> yText) {
            for (double at : round(xLow, xHigh)) {
                x.add(new Tick(Formats.svg(x(at)), xText.apply(at)));
            }
            for (double at : round(yLow, yHigh)) {
                y.add(new Tick(Formats.svg(y(at)), yText.apply(at)));
            }
            return this;
        }

        Pen xTick(double at, String text) {
            x.add(new Tick(Formats.svg(x(at)), text));
            return this;
        }

        Pen yTicks(DoubleFunction<String> text) {
            for (double at : round(yLow, yHigh)) {
                y.add(new Tick(Formats.svg(y(at)), text.apply(at)));
            }
            return this;
        }

        Pen line(String tone, List<double[]> points) {
            StringBuilder path = new StringBuilder();
            for (double[] point : points) {
                path.append(path.isEmpty() ? "M" : "L")
                        .append(Formats.svg(x(point[0])))
                        .append(' ')
                        .append(Formats.svg(y(point[1])));
            }
            lines.add(new Line(tone, path.toString()));
            return this;
        }

        Pen mark(String tone, double at, double value) {
            marks.add(new Mark(tone, Formats.svg(x(at)), Formats.svg(y(value)), null, null));
            return this;
        }

        Pen mark(String tone, double at, double value, double low, double high) {
            marks.add(new Mark(
                    tone, Formats.svg(x(at)), Formats.svg(y(value)), Formats.svg(y(low)), Formats.svg(y(high))));
            return this;
        }

        Pen bar(String tone, double from, double to, double value) {
            bars.add(new Bar(
                    tone,
                    Formats.svg(x(from)),
                    Formats.svg(y(value)),
                    Formats.svg(Math.max(0, x(to) - x(from))),
                    Formats.svg(Math.max(0, BOTTOM - y(value)))));
            return this;
        }

        Plot done() {
            return new Plot(x, y, lines, marks, bars);
        }

        double x(double value) {
            return LEFT + (RIGHT - LEFT) * (Math.clamp(value, xLow, xHigh) - xLow) / (xHigh - xLow);
        }

        double y(double value) {
            return BOTTOM - (BOTTOM - TOP) * (Math.clamp(value, yLow, yHigh) - yLow) / (yHigh - yLow);
        }
    }

    /** Three to six round numbers within bounds: steps of 1, 2 or 5 times a power of ten. */
    public static List<Double> round(double low, double high) {
        double raw = (high - low) / 5;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = power * (raw / power <= 1 ? 1 : raw / power <= 2 ? 2 : raw / power <= 5 ? 5 : 10);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
