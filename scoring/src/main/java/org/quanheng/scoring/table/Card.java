package org.quanheng.scoring.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a data set is: file, target, which columns are never used, which are codes, which are protected, and the journey's stages.
 *
 * @param name short name of the set
 * @param file CSV file, beside the card
 * @param target column of outcomes
 * @param bad value of the target that means bad, 0 or 1
 * @param drop columns never used
 * @param categorical columns whose numbers are codes
 * @param protectedColumns never a feature, only for fairness measures
 * @param stages the order in which facts cost the applicant more and more; may be empty
 * @param missing texts that mean "missing", beside the empty field
 * @param special numbers that are no measurements, with their meaning, by column
 * @param weight column of the weights of the rows; null when every row weighs the same
 */
public record Card(
        String name,
        String file,
        String target,
        int bad,
        Set<String> drop,
        Set<String> categorical,
        Set<String> protectedColumns,
        List<Stage> stages,
        Set<String> missing,
        Map<String, List<SpecialCode>> special,
        @Nullable String weight) {
    private static final List<String> KEYS = List.of(
            "name",
            "file",
            "target",
            "bad",
            "drop",
            "categorical",
            "protected",
            "stages",
            "missing",
            "special",
            "weight");

    /** Copies the collections. */
    public Card {
        drop = Set.copyOf(drop);
        categorical = Set.copyOf(categorical);
        protectedColumns = Set.copyOf(protectedColumns);
        stages = List.copyOf(stages);
        missing = Set.copyOf(missing);
        special = Map.copyOf(special);
    }

    /** Without special codes, texts that mean missing, and weights. */
    public Card(
            String name,
            String file,
            String target,
            int bad,
            Set<String> drop,
            Set<String> categorical,
            Set<String> protectedColumns,
            List<Stage> stages) {
        this(name, file, target, bad, drop, categorical, protectedColumns, stages, Set.of(), Map.of(), null);
    }

    /**
     * One stage of a journey.
     *
     * @param name for example self-declared, bureau, documents
     * @param features the facts asked for in it
     * @param minutes of the customer, 0 or more; null when the card does not say
     * @param hazard probability of losing the applicant by asking, 0 to 1
     */
    public record Stage(
            String name, List<String> features, @Nullable Double minutes, double hazard) {
        /** Copies the list. */
        public Stage {
            features = List.copyOf(features);
        }

        /** Without minutes, and nobody lost. */
        public Stage(String name, List<String> features) {
            this(name, features, null, 0);
        }
    }

    /**
     * Reads NAME.card.json.
     *
     * @throws org.quanheng.fault.FaultyInputException with every fault of the content
     * @throws UncheckedIOException when the file cannot be read
     */
    public static Card read(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " cannot be read", failed);
        }
    }

    /** Reads a card from its JSON. */
    public static Card parse(String where, byte[] json) {
        Faults faults = new Faults("card");
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(json);
        } catch (JacksonException broken) {
            faults.add(where, "JSON", unread(broken));
            throw faults.exception();
        }
        faults.require(
                root.isObject(),
                where,
                "a JSON object",
                root.getNodeType().name().toLowerCase(Locale.ROOT));
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            faults.require(KEYS.contains(field.getKey()), where, Phrase.of("one of {0}", KEYS), field.getKey());
        }
        int bad = 1;
        if (root.has("bad")) {
            JsonNode node = root.get("bad");
            boolean valid = node.isInt() && (node.intValue() == 0 || node.intValue() == 1);
            faults.require(valid, Phrase.of("{0}, {1}", where, "bad"), "0 or 1", node);
            bad = valid ? node.intValue() : 1;
        }
        String target = text(root, "target", where, faults);
        List<String> drop = texts(root, "drop", where, faults);
        List<String> protectedColumns = texts(root, "protected", where, faults);
        Card card = new Card(
                text(root, "name", where, faults),
                text(root, "file", where, faults),
                target,
                bad,
                Set.copyOf(drop),
                Set.copyOf(texts(root, "categorical", where, faults)),
                Set.copyOf(protectedColumns),
                CardStages.read(root, where, unfit(target, drop, protectedColumns), faults),
                Set.copyOf(texts(root, "missing", where, faults)),
                special(root, where, faults),
                root.has("weight") ? text(root, "weight", where, faults) : null);
        faults.throwIfAny();
        return card;
    }

    private static Phrase unread(JacksonException broken) {
        TokenStreamLocation at = broken.getLocation();
        return at == null
                ? Phrase.of("text that is none")
                : Phrase.of("text that is none at line {0}, column {1}", at.getLineNr(), at.getColumnNr());
    }

    static String text(JsonNode parent, String key, Object where, Faults faults) {
        JsonNode node = parent.path(key);
        if (!node.isString() || node.stringValue().isBlank()) {
            faults.add(Phrase.of("{0}, {1}", where, key), "a text", node.isMissingNode() ? "nothing" : node.toString());
            return "";
        }
        return node.stringValue();
    }

    static List<String> texts(JsonNode parent, String key, Object where, Faults faults) {
        JsonNode node = parent.path(key);
        if (node.isMissingNode()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        boolean valid = node.isArray();
        for (JsonNode item : node) {
            valid &= item.isString() && !texts.contains(item.stringValue());
            if (item.isString()) {
                texts.add(item.stringValue());
            }
        }
        faults.require(valid, Phrase.of("{0}, {1}", where, key), "a list of different texts", node);
        return texts.stream().distinct().toList();
    }

    /** Why a column can be no fact of a stage: nobody knows it before the answer, or the card rules it out. */
    private static Map<String, String> unfit(String target, List<String> drop, List<String> protectedColumns) {
        Map<String, String> unfit = new HashMap<>();
        drop.forEach(column -> unfit.put(column, "a dropped column"));
        protectedColumns.forEach(column -> unfit.put(column, "a protected column"));
        unfit.put(target, "the target");
        return unfit;
    }

    private static Map<String, List<SpecialCode>> special(JsonNode root, String where, Faults faults) {
        Map<String, List<SpecialCode>> special = new HashMap<>();
        for (Map.Entry<String, JsonNode> column : root.path("special").properties()) {
            List<SpecialCode> meanings = new ArrayList<>();
            for (Map.Entry<String, JsonNode> meaning : column.getValue().properties()) {
                List<Double> codes = new ArrayList<>();
                boolean numbers = meaning.getValue().isArray();
                for (JsonNode code : meaning.getValue()) {
                    numbers &= code.isNumber();
                    codes.add(code.isNumber() ? code.doubleValue() : 0);
                }
                Phrase at = Phrase.of("{0}, special codes of {1}, {2}", where, column.getKey(), meaning.getKey());
                faults.require(numbers && !codes.isEmpty(), at, "a list of numbers", meaning.getValue());
                if (numbers && !codes.isEmpty()) {
                    meanings.add(new SpecialCode(meaning.getKey(), codes));
                }
            }
            special.put(column.getKey(), meanings);
        }
        return special;
    }

    /** How the table of this card is to be read; dropped columns are not read. */
    public CsvFormat format() {
        return CsvFormat.standard()
                .withCategorical(categorical)
                .withLeaveOut(drop)
                .withMissing(missing)
                .withSpecials(special);
    }

    /** Reads the table beside the card. */
    public Table readTable(Path folder) {
        return CsvTable.read(folder.resolve(file), format());
    }

    /** Columns of the table that may be features: not the target, not dropped, not protected; in the table's order. */
    public List<String> features(Table table) {
        return table.names().stream()
                .filter(column -> !column.equals(target)
                        && !column.equals(weight)
                        && !drop.contains(column)
                        && !protectedColumns.contains(column))
                .toList();
    }

    /** The whole table as a development sample. */
    public Sample sample(Table table) {
        return Sample.of(table, target, bad, features(table), weight);
    }
}
