package org.quanheng.trials.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.quanheng.fault.Fault;
import org.quanheng.policy.Answer;
import org.quanheng.policy.Policy;
import org.quanheng.policy.document.PolicyDocument;
import org.quanheng.policy.fact.Fact;
import org.quanheng.policy.fact.FactValue;
import org.quanheng.policy.fact.Facts;
import org.quanheng.policy.rule.EligibilityRules;
import org.quanheng.policy.rule.Verdict;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.CsvFormat;
import org.quanheng.scoring.table.CsvTable;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

/** One applicant of the sample decided by its policy: rules, PD, limit, four prices, reasons and the receipt. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecideOneApplicant {
    private static final String SAMPLE = "/org/quanheng/app/sample/";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Set<String> NO_FACTS = Set.of("personal_status_sex", "foreign_worker", "target");

    private final Table histories =
            CsvTable.read("german-credit.csv", bytes("german-credit.csv"), CsvFormat.standard());
    private final Policy policy = policy(histories);
    private final Facts facts = facts(histories, 7);
    private final EligibilityRules rules = rules();
    private final Map<String, Object> inputs = inputs(histories, 7);

    /** The whole decision, as an application causes it. */
    @Benchmark
    public Answer decide() {
        return policy.decide(policy.request(facts, TODAY), facts);
    }

    /** KIE evaluates the same eligibility table for the same applicant, and nothing else is done. */
    @Benchmark
    public Verdict referenceRulesByKie() {
        return rules.evaluate(inputs);
    }

    private static Policy policy(Table histories) {
        List<String> features = histories.names().stream()
                .filter(name -> !NO_FACTS.contains(name))
                .toList();
        Scorecard card = Scorecard.train(Sample.of(histories, "target", features), ScorecardRules.standard());
        return Policy.of(PolicyDocument.parse(text("policy.json"), text("eligibility.dmn")), card);
    }

    private static EligibilityRules rules() {
        List<Fault> faults = new ArrayList<>();
        EligibilityRules rules = EligibilityRules.compile(text("eligibility.dmn"), faults);
        if (rules == null) {
            throw new IllegalStateException("expected rules without faults, came " + faults);
        }
        return rules;
    }

    private static Facts facts(Table histories, int row) {
        List<Fact> facts = new ArrayList<>();
        for (String name : histories.names()) {
            if (!NO_FACTS.contains(name)) {
                Object cell = histories.cell(row, name);
                FactValue value = cell instanceof Double number
                        ? FactValue.of(BigDecimal.valueOf(number))
                        : FactValue.of(String.valueOf(cell));
                facts.add(new Fact(name, value, "applicant", NOW));
            }
        }
        return Facts.of(facts);
    }

    private static Map<String, Object> inputs(Table histories, int row) {
        Map<String, Object> inputs = new TreeMap<>();
        for (String name : List.of("purpose", "employment_since", "other_debtors")) {
            inputs.put(name, String.valueOf(histories.cell(row, name)));
        }
        BigDecimal months = number(histories, row, "duration_months");
        BigDecimal age = number(histories, row, "age");
        inputs.put("age", age);
        inputs.put("age_at_end", age.add(months.divide(BigDecimal.valueOf(12), 6, java.math.RoundingMode.HALF_UP)));
        inputs.put("amount", number(histories, row, "credit_amount"));
        inputs.put("months", months);
        inputs.put("amount_min", new BigDecimal("250"));
        inputs.put("amount_max", new BigDecimal("20000"));
        inputs.put("months_min", new BigDecimal("4"));
        inputs.put("months_max", new BigDecimal("72"));
        return inputs;
    }

    private static BigDecimal number(Table histories, int row, String name) {
        return new BigDecimal(String.valueOf(histories.cell(row, name)));
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = DecideOneApplicant.class.getResourceAsStream(SAMPLE + name)) {
            if (in == null) {
                throw new IllegalStateException("expected " + SAMPLE + name + " on the class path, it is not there");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
