package org.quanheng.cli.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Phrase;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the JSON documents of the shell: exact decimals, no field twice, nothing after the end. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** One document on one line. */
    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** An empty object to fill in the order wanted. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An empty list to fill. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** The document in the text; null when it is not one, and then the fault is recorded. */
    public static @Nullable JsonNode read(String where, String text, CallFaults faults) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node != null && !node.isMissingNode()) {
                return node;
            }
            faults.add(where, "a JSON document", Phrase.of("nothing but blanks"));
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            Phrase came = at == null
                    ? Phrase.of("text that is none")
                    : Phrase.of("text that is none at line {0}, column {1}", at.getLineNr(), at.getColumnNr());
            faults.add(where, "a JSON document", came);
        } catch (NumberFormatException e) {
            faults.add(where, "numbers of at most 999999999 digits", String.valueOf(e.getMessage()));
        }
        return null;
    }

    /** The scalar fields of an object as text; records a fault for every field that is unknown or not a scalar. */
    static Map<String, String> fields(String where, JsonNode node, Iterable<String> known, CallFaults faults) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!node.isObject()) {
            faults.add(where, "a JSON object", node.getNodeType().name().toLowerCase(Locale.ROOT));
            return values;
        }
        List<String> names = new ArrayList<>();
        known.forEach(names::add);
        node.propertyStream().forEach(field -> {
            if (!names.contains(field.getKey())) {
                faults.add(where, Phrase.of("only the fields {0}", names), field.getKey());
            } else if (!field.getValue().isValueNode() || field.getValue().isNull()) {
                faults.add(
                        where + " " + field.getKey(),
                        "text or a number",
                        field.getValue().toString());
            } else {
                values.put(field.getKey(), field.getValue().asString());
            }
        });
        return values;
    }
}
