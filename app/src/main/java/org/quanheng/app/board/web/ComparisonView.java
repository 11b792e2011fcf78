package org.quanheng.app.board.web;

import java.util.List;
import org.quanheng.app.page.Estimate;
import org.quanheng.app.page.Formats;
import org.quanheng.app.page.Page;

/**
 * The same people asked everything and asked by the plan.
 *
 * @param currency ISO 4217 code
 * @param people how many they are
 * @param exchangeRate at which the plan asked
 * @param enteredBy who entered what the steps cost the customer
 * @param figures in the order to read
 */
public record ComparisonView(String currency, int people, double exchangeRate, String enteredBy, List<Figure> figures) {
    public ComparisonView {
        figures = List.copyOf(figures);
    }

    /**
     * One figure of both ways: {@code comparison.<key>}.
     *
     * @param unit {@code share}, {@code minutes}, {@code money} or {@code count}
     * @param assumed whether it rests on assumptions
     */
    public record Figure(String key, String unit, boolean assumed, Estimate everything, Estimate plan) {
        /** A value with its unit. */
        public String text(Page page, String currency, Estimate figure) {
            Formats formats = page.formats();
            return switch (unit) {
                case "share" -> formats.percent(figure.value(), 1);
                case "money" -> formats.number(figure.value(), 1) + " " + formats.symbol(currency);
                case "minutes" -> formats.minutes(figure.value());
                default -> formats.number(figure.value(), 1);
            };
        }

        /** Its 95 % interval; empty where there is none. */
        public String interval(Page page, Estimate figure) {
            if (figure.low() == figure.high()) {
                return "";
            }
            return unit.equals("share")
                    ? page.formats().percentInterval(figure.low(), figure.high(), 1)
                    : figure.interval(page, 1);
        }
    }
}
