package org.quanheng.balance.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quanheng.balance.EvidenceGrade;
import org.quanheng.balance.EvidencePlan;
import org.quanheng.balance.EvidenceSource;
import org.quanheng.balance.EvidenceStep;
import org.quanheng.balance.GermanCredit;
import org.quanheng.balance.value.AskingRules;
import org.quanheng.balance.value.Friction;
import org.quanheng.balance.value.Stakes;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

/** The plan against the best of all adaptive orders, found by enumerating every state of four questions. */
class LookaheadTests {
    private static final List<String> QUESTIONS = List.of("checking_status", "credit_history", "savings", "property");
    private static final Table PEOPLE = GermanCredit.DEVELOPMENT.table();
    private static final Stakes STAKES = Stakes.of(750, 0.26, 0.34);

    private final Scorecard card = Scorecard.train(Sample.of(PEOPLE, "target", QUESTIONS), ScorecardRules.standard());
    private final double[] pds = card.pds(PEOPLE);
    private final Map<String, Double> values = new HashMap<>();

    private static EvidenceStep step(String question) {
        return new EvidenceStep(
                question,
                List.of(question),
                1,
                BigDecimal.ONE,
                0.01,
                false,
                new EvidenceSource(EvidenceGrade.ASSUMPTION, "Wang Lei"));
    }

    private double stop(List<Integer> rows) {
        return STAKES.best(rows.stream().mapToDouble(row -> pds[row]).average().orElse(0));
    }

    private static Map<Object, List<Integer>> split(List<Integer> rows, String question) {
        Map<Object, List<Integer>> parts = new TreeMap<>();
        rows.forEach(row -> parts.computeIfAbsent(String.valueOf(PEOPLE.cell(row, question)), key -> new ArrayList<>())
                .add(row));
        return parts;
    }

    /** The value of the best adaptive plan, the people in a state being all there is to know. */
    private double best(List<Integer> rows, Set<String> left, AskingRules rules) {
        String state = rows + " " + new TreeSet<>(left);
        Double known = values.get(state);
        if (known != null) {
            return known;
        }
        double best = stop(rows);
        for (String question : left) {
            Set<String> rest = new HashSet<>(left);
            rest.remove(question);
            double after = 0;
            for (List<Integer> part : split(rows, question).values()) {
                after += (double) part.size() / rows.size() * best(part, rest, rules);
            }
            Friction friction = Friction.of(step(question));
            best = Math.max(best, (1 - friction.hazard()) * after - friction.sacrifice(0, rules));
        }
        values.put(state, best);
        return best;
    }

    /** The value of the plan, played over the same people and judged by the same beliefs. */
    private double play(AskingPlan plan, List<Integer> rows, Map<String, Object> known, AskingRules rules) {
        if (!(plan.next(known, 1, 1) instanceof Advice.Ask ask)) {
            return stop(rows);
        }
        String question = ask.step().id();
        double after = 0;
        for (Map.Entry<Object, List<Integer>> part : split(rows, question).entrySet()) {
            Map<String, Object> more = new HashMap<>(known);
            more.put(question, part.getKey());
            after += (double) part.getValue().size() / rows.size() * play(plan, part.getValue(), more, rules);
        }
        Friction friction = Friction.of(ask.step());
        return (1 - friction.hazard()) * after - friction.sacrifice(0, rules);
    }

    @Test
    void thePlanIsNearTheBestOfAllAdaptiveOrders() {
        List<Integer> everybody = IntStream.range(0, PEOPLE.rows()).boxed().toList();
        EvidencePlan questions =
                new EvidencePlan(QUESTIONS.stream().map(LookaheadTests::step).toList());
        for (double rate : new double[] {0, 1, 3, 6, 10, 20}) {
            values.clear();
            AskingRules rules = new AskingRules(rate, 5, 0);
            AskingPlan plan = AskingPlan.compile(questions, card, PEOPLE, STAKES, rules, Set.of());
            double nothing = stop(everybody);
            double best = best(everybody, Set.copyOf(QUESTIONS), rules);
            double played = play(plan, everybody, Map.of(), rules);

            assertThat(played).as("rate %s", rate).isLessThanOrEqualTo(best + 1e-9);
            assertThat(best).as("rate %s", rate).isGreaterThan(nothing + 30);
            assertThat(best - played).as("lost of the gain at rate %s", rate).isLessThan(0.03 * (best - nothing));
        }
    }
}
