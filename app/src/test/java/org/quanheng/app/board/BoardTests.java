package org.quanheng.app.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;
import org.quanheng.app.Visitor;
import org.quanheng.app.access.Role;
import org.quanheng.app.decision.Policies;
import org.quanheng.app.decision.PolicySource;
import org.quanheng.app.sample.SampleLender;
import org.quanheng.balance.ledger.FairnessOfEffort;
import org.quanheng.balance.ledger.LedgerRow;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The board shows what the library makes of the live policy, and what a replay found. */
class BoardTests {
    private static final RunningLender LENDER = RunningLender.get();
    private static final long PATIENCE_MILLIS = 120_000;
    private static final long PAUSE_MILLIS = 200;

    private static BalanceStudy study() throws InterruptedException {
        BalanceStudies studies = LENDER.part(BalanceStudies.class);
        for (long waited = 0; waited < PATIENCE_MILLIS; waited += PAUSE_MILLIS) {
            if (studies.live() instanceof BalanceStudies.Progress.Done(BalanceStudy study)) {
                return study;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new AssertionError("the study of the live policy took more than " + PATIENCE_MILLIS + " ms");
    }

    private static Visitor head() throws Exception {
        Visitor visitor = LENDER.visitor();
        SampleLender.SignIn head = LENDER.part(SampleLender.class).signIns().stream()
                .filter(signIn -> signIn.role() == Role.HEAD_OF_LENDING)
                .findFirst()
                .orElseThrow();
        visitor.signIn(head.login(), head.password());
        return visitor;
    }

    @Test
    void theLedgerIsMadeByTheLibraryAndHasARowForEachStep() throws Exception {
        BalanceStudy study = study();
        List<LedgerRow> rows = study.ledger().rows(Map.of());

        assertThat(rows)
                .extracting(row -> row.step().id())
                .containsExactlyElementsOf(
                        study.evidence().steps().stream().map(step -> step.id()).toList());
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.net().low())
                        .isLessThanOrEqualTo(row.net().value())
                        .isLessThanOrEqualTo(row.net().high()));
        assertThat(rows)
                .filteredOn(LedgerRow::required)
                .allSatisfy(row -> assertThat(row.asked()).isEqualTo(1));
        assertThat(study.ledger().conflicts())
                .allSatisfy(conflict -> assertThat(conflict.value().low()).isPositive());
    }

    @Test
    void effortIsComparedByGroupsThatAreNeverAsked() throws Exception {
        BalanceStudy study = study();
        FairnessOfEffort today = study.ways().get(study.today()).fairness();

        assertThat(today.gaps())
                .extracting(FairnessOfEffort.Gap::column)
                .contains("personal_status_sex", "foreign_worker");
        assertThat(study.evidence().steps())
                .noneSatisfy(step -> assertThat(step.facts()).containsAnyOf("personal_status_sex", "foreign_worker"));
        assertThat(study.ways().getLast().fairness().gaps())
                .as("who is asked everything is asked alike")
                .allSatisfy(gap -> assertThat(gap.minutes().value()).isBetween(-1e-9, 1e-9));
        assertThat(study.fair(study.everything())).isTrue();
        assertThat(study.fairest()).isPresent();
        assertThat(study.fair(study.fairest().getAsInt())).isTrue();
    }

    @Test
    void theBoardShowsLedgerFairnessAndWhatTheReplayFoundInBothLanguages() throws Exception {
        LENDER.visitor().apply("Ana Board");
        LENDER.part(PlanComparisons.class).keep("board-tests", comparison());
        study();
        Visitor head = head();

        String chinese = head.get("/board/figures?lang=zh").body();
        String english = head.get("/board/figures?lang=en").body();

        assertThat(chinese).contains("摩擦账", "付出是否公平", "性别与婚姻", "人人全问，还是按计划问", "17.3", "12.3%", "45.6");
        assertThat(english)
                .contains(
                        "Friction ledger",
                        "Fairness of effort",
                        "Sex and marital status",
                        "asked everything, or by the plan",
                        "17.3",
                        "12.3",
                        "45.6");
        assertThat(english.split("<span class=\"pill\">assumption</span>", -1))
                .as("assumptions are marked")
                .hasSizeGreaterThan(3);
    }

    @Test
    void anExchangeRateThatBreaksTheBoundCannotBeProposed() throws Exception {
        String before = live();
        publish(before, "2099-01-01.1", evidence -> ((ObjectNode) evidence.get("fairness")).put("minutesAtMost", 0));
        try {
            BalanceStudy study = study();
            assertThat(study.fair(study.today())).isFalse();
            Visitor head = head();
            String board = head.get("/board?lang=en").body();
            assertThat(board).contains("it cannot be proposed").doesNotContain("Make this a proposal");
            Visitor.Reply refused = head.post(
                    "/proposals?lang=en",
                    Map.of("rate", "0", "reason", "a test", "idempotency_key", "board-tests-unfair-1"));
            assertThat(refused.status()).isBetween(400, 499);
            assertThat(LENDER.column("select id from policy_proposal where base_version = '2099-01-01.1'"))
                    .isEmpty();
        } finally {
            publish(before, "2099-01-01.2", evidence -> {});
        }
        assertThat(study().fair(study().today())).isTrue();
    }

    private static String live() {
        return LENDER.part(Policies.class).live().orElseThrow().document().version();
    }

    /** Publishes a policy again under another version, its plan of evidence changed. */
    private static void publish(String version, String as, Consumer<ObjectNode> change) {
        JsonMapper json = JsonMapper.shared();
        Policies policies = LENDER.part(Policies.class);
        PolicySource source = policies.source(version);
        PolicySource.Evidence evidence = Objects.requireNonNull(source.evidence());
        ObjectNode document = (ObjectNode) json.readTree(source.document());
        ObjectNode plan = (ObjectNode) json.readTree(evidence.document());
        change.accept(plan);
        policies.publish(
                "board-tests",
                new PolicySource(
                        json.writeValueAsString(document.put("version", as)),
                        source.eligibility(),
                        source.modelId(),
                        new PolicySource.Evidence(json.writeValueAsString(plan), evidence.people())));
    }

    private static PlanComparison comparison() {
        return new PlanComparison(
                live(),
                300,
                "DEM",
                new BigDecimal("2"),
                "ASSUMPTION",
                "Wang Lei",
                List.of(
                        new PlanComparison.Figure("questions", false, bounded("21"), bounded("17.3")),
                        new PlanComparison.Figure("badRate", false, bounded("0.123"), bounded("0.147")),
                        new PlanComparison.Figure("profitPerApplicant", true, bounded("45.6"), bounded("47.8"))));
    }

    private static PlanComparison.Bounded bounded(String value) {
        BigDecimal number = new BigDecimal(value);
        return new PlanComparison.Bounded(number, number.movePointLeft(1), number.multiply(BigDecimal.TWO));
    }
}
