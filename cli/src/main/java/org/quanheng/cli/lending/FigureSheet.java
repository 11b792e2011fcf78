package org.quanheng.cli.lending;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.quanheng.cli.shell.Json;
import org.quanheng.cli.shell.TextTable;
import org.quanheng.cli.shell.Words;
import org.quanheng.lending.Money;
import tools.jackson.databind.node.ObjectNode;

/** What a calculation takes and gives, figure by figure: a table for people, one JSON document, or one line of CSV under a head. */
final class FigureSheet {
    private static final int DECIMALS = 6;

    private final String currency;
    private final List<Figure> figures = new ArrayList<>();

    /**
     * A figure.
     *
     * @param name as programs read it, such as {@code paymentLeft}
     * @param value as programs and people read it
     * @param by the formula, as people read it; empty for what was given
     */
    private record Figure(String name, String value, String by) {}

    FigureSheet(String currency) {
        this.currency = currency;
    }

    FigureSheet add(String name, Money amount) {
        return add(name, amount.amount().toPlainString());
    }

    /** A share, a number of days or of times, to at most 6 decimals. */
    FigureSheet add(String name, BigDecimal number) {
        BigDecimal shown = number.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return add(name, shown.toPlainString());
    }

    FigureSheet add(String name, String value) {
        figures.add(new Figure(name, value, ""));
        return this;
    }

    /** Says by which formula the last figure came, in the words of whoever asked. */
    FigureSheet by(String formula) {
        Figure last = figures.removeLast();
        figures.add(new Figure(last.name(), last.value(), formula));
        return this;
    }

    void json(PrintWriter out) {
        ObjectNode document = Json.object().put("currency", currency);
        figures.forEach(figure -> document.put(figure.name(), figure.value()));
        out.println(Json.text(document));
    }

    void csv(PrintWriter out) {
        List<String> head = new ArrayList<>(List.of("currency"));
        List<String> line = new ArrayList<>(List.of(currency));
        for (Figure figure : figures) {
            head.add(Words.spaced(figure.name()).replace(' ', '_'));
            line.add(figure.value());
        }
        out.println(String.join(",", head));
        out.println(String.join(",", line));
    }

    void tell(PrintWriter out, Words words) {
        TextTable table = new TextTable().words("").figures(currency).words("");
        for (Figure figure : figures) {
            table.row(words.say(Words.spaced(figure.name())), figure.value(), figure.by());
        }
        table.print(out);
    }
}
