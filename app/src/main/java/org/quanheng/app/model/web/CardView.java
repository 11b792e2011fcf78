package org.quanheng.app.model.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard as a table of points, or what counts most in boosted trees, already in the reader's words.
 *
 * @param scale the most points of any bin, for the bars
 * @param left characteristics without points, with why
 * @param importances only of boosted trees, the largest first
 */
public record CardView(
        double scale, List<Fact> facts, List<Pair> pairs, List<Left> left, List<Importance> importances) {
    /** Copies the lists. */
    public CardView {
        facts = List.copyOf(facts);
        pairs = List.copyOf(pairs);
        left = List.copyOf(left);
        importances = List.copyOf(importances);
    }

    /**
     * One characteristic.
     *
     * @param key its column, safe as part of an id
     * @param href where its bins are set, or null
     */
    public record Fact(
            String key,
            String name,
            double informationValue,
            @Nullable String href,
            List<Bin> bins) {
        /** Copies the list. */
        public Fact {
            bins = List.copyOf(bins);
        }
    }

    /** One bin: counts, share of all rows, bad rate with its interval, WoE and points. */
    public record Bin(
            String label,
            long rows,
            double share,
            double badRate,
            double low,
            double high,
            double woe,
            double points) {}

    /** Points of two characteristics taken together. */
    public record Pair(String key, String name, List<String> columns, List<Row> rows) {
        /** Copies the lists. */
        public Pair {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** One row of a pair's table. */
    public record Row(String label, List<Double> points) {
        /** Copies the list. */
        public Row {
            points = List.copyOf(points);
        }
    }

    /**
     * One fact of boosted trees.
     *
     * @param logOdds mean absolute contribution
     * @param share of the sum of all
     */
    public record Importance(String name, double logOdds, double share) {}

    /** A characteristic that earned no points. */
    public record Left(String name, @Nullable String href, String why) {}
}
