package org.quanheng.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.policy.fact.Fact;
import org.quanheng.policy.fact.FactValue;
import org.quanheng.policy.fact.Facts;
import org.quanheng.policy.risk.Assessment;
import org.quanheng.policy.risk.NotAsked;
import org.quanheng.policy.risk.RiskModel;

/** Decisions on less than everything: what was not asked stands in the receipt with its reason, and recomputes. */
class NotAskedTests {
    private static final Policy POLICY = Policy.of(SampleLender.document(), new WithoutSavings());

    /** A model that can do without savings, and says why they were not asked. */
    private record WithoutSavings() implements RiskModel {
        @Override
        public String id() {
            return "without-savings";
        }

        @Override
        public String hash() {
            return "without-savings-1";
        }

        @Override
        public Set<String> characteristics() {
            return Set.of("savings", "housing");
        }

        @Override
        public Set<String> needed() {
            return Set.of("housing");
        }

        @Override
        public Assessment assess(Facts facts) {
            List<NotAsked> left = facts.get("savings").isPresent()
                    ? List.of()
                    : List.of(new NotAsked(
                            "accounts",
                            List.of("savings"),
                            NotAsked.Why.NOT_WORTH_ITS_PRICE,
                            new BigDecimal("1.20"),
                            new BigDecimal("-3.40")));
            return new Assessment(new BigDecimal("0.10"), new BigDecimal(600), List.of(), left);
        }
    }

    private static Facts without(String name, long age) {
        return Facts.of(SampleLender.facts(0)
                .with("credit_amount", FactValue.of(1000))
                .with("duration_months", FactValue.of(12))
                .with("age", FactValue.of(age))
                .stream()
                .filter(fact -> !fact.name().equals(name))
                .toList());
    }

    private static Answer decide(Facts facts) {
        return POLICY.decide(POLICY.request(facts, SampleLender.TODAY), facts);
    }

    @Test
    void whatWasNotAskedStandsInTheReceiptAndRecomputes() {
        Answer answer = decide(without("savings", 40));

        assertThat(answer.outcome()).isInstanceOf(Outcome.Approve.class);
        assertThat(answer.receipt().json())
                .contains("\"notAsked\":[{\"facts\":[\"savings\"],\"netGain\":\"-3.40\",\"step\":\"accounts\","
                        + "\"why\":\"not_worth_its_price\",\"worth\":\"1.20\"}]");
        assertThat(Receipts.verify(answer.receipt(), POLICY)).isTrue();
    }

    @Test
    void theFlagOfChanceIsAnInputLikeAnyOther() {
        Facts flagged = without("savings", 40)
                .with(new Fact("asked_everything", FactValue.of(true), "chance", SampleLender.NOW));

        assertThat(decide(flagged).receipt().json()).contains("\"name\":\"asked_everything\"");
        assertThat(Receipts.verify(decide(flagged).receipt(), POLICY)).isTrue();
    }

    @Test
    void whereARuleDeclinesNothingElseCouldHaveChangedIt() {
        Answer answer = decide(without("savings", 17));

        assertThat(answer.outcome()).isInstanceOf(Outcome.Decline.class);
        assertThat(answer.assessment().notAsked()).extracting(NotAsked::why).containsExactly(NotAsked.Why.RULE_DECIDES);
        assertThat(Receipts.verify(answer.receipt(), POLICY)).isTrue();
    }

    @Test
    void aReceiptOfEverythingAskedSaysNothingOfIt() {
        Answer answer = decide(SampleLender.facts(0));

        assertThat(answer.receipt().json()).doesNotContain("notAsked");
    }

    @Test
    void whatTheModelNeedsAndWhatTheRulesNeedIsRefusedWhenMissing() {
        assertThatThrownBy(() -> decide(without("housing", 40)))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining("housing: expected a value, came nothing");
        assertThatThrownBy(() -> decide(without("other_debtors", 40)))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining("other_debtors: expected a value, came nothing");
        assertThat(POLICY.factsOfRules()).contains("employment_since", "other_debtors", "installment_rate", "age");
    }
}
