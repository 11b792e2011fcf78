package org.quanheng.scoring.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import tools.jackson.databind.JsonNode;

/** Reads the stages of a card and names all that contradicts itself in them, without looking at the data. */
final class CardStages {
    private static final List<String> KEYS = List.of("name", "features", "minutes", "hazard", "position");
    private static final double MINUTES_MAX = 1e6;

    private final String where;
    private final Faults faults;
    private final Set<String> names = new TreeSet<>();
    private final Map<String, Integer> places = new HashMap<>();
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
                list.isMissingNode() || list.isArray(),
                Phrase.of("{0}, {1}", where, "stages"),
                "a list in the order of asking",
                list);
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
        Phrase at = Phrase.of("{0}, stage {1}", where, number);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            faults.require(KEYS.contains(field.getKey()), at, Phrase.of("one of {0}", KEYS), field.getKey());
        }
        String name = Card.text(node, "name", at, faults);
        List<String> features = Card.texts(node, "features", at, faults);
        faults.require(
                name.isEmpty() || names.add(name), at, "a name of its own", Phrase.of("the name {0} again", name));
        faults.require(
                !features.isEmpty() || node.path("features").isString(),
                Phrase.of("{0}, {1}", at, "features"),
                "at least one feature",
                "none");
        for (String fact : features) {
            Integer before = places.putIfAbsent(fact, number);
            if (before != null) {
                faults.add(
                        Phrase.of("{0}, {1}", at, fact),
                        "a fact that no earlier stage asked for",
                        Phrase.of("also in stage {0}", before));
            }
            String why = unfit.get(fact);
            if (why != null) {
                faults.add(Phrase.of("{0}, {1}", at, fact), "a column that may be asked for", why);
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
    private void checkPosition(JsonNode node, Phrase at) {
        if (node.has("position")) {
            JsonNode position = node.get("position");
            boolean valid = position.isInt() && position.intValue() > lastPosition;
            faults.require(
                    valid,
                    Phrase.of("{0}, {1}", at, "position"),
                    Phrase.of("a whole number above {0}, since stages stand in the order of asking", lastPosition),
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
                Phrase.of("{0}, {1}", where, "stages"),
                Phrase.of("{0} for all stages or for none", key),
                Phrase.of("{0} for {1} of {2}", key, with, list.size()));
    }

    private double number(JsonNode parent, String key, double most, Phrase at) {
        JsonNode node = parent.get(key);
        boolean valid = node.isNumber() && node.doubleValue() >= 0 && node.doubleValue() <= most;
        faults.require(valid, Phrase.of("{0}, {1}", at, key), Phrase.of("a number from 0 to {0}", (long) most), node);
        return valid ? node.doubleValue() : 0;
    }
}
