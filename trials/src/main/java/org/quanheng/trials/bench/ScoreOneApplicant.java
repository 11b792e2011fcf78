package org.quanheng.trials.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.quanheng.scoring.scorecard.Score;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.Column;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

/** One applicant of twenty facts scored with contributions and reasons; the data are synthetic. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScoreOneApplicant {
    private static final int ROWS = 4_000;
    private static final int NUMBERS = 14;
    private static final int CATEGORIES = 6;

    private final Table table = table();
    private final Scorecard card = Scorecard.train(
            Sample.of(
                    table,
                    "target",
                    table.names().stream()
                            .filter(name -> !name.equals("target"))
                            .toList()),
            ScorecardRules.standard());
    private final Map<String, Object> facts = facts(table, card);

    private static Table table() {
        Random random = new Random(1);
        double[] risk = new double[ROWS];
        List<Column> columns = new ArrayList<>();
        for (int number = 0; number < NUMBERS; number++) {
            double[] values = new double[ROWS];
            for (int row = 0; row < ROWS; row++) {
                values[row] = random.nextGaussian();
                risk[row] += 0.2 * values[row];
            }
            columns.add(new NumericColumn("number" + number, values));
        }
        for (int category = 0; category < CATEGORIES; category++) {
            List<String> dictionary = List.of("a", "b", "c", "d", "e");
            int[] codes = new int[ROWS];
            for (int row = 0; row < ROWS; row++) {
                codes[row] = random.nextInt(dictionary.size());
                risk[row] += 0.2 * codes[row];
            }
            columns.add(new CategoricalColumn("category" + category, dictionary, codes));
        }
        double[] target = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            target[row] = random.nextDouble() < 1 / (1 + Math.exp(4 - risk[row])) ? 1 : 0;
        }
        columns.add(new NumericColumn("target", target));
        return Table.of(columns);
    }

    private static Map<String, Object> facts(Table table, Scorecard card) {
        Map<String, Object> facts = new HashMap<>();
        for (String fact : card.facts()) {
            Object value = table.cell(17, fact);
            if (value != null) {
                facts.put(fact, value);
            }
        }
        return facts;
    }

    /** Points, PD, every contribution, and the reasons. */
    @Benchmark
    public Score score() {
        return card.score(facts::get);
    }
}
