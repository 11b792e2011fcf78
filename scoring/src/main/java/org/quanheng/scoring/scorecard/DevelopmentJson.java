package org.quanheng.scoring.scorecard;

import java.util.ArrayList;
import java.util.List;
import org.quanheng.scoring.calibration.Platt;
import org.quanheng.scoring.validation.Auc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of how a model came to be. */
public final class DevelopmentJson {
    private DevelopmentJson() {}

    /** Writes into an object. */
    public static void write(Development development, ObjectNode node) {
        node.put("rows", development.rows());
        node.put("bads", development.bads());
        node.put("penalty", development.penalty());
        ObjectNode calibration = node.putObject("calibration");
        calibration.put("intercept", development.calibration().intercept());
        calibration.put("slope", development.calibration().slope());
        ObjectNode auc = node.putObject("auc");
        auc.put("value", development.auc().value());
        auc.put("standardError", development.auc().standardError());
        auc.put("low", development.auc().low());
        auc.put("high", development.auc().high());
        node.put("logLoss", development.logLoss());
        ArrayNode left = node.putArray("left");
        for (Development.Left each : development.left()) {
            left.addObject().put("characteristic", each.characteristic()).put("why", each.why());
        }
        ArrayNode scores = node.putArray("scores");
        for (Development.ScoreBand band : development.scores()) {
            scores.addObject().put("from", band.from()).put("rows", band.rows());
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws tools.jackson.core.JacksonException when a field lacks
     */
    public static Development read(JsonNode node) {
        JsonNode calibration = node.required("calibration");
        JsonNode auc = node.required("auc");
        List<Development.Left> left = new ArrayList<>();
        for (JsonNode each : node.required("left")) {
            left.add(new Development.Left(
                    each.required("characteristic").stringValue(),
                    each.required("why").stringValue()));
        }
        List<Development.ScoreBand> scores = new ArrayList<>();
        for (JsonNode each : node.path("scores")) {
            scores.add(new Development.ScoreBand(number(each, "from"), number(each, "rows")));
        }
        return new Development(
                node.required("rows").intValue(),
                node.required("bads").intValue(),
                number(node, "penalty"),
                new Platt(number(calibration, "intercept"), number(calibration, "slope")),
                new Auc(number(auc, "value"), number(auc, "standardError"), number(auc, "low"), number(auc, "high")),
                number(node, "logLoss"),
                left,
                scores);
    }

    private static double number(JsonNode node, String key) {
        return node.required(key).doubleValue();
    }
}
