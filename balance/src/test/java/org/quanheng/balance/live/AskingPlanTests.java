package org.quanheng.balance.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quanheng.balance.EvidenceGrade;
import org.quanheng.balance.EvidencePlan;
import org.quanheng.balance.EvidenceSource;
import org.quanheng.balance.EvidenceStep;
import org.quanheng.balance.GermanCredit;
import org.quanheng.balance.value.AskingRules;
import org.quanheng.balance.value.Choice;
import org.quanheng.balance.value.Stakes;
import org.quanheng.scoring.table.Table;

class AskingPlanTests {
    private static final Stakes STAKES = Stakes.of(0.25, 0.26, 0.34);
    private static final Table APPLICANTS = GermanCredit.APPLICANTS.table();

    private static AskingPlan plan(double rate) {
        return AskingPlan.compile(
                GermanCredit.questions(0.5, 0.002),
                GermanCredit.CARD,
                GermanCredit.DEVELOPMENT.table(),
                STAKES,
                new AskingRules(rate, 0, 0.03),
                GermanCredit.NEEDED);
    }

    private static Map<String, @Nullable Object> facts(int row, Iterable<String> names) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        names.forEach(name -> facts.put(name, APPLICANTS.cell(row, name)));
        return facts;
    }

    /** Asks until enough; returns the steps in the order in which they were asked. */
    private static List<String> walk(AskingPlan plan, int row, double chance, Map<String, @Nullable Object> known) {
        List<String> asked = new ArrayList<>();
        while (plan.next(known, 3_000, chance) instanceof Advice.Ask ask) {
            asked.add(ask.step().id());
            known.putAll(facts(row, ask.step().facts()));
        }
        return asked;
    }

    @Test
    void nothingRequiredIsSkippedAndNothingIsAskedTwice() {
        AskingPlan plan = plan(5);
        for (int row = 0; row < APPLICANTS.rows(); row++) {
            List<String> asked = walk(plan, row, 0.5, new HashMap<>());
            assertThat(asked).doesNotHaveDuplicates().containsAll(GermanCredit.NEEDED);
            assertThat(asked.subList(0, GermanCredit.NEEDED.size())).hasSameElementsAs(GermanCredit.NEEDED);
        }
    }

    @Test
    void whatIsCertainStaysSoWhateverElseIsAnswered() {
        AskingPlan plan = plan(0);
        int certain = 0;
        for (int row = 0; row < APPLICANTS.rows(); row++) {
            Map<String, @Nullable Object> known = new HashMap<>();
            walk(plan, row, 0.5, known);
            Standing standing = plan.standing(known);
            Standing full = plan.standing(facts(row, GermanCredit.CARD.facts()));
            assertThat(full.pd()).isBetween(standing.pdLeast(), standing.pdMost());
            if (standing.certain()) {
                certain++;
                assertThat(full.choice()).isEqualTo(standing.choice());
            }
        }
        assertThat(certain).isGreaterThan(20);
    }

    @Test
    void withEverythingKnownThePdIsTheScorecards() {
        AskingPlan plan = plan(1);
        for (int row = 0; row < APPLICANTS.rows(); row++) {
            Map<String, @Nullable Object> facts = facts(row, GermanCredit.CARD.facts());
            Standing standing = plan.standing(facts);
            assertThat(standing.pd().doubleValue())
                    .isCloseTo(GermanCredit.CARD.score(facts::get).pd(), within(1e-9));
            assertThat(standing.certain()).isTrue();
        }
    }

    @Test
    void theRandomSliceIsAskedEverythingInThePlansOrder() {
        AskingPlan plan = plan(1000);

        assertThat(walk(plan, 0, 0.029, new HashMap<>()))
                .isEqualTo(
                        plan.evidence().steps().stream().map(EvidenceStep::id).toList());
        assertThat(walk(plan, 0, 0.03, new HashMap<>())).hasSize(GermanCredit.NEEDED.size());
    }

    @Test
    void aMinuteThatIsWorthMoreIsAskedLess() {
        double[] rates = {0, 1, 10, 100, 1000};
        double before = Double.POSITIVE_INFINITY;
        for (double rate : rates) {
            AskingPlan plan = plan(rate);
            double questions = 0;
            for (int row = 0; row < 60; row++) {
                questions += walk(plan, row, 0.5, new HashMap<>()).size();
            }
            assertThat(questions).as("questions at rate %s", rate).isLessThanOrEqualTo(before);
            before = questions;
        }
        assertThat(before).isEqualTo(60.0 * GermanCredit.NEEDED.size());
    }

    @Test
    void moreAtStakeIsAskedMore() {
        AskingPlan plan = plan(5);
        Map<String, @Nullable Object> known = facts(7, GermanCredit.NEEDED);
        int small = 0;
        int large = 0;
        for (int row = 0; row < 60; row++) {
            known = facts(row, GermanCredit.NEEDED);
            small += plan.next(known, 10, 0.5) instanceof Advice.Ask ? 1 : 0;
            large += plan.next(known, 20_000, 0.5) instanceof Advice.Ask ? 1 : 0;
        }
        assertThat(small).isZero();
        assertThat(large).isGreaterThan(30);
    }

    @Test
    void adviceSaysWhatItCanChange() {
        AskingPlan plan = plan(1);
        int asks = 0;
        for (int row = 0; row < APPLICANTS.rows(); row++) {
            if (plan.next(facts(row, GermanCredit.NEEDED), 3_000, 0.5) instanceof Advice.Ask ask) {
                asks++;
                assertThat(ask.why()).isEqualTo(Advice.Why.WORTH_ASKING);
                assertThat(ask.worth()).isGreaterThanOrEqualTo(0);
                assertThat(ask.reachable()).contains(ask.standing().choice());
                if (ask.together() == 1) {
                    assertThat(ask.netGain()).isPositive();
                    assertThat(ask.chanceOfChange()).isPositive();
                    assertThat(ask.reachable()).hasSizeGreaterThan(1);
                }
            }
        }
        assertThat(asks).isGreaterThan(150);
    }

    @Test
    void whatIsLeftOutIsNamedWithItsReason() {
        Advice advice = plan(1_000).next(facts(3, GermanCredit.NEEDED), 3_000, 0.5);

        assertThat(advice).isInstanceOfSatisfying(Advice.Enough.class, enough -> {
            assertThat(enough.notAsked()).hasSize(11);
            assertThat(enough.notAsked()).allMatch(left -> left.netGain() <= 0);
        });
    }

    @Test
    void aPlanReadBackAdvisesTheSameToTheLastBit() {
        AskingPlan plan = plan(2.5);
        AskingPlan read = AskingPlan.fromJson(plan.toJson());

        assertThat(read.toJson()).isEqualTo(plan.toJson());
        for (int row = 0; row < 50; row++) {
            Map<String, @Nullable Object> known = facts(row, GermanCredit.NEEDED);
            assertThat(read.next(known, 1_234.5, 0.5)).isEqualTo(plan.next(known, 1_234.5, 0.5));
        }
        assertThatThrownBy(() -> AskingPlan.fromJson("{\"steps\":[]}")).hasMessageContaining("what toJson wrote");
    }

    /** On people whom nothing was developed on: over random subsets of facts the mean PD is near the bad rate, and within bands too. */
    @Test
    void thePdGivenWhatIsSeenIsCalibratedOnOthers() {
        AskingPlan plan = plan(1);
        Random random = new Random(7);
        double[] pds = new double[3];
        double[] bads = new double[3];
        int[] n = new int[3];
        for (int round = 0; round < 10; round++) {
            for (int row = 0; row < APPLICANTS.rows(); row++) {
                Set<String> seen = new HashSet<>();
                GermanCredit.CARD.facts().stream()
                        .filter(fact -> random.nextBoolean())
                        .forEach(seen::add);
                double pd = plan.standing(facts(row, seen)).pd().doubleValue();
                int band = pd < 0.2 ? 0 : pd < 0.4 ? 1 : 2;
                pds[band] += pd;
                bads[band] += GermanCredit.APPLICANTS.bad()[row] ? 1 : 0;
                n[band]++;
            }
        }
        for (int band = 0; band < 3; band++) {
            // 300 people: a share of a hundred of them has a standard error of up to 0.05.
            assertThat(pds[band] / n[band]).as("band %d", band).isCloseTo(bads[band] / n[band], within(0.1));
        }
    }

    @Test
    void aConsentThatTellsNothingComesLast() {
        List<EvidenceStep> steps =
                new ArrayList<>(GermanCredit.questions(0.5, 0).steps());
        EvidenceSource source = new EvidenceSource(EvidenceGrade.ASSUMPTION, "Wang Lei");
        steps.addFirst(new EvidenceStep("consent", List.of("consent"), 0.2, BigDecimal.ZERO, 0, true, source));
        AskingPlan plan = AskingPlan.compile(
                new EvidencePlan(steps),
                GermanCredit.CARD,
                GermanCredit.DEVELOPMENT.table(),
                STAKES,
                new AskingRules(1, 0, 0),
                GermanCredit.NEEDED);

        List<String> asked = walk(plan, 5, 0.5, new HashMap<>());

        assertThat(asked).endsWith("consent");
        assertThat(asked.indexOf("consent")).isEqualTo(asked.lastIndexOf("consent"));
    }

    @Test
    void aPlanThatCannotFeedTheScorecardIsRefused() {
        EvidencePlan thin =
                new EvidencePlan(GermanCredit.questions(1, 0).steps().subList(1, 3));

        assertThatThrownBy(() -> AskingPlan.compile(
                        thin,
                        GermanCredit.CARD,
                        GermanCredit.DEVELOPMENT.table().where(row -> row == 0),
                        STAKES,
                        new AskingRules(0, 0, 0),
                        Set.of("income")))
                .hasMessageContaining("fact checking_status: expected a step that asks for it")
                .hasMessageContaining("needed fact income")
                .hasMessageContaining("at least two rows");
        assertThatThrownBy(() -> plan(1).next(Map.of("duration_months", "long"), 1, 0.5))
                .hasMessageContaining("duration_months");
        assertThatThrownBy(() -> plan(1).next(Map.of(), 0, 2))
                .hasMessageContaining("exposure at default: expected a number above 0, came 0.0")
                .hasMessageContaining("chance: expected a number of 0 to 1, came 2.0");
        assertThat(STAKES.choiceAt(0.3)).isEqualTo(Choice.REFER);
    }
}
