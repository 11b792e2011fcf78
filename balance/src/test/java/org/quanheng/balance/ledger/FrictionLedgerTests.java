package org.quanheng.balance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quanheng.balance.EvidenceGrade;
import org.quanheng.balance.EvidencePlan;
import org.quanheng.balance.EvidenceSource;
import org.quanheng.balance.EvidenceStep;
import org.quanheng.balance.GermanCredit;
import org.quanheng.balance.live.AskingPlan;
import org.quanheng.balance.live.Rehearsal;
import org.quanheng.balance.value.AskingRules;
import org.quanheng.balance.value.Stakes;
import org.quanheng.experience.Share;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.Table;

class FrictionLedgerTests {
    private static final Table PEOPLE = GermanCredit.APPLICANTS.table();
    private static final Stakes STAKES = Stakes.of(750, 0.26, 0.34);

    /** Two dear papers beside the questions: one tells nothing of the score, the other a great deal. */
    private static AskingPlan plan(Set<String> needed, double rate, double askAllShare) {
        EvidenceSource said = new EvidenceSource(EvidenceGrade.ASSUMPTION, "Wang Lei");
        List<EvidenceStep> steps =
                new ArrayList<>(GermanCredit.questions(0.3, 0.001).steps());
        steps.add(new EvidenceStep("paper", List.of("paper"), 15, BigDecimal.TEN, 0.05, false, said));
        return AskingPlan.compile(
                new EvidencePlan(steps),
                GermanCredit.CARD,
                GermanCredit.DEVELOPMENT.table(),
                STAKES,
                new AskingRules(rate, 0, askAllShare),
                needed);
    }

    private static double[] outcomes() {
        boolean[] bad = GermanCredit.APPLICANTS.bad();
        return IntStream.range(0, bad.length).mapToDouble(i -> bad[i] ? 1 : 0).toArray();
    }

    private static double[] ones() {
        double[] ones = new double[PEOPLE.rows()];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static FrictionLedger ledger(AskingPlan today) {
        return FrictionLedger.of(today, PEOPLE, outcomes(), ones(), 100, new Random(5));
    }

    @Test
    void aControlWithCostAndNoWorthIsNamedWithTheChangeAndItsEffect() {
        FrictionLedger ledger = ledger(plan(Set.of(), 1, 1));

        Conflict paper = ledger.conflicts().stream()
                .filter(conflict -> conflict.step().id().equals("paper"))
                .findFirst()
                .orElseThrow();
        assertThat(paper.kind()).isEqualTo(Conflict.Kind.CONTROL_WITHOUT_WORTH);
        assertThat(paper.minutes().value()).isCloseTo(-15, within(1e-9));
        // 15 minutes at 1, a cost of 10, and a twentieth of the applicants with what they earn.
        assertThat(paper.value().low()).isGreaterThan(25);
        assertThat(paper.goods().value()).isPositive();
        assertThat(ledger.rows(Map.of())).hasSize(19);
        LedgerRow row = ledger.rows(Map.of()).getLast();
        assertThat(row.asked()).isEqualTo(1);
        assertThat(row.net().high()).isNegative();
        assertThat(row.lossPrevented().value()).isCloseTo(0, within(1e-9));
        assertThat(row.grade()).isEqualTo(EvidenceGrade.ASSUMPTION);
        assertThat(row.goodsLost().value()).isPositive();
        assertThat(row.measured()).isZero();
    }

    @Test
    void easeThatLosesMoneyIsNamed() {
        // In the development sample everybody gave one answer, so the plan believes that nothing is to be learnt from
        // the question.
        Table blind = GermanCredit.DEVELOPMENT
                .table()
                .with(CategoricalColumn.of(
                        "checking_status", Collections.nCopies(GermanCredit.DEVELOPMENT.rows(), "none")));
        AskingPlan today = AskingPlan.compile(
                GermanCredit.questions(0.3, 0.001),
                GermanCredit.CARD,
                blind,
                STAKES,
                new AskingRules(0.5, 0, 0),
                GermanCredit.NEEDED);
        FrictionLedger ledger =
                FrictionLedger.of(today, PEOPLE, GermanCredit.CARD.pds(PEOPLE), ones(), 100, new Random(5));

        assertThat(ledger.rows(Map.of()).getFirst().step().id()).isEqualTo("checking_status");
        assertThat(ledger.rows(Map.of()).getFirst().asked()).isZero();
        assertThat(ledger.conflicts())
                .filteredOn(conflict -> conflict.step().id().equals("checking_status"))
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.kind()).isEqualTo(Conflict.Kind.EASE_WITH_LOSS);
                    assertThat(conflict.value().low()).isPositive();
                    assertThat(conflict.minutes().value()).isPositive();
                });
    }

    @Test
    void aStepThatTellsALotPreventsLoss() {
        FrictionLedger ledger = ledger(plan(Set.of(), 0, 1));
        LedgerRow checking = ledger.rows(Map.of()).stream()
                .filter(row -> row.step().id().equals("checking_status"))
                .findFirst()
                .orElseThrow();

        assertThat(checking.net().value()).isPositive();
        assertThat(checking.net().low()).isLessThan(checking.net().value());
        assertThat(checking.net().high()).isGreaterThan(checking.net().value());
    }

    @Test
    void whatWasMeasuredStandsInThePlaceOfWhatWasAssumed() {
        StepLog log = StepLog.of(95, 2, 0.5, new Share(5, 100));
        LedgerRow row = ledger(plan(Set.of(), 1, 1)).rows(Map.of("paper", log)).getLast();

        assertThat(row.grade()).isEqualTo(EvidenceGrade.LOG);
        assertThat(row.minutes().value()).isEqualTo(2);
        assertThat(row.minutes().high()).isCloseTo(2 + 1.96 * 0.5 / Math.sqrt(95), within(1e-3));
        assertThat(row.measured()).isEqualTo(95);
        assertThat(row.goodsLost().low()).isLessThan(row.goodsLost().value());
        assertThatThrownBy(() -> StepLog.of(1, 1, 0, new Share(0, 1))).hasMessageContaining("two visits");
    }

    @Test
    void aGroupThatIsAskedMoreAtEqualRiskIsFound() {
        Random random = new Random(8);
        int n = 4_000;
        double[] minutes = new double[n];
        double[] pds = new double[n];
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            boolean young = random.nextBoolean();
            pds[i] = Math.clamp(0.2 + (young ? 0.1 : 0) + 0.1 * random.nextGaussian(), 0.01, 0.9);
            // The young are riskier, and the risky are asked more; beyond that they are asked two minutes more.
            minutes[i] = 5 + 10 * pds[i] + (young ? 2 : 0) + random.nextGaussian();
            groups.add(young ? "young" : "old");
        }
        FairnessOfEffort fairness = FairnessOfEffort.of(minutes, pds, Map.of("age", groups));
        FairnessOfEffort.Gap young = fairness.gaps().getLast();

        assertThat(young.column()).isEqualTo("age");
        assertThat(young.group()).isEqualTo("young");
        assertThat(young.minutes().value()).isCloseTo(2, within(0.35));
        assertThat(young.minutes().low()).isPositive();
        assertThat(young.compared()).isGreaterThan(0.95);
        assertThat(fairness.within(1)).isFalse();
        assertThat(fairness.within(3)).isTrue();
    }

    @Test
    void theOptimiserKeepsTheBound() {
        AskingPlan plan = plan(GermanCredit.NEEDED, 0, 0);
        List<AskingPlan> plans = new ArrayList<>();
        for (double rate : new double[] {0, 1, 5, 20, 100}) {
            plans.add(plan.with(new AskingRules(rate, 0, 0)));
        }
        Rehearsal played = Rehearsal.of(plans, PEOPLE, outcomes(), ones(), 20);
        double[] pds = GermanCredit.CARD.pds(PEOPLE);
        Map<String, List<String>> groups = Map.of(
                "foreign_worker",
                IntStream.range(0, PEOPLE.rows())
                        .mapToObj(row -> String.valueOf(PEOPLE.cell(row, "foreign_worker")))
                        .toList());
        double[] gaps = IntStream.range(0, plans.size())
                .mapToDouble(i -> FairnessOfEffort.of(played, i, pds, groups).gaps().stream()
                        .mapToDouble(gap -> gap.minutes().value())
                        .max()
                        .orElseThrow())
                .toArray();
        double bound = Arrays.stream(gaps).sorted().toArray()[2];

        int best = FairnessOfEffort.best(played, pds, groups, bound, 0).orElseThrow();

        assertThat(gaps[best]).isLessThanOrEqualTo(bound);
        for (int other = 0; other < gaps.length; other++) {
            if (gaps[other] <= bound) {
                assertThat(played.points().get(best).profit())
                        .isGreaterThanOrEqualTo(played.points().get(other).profit());
            }
        }
        assertThat(FairnessOfEffort.best(played, pds, groups, -1, 0)).isEmpty();
    }

    @Test
    void faultsAreNamed() {
        assertThatThrownBy(() -> FairnessOfEffort.of(new double[] {1, 2}, new double[1], Map.of("sex", List.of("a"))))
                .hasMessageContaining("PDs: expected 2 of them, came 1")
                .hasMessageContaining("sex: expected 2 of them, came 1")
                .hasMessageContaining("sex: expected at least two groups");
        assertThatThrownBy(() -> Rehearsal.of(List.of(), PEOPLE, new double[1], new double[2], 0))
                .hasMessageContaining("plans: expected at least one")
                .hasMessageContaining("outcomes: expected 300 of them, came 1")
                .hasMessageContaining("exposures: expected 300 of them, came 2");
    }
}
