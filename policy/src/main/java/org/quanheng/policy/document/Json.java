package org.quanheng.policy.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quanheng.fault.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * An object of a JSON document that is read field by field; what is wrong goes to one list and a harmless value comes
 * back, so that all faults are found in one pass. A faulty document is never used: its reader fails at the end.
 */
final class Json {
    private final JsonNode node;
    private final String path;
    private final List<Fault> faults;
    private final Set<String> read = new TreeSet<>();

    Json(JsonNode node, String path, List<Fault> faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
    }

    String text(String field) {
        JsonNode value = field(field);
        if (value.isString() && !value.stringValue().isBlank()) {
            return value.stringValue();
        }
        fault(field, "a text", value);
        return "?";
    }

    BigDecimal decimal(String field, String min, String max) {
        JsonNode value = field(field);
        String expected = "a decimal from " + min + " to " + max;
        try {
            BigDecimal decimal = value.isNumber() ? value.decimalValue() : new BigDecimal(textOf(value));
            if (decimal.compareTo(new BigDecimal(min)) >= 0 && decimal.compareTo(new BigDecimal(max)) <= 0) {
                return decimal;
            }
        } catch (NumberFormatException notADecimal) {
            // Reported below with all other values that are not such a decimal.
        }
        fault(field, expected, value);
        return new BigDecimal(min);
    }

    int integer(String field, int min, int max) {
        JsonNode value = field(field);
        if (value.isIntegralNumber() && value.canConvertToInt()) {
            int integer = value.intValue();
            if (integer >= min && integer <= max) {
                return integer;
            }
        }
        fault(field, "a whole number from " + min + " to " + max, value);
        return min;
    }

    LocalDate date(String field) {
        JsonNode value = field(field);
        try {
            return LocalDate.parse(textOf(value));
        } catch (DateTimeParseException notADate) {
            fault(field, "a date such as 2026-11-22", value);
            return LocalDate.EPOCH;
        }
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> type) {
        JsonNode value = field(field);
        E[] constants = type.getEnumConstants();
        List<String> names = new ArrayList<>();
        for (E constant : constants) {
            if (constant.name().equals(textOf(value))) {
                return constant;
            }
            names.add(constant.name());
        }
        fault(field, "one of " + String.join(", ", names), value);
        return constants[0];
    }

    Json object(String field) {
        JsonNode value = field(field);
        if (!value.isObject()) {
            fault(field, "an object", value);
        }
        return new Json(value, name(field), faults);
    }

    List<Json> objects(String field) {
        JsonNode value = field(field);
        List<Json> objects = new ArrayList<>();
        if (!value.isArray() || value.isEmpty()) {
            fault(field, "a list of at least one object", value);
            return objects;
        }
        int index = 0;
        for (JsonNode element : value) {
            String name = name(field) + "[" + index++ + "]";
            if (element.isObject()) {
                objects.add(new Json(element, name, faults));
            } else {
                faults.add(Fault.of(name, "an object", came(element)));
            }
        }
        return objects;
    }

    List<String> texts(String field) {
        JsonNode value = field(field);
        List<String> texts = new ArrayList<>();
        boolean good = value.isArray() && !value.isEmpty();
        for (JsonNode element : value) {
            good &= element.isString() && !element.stringValue().isBlank();
            texts.add(textOf(element));
        }
        if (!good) {
            fault(field, "a list of at least one text", value);
        }
        return texts;
    }

    /** Whether a field that may be left out is there. */
    boolean has(String field) {
        return !field(field).isMissingNode();
    }

    /** The names of all fields, for objects whose names are data. */
    List<String> fields() {
        return node.isObject() ? List.copyOf(node.propertyNames()) : List.of();
    }

    /** Reports fields that nobody read: a misspelt name must not be taken for an absent one. */
    void end() {
        for (String field : fields()) {
            if (!read.contains(field)) {
                faults.add(Fault.of(name(field), "one of " + String.join(", ", read), "an unknown field"));
            }
        }
    }

    /** Adds a fault of one field of this object. */
    void fault(String field, String expected, String came) {
        faults.add(Fault.of(name(field), expected, came));
    }

    private void fault(String field, String expected, JsonNode value) {
        fault(field, expected, came(value));
    }

    private JsonNode field(String field) {
        read.add(field);
        JsonNode value = node.get(field);
        return value == null ? MissingNode.getInstance() : value;
    }

    private String name(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static String textOf(JsonNode value) {
        return value.isString() ? value.stringValue() : "";
    }

    private static String came(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }
}
