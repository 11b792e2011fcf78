package org.quanheng.balance.live;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quanheng.balance.EvidenceGrade;
import org.quanheng.balance.EvidencePlan;
import org.quanheng.balance.EvidenceSource;
import org.quanheng.balance.EvidenceStep;
import org.quanheng.balance.bound.PartialScores;
import org.quanheng.balance.value.AskingRules;
import org.quanheng.balance.value.Stakes;
import org.quanheng.fault.Faults;
import org.quanheng.scoring.scorecard.Scorecard;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes and reads asking plans. Doubles are written in their shortest form that reads back to the same bits. */
final class AskingPlanJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private AskingPlanJson() {}

    static String write(AskingPlan plan) {
        ObjectNode root = MAPPER.createObjectNode();
        ObjectNode stakes = root.putObject("stakes");
        stakes.put("lossOfBad", plan.stakes().lossOfBad());
        stakes.put("gainOfGood", plan.stakes().gainOfGood());
        stakes.put("approveAtMost", plan.stakes().approveAtMost());
        stakes.put("declineAbove", plan.stakes().declineAbove());
        ObjectNode rules = root.putObject("rules");
        rules.put("exchangeRate", plan.rules().exchangeRate());
        rules.put("goodwill", plan.rules().goodwill());
        rules.put("askAllShare", plan.rules().askAllShare());
        ArrayNode needed = root.putArray("needed");
        new TreeSet<>(plan.needed()).forEach(needed::add);
        ArrayNode steps = root.putArray("steps");
        plan.evidence().steps().forEach(step -> write(step, steps.addObject()));
        ArrayNode mean = root.putArray("mean");
        for (double value : plan.belief().mean()) {
            mean.add(value);
        }
        ArrayNode covariance = root.putArray("covariance");
        for (double[] row : plan.belief().covariance()) {
            ArrayNode values = covariance.addArray();
            for (double value : row) {
                values.add(value);
            }
        }
        root.set("scorecard", MAPPER.readTree(plan.card().toJson()));
        return MAPPER.writeValueAsString(root);
    }

    private static void write(EvidenceStep step, ObjectNode node) {
        node.put("id", step.id());
        ArrayNode facts = node.putArray("facts");
        step.facts().forEach(facts::add);
        node.put("minutes", step.minutes());
        node.put("cost", step.cost().toPlainString());
        node.put("hazard", step.hazard());
        node.put("required", step.required());
        node.put("grade", step.source().grade().name());
        node.put("by", step.source().by());
    }

    static AskingPlan read(String json) {
        try {
            return read(MAPPER.readTree(json));
        } catch (JacksonException | IllegalArgumentException broken) {
            Faults faults = new Faults("asking plan");
            faults.add("JSON", "what toJson wrote", String.valueOf(broken.getMessage()));
            faults.throwIfAny();
            throw broken;
        }
    }

    private static AskingPlan read(JsonNode root) {
        JsonNode stakes = root.required("stakes");
        JsonNode rules = root.required("rules");
        List<EvidenceStep> steps = new ArrayList<>();
        root.required("steps").forEach(step -> steps.add(step(step)));
        Set<String> needed = new TreeSet<>();
        root.required("needed").forEach(fact -> needed.add(fact.stringValue()));
        JsonNode covariance = root.required("covariance");
        double[][] rows = new double[covariance.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = doubles(covariance.required(i));
        }
        return new AskingPlan(
                new EvidencePlan(steps),
                PartialScores.of(Scorecard.fromJson(root.required("scorecard").toString())),
                new ScoreBelief(doubles(root.required("mean")), rows),
                new Stakes(
                        stakes.required("lossOfBad").doubleValue(),
                        stakes.required("gainOfGood").doubleValue(),
                        stakes.required("approveAtMost").doubleValue(),
                        stakes.required("declineAbove").doubleValue()),
                new AskingRules(
                        rules.required("exchangeRate").doubleValue(),
                        rules.required("goodwill").doubleValue(),
                        rules.required("askAllShare").doubleValue()),
                needed);
    }

    private static EvidenceStep step(JsonNode node) {
        List<String> facts = new ArrayList<>();
        node.required("facts").forEach(fact -> facts.add(fact.stringValue()));
        return new EvidenceStep(
                node.required("id").stringValue(),
                facts,
                node.required("minutes").doubleValue(),
                new BigDecimal(node.required("cost").stringValue()),
                node.required("hazard").doubleValue(),
                node.required("required").booleanValue(),
                new EvidenceSource(
                        EvidenceGrade.valueOf(node.required("grade").stringValue()),
                        node.required("by").stringValue()));
    }

    private static double[] doubles(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.required(i).doubleValue();
        }
        return values;
    }
}
