package org.quanheng.scoring.governance;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.scoring.scorecard.Development;
import org.quanheng.scoring.scorecard.PdModel;
import org.quanheng.scoring.validation.Figures;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a model is, for whom it may be used and who said so (Mitchell et al., Model Cards for Model Reporting, FAT* 2019).
 *
 * @param name of the model
 * @param version of the model
 * @param data what it was trained on
 * @param purpose what it may be used for
 * @param limits what it must not be used for, or where it is weak
 * @param facts what it asks for
 * @param figures by name, such as AUC
 * @param approvals who approved it, in order of time; none for a draft
 */
public record ModelCard(
        String name,
        String version,
        Data data,
        String purpose,
        List<String> limits,
        List<String> facts,
        Map<String, Double> figures,
        List<Approval> approvals) {
    private static final String FORM = "quanheng-model-card-1";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** Checks that nothing is left out. */
    public ModelCard {
        limits = List.copyOf(limits);
        facts = List.copyOf(facts);
        figures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        approvals = List.copyOf(approvals);
        Faults faults = new Faults("model card");
        faults.require(!name.isBlank(), "name", "a text", "nothing");
        faults.require(!version.isBlank(), "version", "a text", "nothing");
        faults.require(!purpose.isBlank(), "purpose", "a text", "nothing");
        faults.require(!limits.isEmpty(), "limits", "at least one", "none");
        faults.require(!facts.isEmpty(), "facts", "at least one", "none");
        faults.throwIfAny();
    }

    /**
     * Data of the development sample.
     *
     * @param source where they come from
     * @param from first day of the period
     * @param to last day of the period, not before the first
     * @param bad what counts as bad
     * @param rows cases
     * @param bads bad cases
     */
    public record Data(String source, LocalDate from, LocalDate to, String bad, int rows, int bads) {
        /** Checks every field at once. */
        public Data {
            Faults faults = new Faults("data of the model card");
            faults.require(!source.isBlank(), "source of the data", "a text", "nothing");
            faults.require(!bad.isBlank(), "what counts as bad", "a text", "nothing");
            faults.require(!to.isBefore(from), "period", "a last day not before " + from, to);
            faults.require(rows > 0 && bads >= 0 && bads <= rows, "rows", "more than 0, bad ones among them", rows);
            faults.throwIfAny();
        }
    }

    /**
     * One approval.
     *
     * @param by who
     * @param role in which role
     * @param on when
     * @param remark conditions, may be empty
     */
    public record Approval(String by, String role, LocalDate on, String remark) {}

    /** Card of a scorecard with the figures of its development and, when given, of a validation. */
    public static ModelCard of(
            PdModel model,
            String name,
            String version,
            Data data,
            String purpose,
            List<String> limits,
            @Nullable Figures validation) {
        Development development = model.development();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("AUC out of fold", development.auc().value());
        figures.put("AUC out of fold, low", development.auc().low());
        figures.put("AUC out of fold, high", development.auc().high());
        figures.put("log-loss out of fold", development.logLoss());
        if (validation != null) {
            figures.put("AUC in validation", validation.auc().value());
            figures.put("AUC in validation, low", validation.auc().low());
            figures.put("AUC in validation, high", validation.auc().high());
            figures.put("Gini in validation", validation.gini());
            figures.put("KS in validation", validation.ks().value());
            figures.put("Brier in validation", validation.brier());
            figures.put(
                    "calibration slope in validation", validation.calibration().slope());
        }
        return new ModelCard(name, version, data, purpose, limits, model.facts(), figures, List.of());
    }

    /** The same card with one approval more. */
    public ModelCard approved(Approval approval) {
        List<Approval> all = new ArrayList<>(approvals);
        all.add(approval);
        return new ModelCard(name, version, data, purpose, limits, facts, figures, all);
    }

    /** The card as JSON, always the same text for the same card. */
    public String toJson() {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("form", FORM).put("name", name).put("version", version).put("purpose", purpose);
        root.putObject("data")
                .put("source", data.source())
                .put("from", data.from().toString())
                .put("to", data.to().toString())
                .put("bad", data.bad())
                .put("rows", data.rows())
                .put("bads", data.bads());
        limits.forEach(root.putArray("limits")::add);
        facts.forEach(root.putArray("facts")::add);
        ObjectNode numbers = root.putObject("figures");
        figures.forEach(numbers::put);
        ArrayNode signed = root.putArray("approvals");
        for (Approval approval : approvals) {
            signed.addObject()
                    .put("by", approval.by())
                    .put("role", approval.role())
                    .put("on", approval.on().toString())
                    .put("remark", approval.remark());
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    /** Reads a card that {@link #toJson()} wrote; throws naming what cannot be used. */
    public static ModelCard fromJson(String json) {
        Faults faults = new Faults("model card");
        try {
            JsonNode root = MAPPER.readTree(json);
            if (!root.path("form").asString("nothing").equals(FORM)) {
                faults.add("form", FORM, root.path("form").asString("nothing"));
                throw faults.exception();
            }
            JsonNode data = root.required("data");
            Map<String, Double> figures = new LinkedHashMap<>();
            root.required("figures")
                    .properties()
                    .forEach(each -> figures.put(each.getKey(), each.getValue().doubleValue()));
            List<Approval> approvals = new ArrayList<>();
            for (JsonNode each : root.required("approvals")) {
                approvals.add(
                        new Approval(text(each, "by"), text(each, "role"), day(each, "on"), text(each, "remark")));
            }
            return new ModelCard(
                    text(root, "name"),
                    text(root, "version"),
                    new Data(
                            text(data, "source"),
                            day(data, "from"),
                            day(data, "to"),
                            text(data, "bad"),
                            data.required("rows").intValue(),
                            data.required("bads").intValue()),
                    text(root, "purpose"),
                    texts(root, "limits"),
                    texts(root, "facts"),
                    figures,
                    approvals);
        } catch (JacksonException broken) {
            faults.add("model card", "the fields of form " + FORM, broken.getOriginalMessage());
        } catch (DateTimeParseException broken) {
            faults.add("model card", "days as YYYY-MM-DD", broken.getParsedString());
        }
        throw faults.exception();
    }

    private static String text(JsonNode node, String key) {
        return node.required(key).stringValue();
    }

    private static LocalDate day(JsonNode node, String key) {
        return LocalDate.parse(text(node, key));
    }

    private static List<String> texts(JsonNode node, String key) {
        List<String> texts = new ArrayList<>();
        node.required(key).forEach(text -> texts.add(text.stringValue()));
        return texts;
    }
}
