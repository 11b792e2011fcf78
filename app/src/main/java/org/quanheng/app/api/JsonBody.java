package org.quanheng.app.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object that came in, read strictly: valid UTF-8, no field twice, nothing behind the end, no field that is not asked for.
 * Each reader method notes what is wrong and goes on; {@link #finish()} refuses once, with every fault.
 */
public final class JsonBody {
    /** No request of ours comes near it. */
    public static final int MOST_BYTES = 64 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode node;
    private final String path;
    private final List<Fault> faults;
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<JsonBody> inner = new ArrayList<>();

    private JsonBody(JsonNode node, String path, List<Fault> faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
    }

    /** Reads a body to its end, or refuses it: too large, not UTF-8, not JSON, or not an object. */
    public static JsonBody read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refusal(ErrorCode.BODY_TOO_LARGE, "expected at most " + MOST_BYTES + " bytes, came more");
        }
        return parse(bytes);
    }

    private static JsonBody parse(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode node = JSON.readTree(text);
            if (!node.isObject()) {
                throw new Refusal(ErrorCode.BODY_UNREADABLE, "expected a JSON object, came " + kindOf(node));
            }
            return new JsonBody(node, "", new ArrayList<>());
        } catch (CharacterCodingException e) {
            throw new Refusal(ErrorCode.BODY_UNREADABLE, "expected UTF-8, came bytes that are not");
        } catch (JacksonException e) {
            // A limit that was passed, such as that on nesting, has no place.
            TokenStreamLocation at = e.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new Refusal(
                    ErrorCode.BODY_UNREADABLE, "expected JSON, came a fault" + place + ": " + e.getOriginalMessage());
        }
    }

    /** The whole object as text with its fields in the order in which they came: what an idempotency key is tied to. */
    public String text() {
        return node.toString();
    }

    /** A text that must be there. */
    public String text(String field) {
        return required(field, "string").map(JsonNode::asString).orElse("");
    }

    /** Whether a field came, whatever it holds. */
    public boolean has(String field) {
        return node.has(field);
    }

    /** A text that may be missing. */
    public Optional<String> optionalText(String field) {
        asked.add(field);
        return node.has(field) ? Optional.of(text(field)) : Optional.empty();
    }

    /** A truth value that must be there. */
    public boolean flag(String field) {
        return required(field, "boolean").map(JsonNode::asBoolean).orElse(false);
    }

    /** A whole number that must be there. */
    public long whole(String field) {
        return required(field, "integer").map(JsonNode::asLong).orElse(0L);
    }

    /** A whole number that must be there, as a form would have it; empty if it is not. */
    public String wholeText(String field) {
        return required(field, "integer").map(JsonNode::asString).orElse("");
    }

    /** An object that must be there; its faults count with those of this one. */
    public JsonBody object(String field) {
        JsonNode value = required(field, "object").orElseGet(JSON::createObjectNode);
        JsonBody body = new JsonBody(value, path + field + ".", faults);
        inner.add(body);
        return body;
    }

    /** All fields with their values as they came, for objects whose fields are data. */
    public Map<String, JsonNode> fields() {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            asked.add(entry.getKey());
            fields.put(entry.getKey(), entry.getValue());
        }
        return fields;
    }

    /** Notes a fault that the caller found in a field of this object. */
    public void fault(String field, String code, List<?> arguments, String came) {
        faults.add(new Fault(path + field, code, arguments, came));
    }

    /** Refuses the input if anything was wrong with it, a field that nobody asked for included. */
    public void finish() {
        noteUnknownFields();
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
    }

    private void noteUnknownFields() {
        for (String name : node.propertyNames()) {
            if (!asked.contains(name)) {
                fault(name, "unknown_field", List.of(String.join(", ", asked)), name);
            }
        }
        inner.forEach(JsonBody::noteUnknownFields);
    }

    private Optional<JsonNode> required(String field, String kind) {
        asked.add(field);
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            fault(field, "required", List.of(), "");
            return Optional.empty();
        }
        if (!kindOf(value).equals(kind)) {
            fault(field, "type", List.of(kind), kindOf(value));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    /** The JSON kind of a value, in JSON Schema's words. */
    public static String kindOf(JsonNode value) {
        if (value.isString()) {
            return "string";
        } else if (value.isIntegralNumber()) {
            return "integer";
        } else if (value.isNumber()) {
            return "number";
        } else if (value.isBoolean()) {
            return "boolean";
        } else if (value.isArray()) {
            return "array";
        } else if (value.isObject()) {
            return "object";
        }
        return "null";
    }
}
