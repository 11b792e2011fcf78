package org.quanheng.policy.risk;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that an applicant was not asked, and why; decimals are rounded so that they can be recomputed exactly.
 *
 * @param step id of the step that would have asked it
 * @param facts names of the facts that it would have brought
 * @param why what made it needless
 * @param worth what knowing was expected to be worth, in units of the policy's currency; null if it was not looked at
 * @param netGain the same after what asking costs: minutes, handling and those who leave; null if it was not looked at
 */
public record NotAsked(
        String step,
        List<String> facts,
        Why why,
        @Nullable BigDecimal worth,
        @Nullable BigDecimal netGain) {
    public NotAsked {
        facts = List.copyOf(facts);
    }

    /** What made it needless. */
    public enum Why {
        /** A rule decided, whatever the score. */
        RULE_DECIDES,
        /** Whatever had been answered, the decision would have been the same. */
        CHANGES_NOTHING,
        /** An answer might have changed the decision, but too rarely for what asking costs. */
        NOT_WORTH_ITS_PRICE,
        /** Nothing: it was still worth asking when the decision was computed. */
        NOT_YET
    }

    /** The same step, made needless by a rule. */
    public NotAsked decidedByRule() {
        return new NotAsked(step, facts, Why.RULE_DECIDES, null, null);
    }
}
