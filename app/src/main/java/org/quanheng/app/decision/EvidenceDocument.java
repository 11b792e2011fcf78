package org.quanheng.app.decision;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.quanheng.balance.EvidencePlan;
import org.quanheng.balance.EvidenceStep;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a policy asks of applicants, and what asking is allowed to cost: the part of a policy that a head of lending pulls at.
 *
 * @param exchangeRate money of expected loss that one minute of an applicant is worth, in the policy's currency, at least 0
 * @param goodwill what an applicant who leaves costs beside the lost loan, in the policy's currency, at least 0
 * @param askEverythingShare share of applicants whom chance chooses to be asked everything, 0 to 1
 * @param reviewMinutes staff minutes that a case takes which a person decides
 * @param fairness whom it must not ask more than others
 * @param steps all steps of the journey, in the order in which they are asked unless something else is worth more
 */
public record EvidenceDocument(
        BigDecimal exchangeRate,
        BigDecimal goodwill,
        BigDecimal askEverythingShare,
        BigDecimal reviewMinutes,
        Fairness fairness,
        List<EvidenceStep> steps) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    public EvidenceDocument {
        steps = List.copyOf(steps);
    }

    /**
     * The bound that an exchange rate is held to.
     *
     * @param groups columns of the plan's people by which effort is compared at equal risk, such as sex; may be none
     * @param minutesAtMost by how many minutes more than others a group may be asked, at least 0
     */
    public record Fairness(List<String> groups, BigDecimal minutesAtMost) {
        /** Nobody is compared. */
        static final Fairness NONE = new Fairness(List.of(), BigDecimal.ZERO);

        public Fairness {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Reads a plan of evidence.
     *
     * @throws IllegalArgumentException that says what is wrong with the JSON
     */
    public static EvidenceDocument parse(String json) {
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree instanceof ObjectNode object && !object.has("fairness")) {
                // Plans that were published before groups were compared do not say whom to compare.
                object.set("fairness", JSON.valueToTree(Fairness.NONE));
            }
            return JSON.treeToValue(tree, EvidenceDocument.class);
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException(
                    "evidence document: expected the fields of a plan of evidence, came "
                            + malformed.getOriginalMessage(),
                    malformed);
        }
    }

    /** The same in JSON. */
    String toJson() {
        return JSON.writeValueAsString(this);
    }

    /** The plan, checked. */
    public EvidencePlan plan() {
        return new EvidencePlan(steps);
    }

    /** The step of this id. */
    public Optional<EvidenceStep> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** The same plan at another exchange rate. */
    public EvidenceDocument at(BigDecimal otherRate) {
        return new EvidenceDocument(otherRate, goodwill, askEverythingShare, reviewMinutes, fairness, steps);
    }
}
