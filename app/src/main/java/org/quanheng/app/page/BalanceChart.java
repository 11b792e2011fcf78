package org.quanheng.app.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The balance still owed, month by month, as the shapes of a small drawing; several charts on one page share their axes.
 *
 * @param line the path of the balance
 * @param area the path of the surface under it
 * @param ticks the months under the axis
 */
public record BalanceChart(String line, String area, List<Tick> ticks) {
    public static final int WIDTH = 300;
    public static final int HEIGHT = 112;
    private static final int TOP = 6;
    private static final int FLOOR = 88;
    private static final int[] STEPS = {1, 2, 3, 6, 12, 24, 36, 60, 120};
    private static final int TICKS_MAX = 4;

    public BalanceChart {
        ticks = List.copyOf(ticks);
    }

    /** A month on the axis: where it stands, and how its label is anchored. */
    public record Tick(String x, int month, String anchor) {}

    /**
     * Draws balances for months 0 to n on axes that reach to {@code axisMonths} and {@code axisAmount}; throws
     * IllegalArgumentException if there are fewer than two balances or the axes are shorter than the line.
     */
    public static BalanceChart of(List<BigDecimal> balances, int axisMonths, BigDecimal axisAmount) {
        if (balances.size() < 2 || axisMonths < balances.size() - 1 || axisAmount.signum() <= 0) {
            throw new IllegalArgumentException("Expected at least 2 balances within the axes, got " + balances.size()
                    + " balances, " + axisMonths + " months and an axis up to " + axisAmount + ".");
        }
        StringBuilder line = new StringBuilder();
        for (int month = 0; month < balances.size(); month++) {
            double share = balances.get(month).doubleValue() / axisAmount.doubleValue();
            line.append(month == 0 ? "M" : "L")
                    .append(x(month, axisMonths))
                    .append(' ')
                    .append(Formats.svg(FLOOR - share * (FLOOR - TOP)));
        }
        String last = x(balances.size() - 1, axisMonths);
        String area = line + "L" + last + " " + FLOOR + "L0 " + FLOOR + "Z";
        return new BalanceChart(line.toString(), area, ticks(axisMonths));
    }

    private static List<Tick> ticks(int axisMonths) {
        int step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (axisMonths / STEPS[i] < TICKS_MAX) {
                step = STEPS[i];
            }
        }
        List<Tick> ticks = new ArrayList<>();
        for (int month = 0; month <= axisMonths; month += step) {
            String anchor = month == 0 ? "start" : month == axisMonths ? "end" : "middle";
            ticks.add(new Tick(x(month, axisMonths), month, anchor));
        }
        return ticks;
    }

    private static String x(int month, int axisMonths) {
        return Formats.svg((double) month * WIDTH / axisMonths);
    }
}
