package org.quanheng.scoring.boosted;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.scoring.calibration.Platt;
import org.quanheng.scoring.scorecard.DevelopmentJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of boosted trees: the trees as XGBoost writes them, and all that stands around them. */
final class BoostedJson {
    private static final String FORM = "quanheng-boosted-1";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private BoostedJson() {}

    static String write(Boosted model) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("form", FORM).put("trees", model.trees());
        root.putObject("calibration")
                .put("intercept", model.calibration().intercept())
                .put("slope", model.calibration().slope());
        ArrayNode features = root.putArray("features");
        Encoding encoding = model.encoding();
        for (int feature = 0; feature < encoding.features().size(); feature++) {
            ObjectNode node =
                    features.addObject().put("name", encoding.features().get(feature));
            Map<String, Double> woes = encoding.evidence(feature);
            if (woes != null) {
                ObjectNode categories = node.putObject("woe");
                new TreeMap<>(woes).forEach(categories::put);
            }
        }
        ArrayNode importances = root.putArray("importances");
        model.importances()
                .forEach(
                        each -> importances.addObject().put("name", each.fact()).put("logOdds", each.logOdds()));
        DevelopmentJson.write(model.development(), root.putObject("development"));
        root.put("booster", Base64.getEncoder().encodeToString(Trees.bytes(model.booster())));
        return MAPPER.writeValueAsString(root);
    }

    static Boosted read(String json) {
        Faults faults = new Faults("boosted trees");
        try {
            JsonNode root = MAPPER.readTree(json);
            String form = root.path("form").asString("nothing");
            if (form.equals(FORM)) {
                return read(root);
            }
            faults.add("form", FORM, form, "it is another kind of model, or one of a later version");
        } catch (JacksonException broken) {
            faults.add("boosted trees", "the fields of form " + FORM, broken.getOriginalMessage());
        } catch (IllegalArgumentException | XGBoostError broken) {
            faults.add("booster", "the bytes that XGBoost wrote, as Base64", String.valueOf(broken.getMessage()));
        }
        throw faults.exception();
    }

    private static Boosted read(JsonNode root) throws XGBoostError {
        List<String> names = new ArrayList<>();
        List<@Nullable Map<String, Double>> evidence = new ArrayList<>();
        for (JsonNode feature : root.required("features")) {
            names.add(feature.required("name").stringValue());
            evidence.add(feature.has("woe") ? woes(feature.get("woe")) : null);
        }
        List<Boosted.Contribution> importances = new ArrayList<>();
        for (JsonNode each : root.required("importances")) {
            importances.add(new Boosted.Contribution(
                    each.required("name").stringValue(),
                    each.required("logOdds").doubleValue()));
        }
        JsonNode calibration = root.required("calibration");
        return new Boosted(
                new Encoding(names, evidence),
                Trees.read(Base64.getDecoder().decode(root.required("booster").stringValue())),
                root.required("trees").intValue(),
                new Platt(
                        calibration.required("intercept").doubleValue(),
                        calibration.required("slope").doubleValue()),
                importances,
                DevelopmentJson.read(root.required("development")));
    }

    private static Map<String, Double> woes(JsonNode node) {
        Map<String, Double> woes = new HashMap<>();
        node.properties()
                .forEach(each -> woes.put(each.getKey(), each.getValue().doubleValue()));
        return woes;
    }
}
