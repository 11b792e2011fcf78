package org.quanheng.cli.shell;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table for people: columns as wide as what stands in them, figures to the right; a Chinese character is two columns wide. A
 * table none of whose columns has a heading is rows alone.
 */
public final class TextTable {
    private static final String GAP = "  ";

    /** What terminals draw two columns wide: the blocks of Chinese, Japanese and Korean letters, and of full-width forms. */
    private static final Pattern WIDE =
            Pattern.compile("[\\x{1100}-\\x{115f}\\x{2e80}-\\x{a4cf}\\x{ac00}-\\x{d7a3}\\x{f900}-\\x{faff}"
                    + "\\x{fe30}-\\x{fe6f}\\x{ff00}-\\x{ff60}\\x{ffe0}-\\x{ffe6}\\x{20000}-\\x{3fffd}]");

    private final List<String> headings = new ArrayList<>();
    private final List<Boolean> figures = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** A column of words, which begin at its left. */
    public TextTable words(String heading) {
        return column(heading, false);
    }

    /** A column of figures, which end at its right. */
    public TextTable figures(String... said) {
        for (String heading : said) {
            column(heading, true);
        }
        return this;
    }

    private TextTable column(String heading, boolean toTheRight) {
        headings.add(heading);
        figures.add(toTheRight);
        return this;
    }

    /** A row with a cell for each column. */
    public void row(Object... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException("expected " + headings.size() + " cells, came " + cells.length);
        }
        rows.add(List.of(cells).stream().map(String::valueOf).toList());
    }

    /** Prints the table. */
    public void print(PrintWriter out) {
        List<Integer> widths = new ArrayList<>();
        for (int k = 0; k < headings.size(); k++) {
            int column = k;
            int widest =
                    rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0);
            widths.add(Math.max(width(headings.get(k)), widest));
        }
        if (headings.stream().anyMatch(heading -> !heading.isEmpty())) {
            out.println(line(headings, widths));
        }
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private String line(List<String> cells, List<Integer> widths) {
        List<String> padded = new ArrayList<>();
        for (int k = 0; k < cells.size(); k++) {
            String blanks = " ".repeat(widths.get(k) - width(cells.get(k)));
            padded.add(figures.get(k) ? blanks + cells.get(k) : cells.get(k) + blanks);
        }
        return String.join(GAP, padded).stripTrailing();
    }

    /** How many columns of a terminal a text takes. */
    static int width(String text) {
        return text.codePointCount(0, text.length())
                + (int) WIDE.matcher(text).results().count();
    }
}
