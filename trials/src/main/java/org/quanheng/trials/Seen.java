package org.quanheng.trials;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanheng.cli.shell.TextTable;
import org.quanheng.cli.shell.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints what a trial saw for people: a line for each figure, a table for each list, and the verdict last. */
final class Seen {
    private static final String NONE = "none";

    private final Words words;
    private final PrintWriter out;

    Seen(Words words, PrintWriter out) {
        this.words = words;
        this.out = out;
    }

    void print(ObjectNode seen) {
        TextTable figures = new TextTable().words("").words("");
        Map<String, List<JsonNode>> lists = new LinkedHashMap<>();
        seen.propertyStream()
                .filter(field -> !field.getKey().equals(Trial.HELD))
                .forEach(field -> {
                    List<JsonNode> list = field.getValue().valueStream().toList();
                    if (field.getValue().isArray() && list.stream().anyMatch(JsonNode::isObject)) {
                        lists.put(field.getKey(), list);
                    } else {
                        flat(name(field.getKey()), field.getValue()).forEach(figures::row);
                    }
                });
        figures.print(out);
        lists.forEach(this::print);
        out.println(words.say(seen.path(Trial.HELD).asBoolean(false) ? "It held." : "It did not hold."));
    }

    private void print(String heading, List<JsonNode> list) {
        List<Map<String, String>> rows = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        for (JsonNode each : list) {
            Map<String, String> row = flat("", each);
            columns.addAll(row.keySet());
            rows.add(row);
        }
        TextTable table = new TextTable();
        for (String column : columns) {
            if (rows.stream().allMatch(row -> row.getOrDefault(column, "0").matches("-?[0-9.]+"))) {
                table.figures(column);
            } else {
                table.words(column);
            }
        }
        for (Map<String, String> row : rows) {
            table.row(
                    columns.stream().map(column -> row.getOrDefault(column, "")).toArray());
        }
        out.println();
        out.println(name(heading));
        table.print(out);
        out.println();
    }

    /** The values of a field by their names; those of an object stand under its name and their own. */
    private Map<String, String> flat(String name, JsonNode value) {
        Map<String, String> values = new LinkedHashMap<>();
        if (value.isObject()) {
            value.propertyStream().forEach(field -> {
                String own = name(field.getKey());
                values.putAll(flat(name.isEmpty() ? own : words.say("{0}, {1}", name, own), field.getValue()));
            });
        } else {
            values.put(name, text(value));
        }
        return values;
    }

    private String text(JsonNode value) {
        if (value.isArray()) {
            return value.isEmpty()
                    ? words.say(NONE)
                    : value.valueStream().map(this::text).collect(Collectors.joining(", "));
        }
        if (value.isBoolean()) {
            return words.say(value.asBoolean() ? "yes" : "no");
        }
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        String text = value.asString();
        return text.matches("[A-Z_]{3,}") ? name(text) : text;
    }

    private String name(String key) {
        return words.say(Words.spaced(key));
    }
}
