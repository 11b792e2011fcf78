package org.quanheng.trials.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.quanheng.balance.EvidenceGrade;
import org.quanheng.balance.EvidencePlan;
import org.quanheng.balance.EvidenceSource;
import org.quanheng.balance.EvidenceStep;
import org.quanheng.balance.live.Advice;
import org.quanheng.balance.live.AskingPlan;
import org.quanheng.balance.value.AskingRules;
import org.quanheng.balance.value.Stakes;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

/** What to ask next, of twenty questions of which six are answered; the data are synthetic. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AskOneApplicant {
    private static final int ROWS = 4_000;
    private static final int QUESTIONS = 20;
    private static final int ANSWERED = 6;

    private final Table table = table();
    private final AskingPlan plan = plan(table);
    private final Map<String, Object> known = known(table);

    private static String name(int question) {
        return "question" + question;
    }

    private static Table table() {
        Random random = new Random(1);
        List<NumericColumn> columns = new ArrayList<>();
        double[] risk = new double[ROWS];
        double[] target = new double[ROWS];
        for (int question = 0; question < QUESTIONS; question++) {
            double[] values = new double[ROWS];
            for (int row = 0; row < ROWS; row++) {
                values[row] = random.nextGaussian();
                risk[row] += 0.3 * values[row];
            }
            columns.add(new NumericColumn(name(question), values));
        }
        for (int row = 0; row < ROWS; row++) {
            target[row] = random.nextDouble() < 1 / (1 + Math.exp(1 - risk[row])) ? 1 : 0;
        }
        columns.add(new NumericColumn("target", target));
        return Table.of(columns);
    }

    private static AskingPlan plan(Table table) {
        List<String> questions =
                table.names().stream().filter(name -> !name.equals("target")).toList();
        Scorecard card = Scorecard.train(Sample.of(table, "target", questions), ScorecardRules.standard());
        EvidenceSource source = new EvidenceSource(EvidenceGrade.ASSUMPTION, "bench");
        List<EvidenceStep> steps = questions.stream()
                .map(question ->
                        new EvidenceStep(question, List.of(question), 0.5, BigDecimal.ZERO, 0.001, false, source))
                .toList();
        return AskingPlan.compile(
                new EvidencePlan(steps),
                card,
                table,
                Stakes.of(0.4, 0.25, 0.35),
                new AskingRules(1, 0, 0.03),
                Set.of());
    }

    private static Map<String, Object> known(Table table) {
        Map<String, Object> known = new HashMap<>();
        for (int question = 0; question < ANSWERED; question++) {
            Object value = table.cell(17, name(question));
            if (value != null) {
                known.put(name(question), value);
            }
        }
        return known;
    }

    /** Bounds, PD, and the net gain of each of the fourteen questions left. */
    @Benchmark
    public Advice next() {
        return plan.next(known, 5_000, 0.5);
    }

    /** The hardest case: no question pays alone, so that bundles are looked at too. */
    @Benchmark
    public Advice nothingPaysAlone() {
        return plan.next(known, 3, 0.5);
    }
}
