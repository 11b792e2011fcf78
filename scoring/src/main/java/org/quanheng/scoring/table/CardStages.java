package org.quanheng.scoring.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.quanheng.fault.Faults;
import tools.jackson.databind.JsonNode;

/** Reads the stages of a card and names all that contradicts itself in them, without looking at the data. */
final class CardStages {
    private static final Set<String> KEYS = new TreeSet<>(Set.of("name", "features", "minutes", "hazard", "position"));
    private static final double MINUTES_MAX = 1e6;

    private final String where;
    private final Faults faults;
    private final Set<String> names = new TreeSet<>();
    private final Map<String, String> places = new HashMap<>();
    private int lastPosition;

    private CardStages(String where, Faults faults) {
        this.where = where;
        this.faults = faults;
    }

    /**
     * The stages in the order of asking.
     *
     * @param unfit why a column is no fact that can be asked, by column
     */
    static List<Card.Stage> read(JsonNode root, String where, Map<String, String> unfit, Faults faults) {
        JsonNode list = root.path("stages");
        faults.require(
                list.isMissingNode() || list.isArray(), where + ", stages", "a list in the order of asking", list);
        List<Card.Stage> stages = new ArrayList<>();
        if (list.isArray()) {
            CardStages reader = new CardStages(where, faults);
            list.forEach(node -> stages.add(reader.stage(node, stages.size() + 1, unfit)));
            reader.checkAllOrNone(list, "minutes");
            reader.checkAllOrNone(list, "position");
        }
        return stages;
    }

    private Card.Stage stage(JsonNode node, int number, Map<String, String> unfit) {
        String at = where + ", stage " + number;
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            faults.require(KEYS.contains(field.getKey()), at, "one of " + KEYS, field.getKey());
        }
        String name = Card.text(node, "name", at, faults);
        List<String> features = Card.texts(node, "features", at, faults);
        faults.require(name.isEmpty() || names.add(name), at, "a name of its own", "the name " + name + " again");
        faults.require(
                !features.isEmpty() || node.path("features").isString(),
                at + ", features",
                "at least one feature",
                "none");
        for (String fact : features) {
            String before = places.putIfAbsent(fact, "stage " + number);
            if (before != null) {
                faults.add(at + ", " + fact, "a fact that no earlier stage asked for", "also in " + before);
            }
            String why = unfit.get(fact);
            if (why != null) {
                faults.add(at + ", " + fact, "a column that may be asked for", why);
            }
        }
        checkPosition(node, at);
        return new Card.Stage(
                name,
                features,
                node.has("minutes") ? number(node, "minutes", MINUTES_MAX, at) : null,
                node.has("hazard") ? number(node, "hazard", 1, at) : 0);
    }

    /** A position may say again what the order of the list says; then it must say the same. */
    private void checkPosition(JsonNode node, String at) {
        if (node.has("position")) {
            JsonNode position = node.get("position");
            boolean valid = position.isInt() && position.intValue() > lastPosition;
            faults.require(
                    valid,
                    at + ", position",
                    "a whole number above " + lastPosition + ", since stages stand in the order of asking",
                    position);
            lastPosition = valid ? position.intValue() : lastPosition;
        }
    }

    private void checkAllOrNone(JsonNode list, String key) {
        int with = 0;
        for (JsonNode node : list) {
            with += node.has(key) ? 1 : 0;
        }
        faults.require(
                with == 0 || with == list.size(),
                where + ", stages",
                key + " for all stages or for none",
                key + " for " + with + " of " + list.size());
    }

    private double number(JsonNode parent, String key, double most, String at) {
        JsonNode node = parent.get(key);
        boolean valid = node.isNumber() && node.doubleValue() >= 0 && node.doubleValue() <= most;
        faults.require(valid, at + ", " + key, "a number from 0 to " + (long) most, node);
        return valid ? node.doubleValue() : 0;
    }
}
