package org.quanheng.cli.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.InputFile;
import org.quanheng.cli.shell.Json;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.binning.CategoricalBins;
import org.quanheng.scoring.binning.NumericBins;
import tools.jackson.databind.JsonNode;

/** Bins that a person has set, from JSON: a list of cuts for numbers, a list of lists of texts for categories. */
final class Splits {
    private Splits() {}

    /** The bins by characteristic; faults are recorded. */
    static Map<String, Bins> read(String where, String name, CallFaults faults) {
        String text = InputFile.text(where, name, faults);
        JsonNode root = text == null ? null : Json.read(where, text, faults);
        Map<String, Bins> splits = new HashMap<>();
        if (root == null) {
            return splits;
        }
        if (!root.isObject()) {
            faults.add(where, "a JSON object with a list for each characteristic", root.toString());
        }
        for (Map.Entry<String, JsonNode> each : root.properties()) {
            String at = where + ", " + each.getKey();
            List<Double> cuts = new ArrayList<>();
            List<List<String>> groups = new ArrayList<>();
            for (JsonNode item : each.getValue()) {
                if (item.isNumber()) {
                    cuts.add(Double.parseDouble(item.asString()));
                } else if (item.isArray()) {
                    groups.add(texts(at, item, faults));
                } else {
                    faults.add(at, "cuts that are numbers, or groups that are lists of texts", item.toString());
                }
            }
            if (!each.getValue().isArray() || (!cuts.isEmpty() && !groups.isEmpty())) {
                faults.add(
                        at,
                        "a list of numbers, or a list of lists of texts",
                        each.getValue().toString());
            } else {
                bins(at, cuts, groups, splits, each.getKey(), faults);
            }
        }
        return splits;
    }

    private static void bins(
            String at,
            List<Double> cuts,
            List<List<String>> groups,
            Map<String, Bins> splits,
            String characteristic,
            CallFaults faults) {
        try {
            splits.put(
                    characteristic,
                    groups.isEmpty()
                            ? new NumericBins(cuts.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray())
                            : new CategoricalBins(groups));
        } catch (FaultyInputException e) {
            faults.addAll(at, e);
        }
    }

    private static List<String> texts(String at, JsonNode group, CallFaults faults) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : group) {
            if (item.isString()) {
                texts.add(item.stringValue());
            } else {
                faults.add(at, "texts in a group", item.toString());
            }
        }
        if (texts.isEmpty()) {
            faults.add(at, "at least one category in a group", Phrase.of("none"));
        }
        return texts;
    }
}
