package org.quanheng.cli.lending;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.InputFile;
import org.quanheng.cli.shell.Json;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.Money;
import org.quanheng.lending.calendar.Frequency;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of one JSON object, read strictly: every fault is recorded, and so is a field that nobody asked for. */
final class Fields {
    private static final int PLAIN_DIGITS_MAX = 40;
    private static final String AMOUNT_MAX = "999999999999";

    private final String where;
    private final JsonNode node;
    private final CallFaults faults;
    private final Set<String> asked = new LinkedHashSet<>();

    /** The fields of an object whose faults are told with {@code where} before the name of the field; may be empty. */
    Fields(String where, JsonNode node, CallFaults faults) {
        this.where = where;
        this.node = node;
        this.faults = faults;
        if (!node.isObject()) {
            faults.add(where.isEmpty() ? Phrase.of("document") : where, "a JSON object", kind(node));
        }
    }

    /** The JSON object in a file that an option names; null when it cannot be read, which is then recorded. */
    static @Nullable ObjectNode file(String option, @Nullable String name, CallFaults faults) {
        String text = InputFile.text(option, name, faults);
        JsonNode node = text == null ? null : Json.read(option, text, faults);
        if (node == null || node instanceof ObjectNode) {
            return (ObjectNode) node;
        }
        faults.add(option, "a JSON object", kind(node));
        return null;
    }

    private static String kind(JsonNode node) {
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    /** How faults call a field of this object. */
    String at(String name) {
        return where.isEmpty() ? name : where + "." + name;
    }

    boolean has(String name) {
        asked.add(name);
        return node.has(name);
    }

    /** A text or number as text; null when the field is missing. */
    @Nullable String text(String name) {
        if (!has(name)) {
            return null;
        }
        return text(at(name), node.path(name));
    }

    private @Nullable String text(String at, JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            faults.add(at, "text or a number", value.toString());
            return null;
        }
        return value.isNumber() ? plain(value.decimalValue()) : value.asString();
    }

    /** A number as people write it, 0.00005 for 5e-05; one with more digits than any amount stays as it came. */
    private static String plain(BigDecimal number) {
        boolean written = Math.abs((long) number.scale()) <= PLAIN_DIGITS_MAX;
        return written ? number.toPlainString() : number.toString();
    }

    /** A text that must be there. */
    String words(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            faults.add(at(name), "a text", text);
            return "?";
        }
        return text;
    }

    int whole(String name, int min, int max) {
        return faults.whole(at(name), text(name), min, max);
    }

    int whole(String name, int min, int max, int otherwise) {
        return has(name) ? whole(name, min, max) : otherwise;
    }

    BigDecimal decimal(String name, String min, String max) {
        return faults.decimal(at(name), text(name), min, max);
    }

    BigDecimal decimal(String name, String min, String max, BigDecimal otherwise) {
        return has(name) ? decimal(name, min, max) : otherwise;
    }

    LocalDate date(String name) {
        return faults.date(at(name), text(name));
    }

    @Nullable LocalDate dateIfThere(String name) {
        return has(name) ? date(name) : null;
    }

    boolean yes(String name) {
        if (!has(name)) {
            return false;
        }
        if (!node.path(name).isBoolean()) {
            faults.add(at(name), "true or false", node.path(name).toString());
        }
        return node.path(name).asBoolean(false);
    }

    /** A constant of an enum, typed in lower case. */
    <E extends Enum<E>> E word(String name, Class<E> type, E otherwise) {
        String text = text(name);
        return text == null ? otherwise : word(at(name), text, type, otherwise, faults);
    }

    static <E extends Enum<E>> E word(String where, String text, Class<E> type, E otherwise, CallFaults faults) {
        for (E known : type.getEnumConstants()) {
            if (known.name().equalsIgnoreCase(text.replace('-', '_'))) {
                return known;
            }
        }
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        faults.addChoice(where, names, text);
        return otherwise;
    }

    /** How often: {@code month}, {@code 2 weeks}, {@code 10 days}, {@code quarter}. */
    Frequency frequency(String name, Frequency otherwise) {
        String text = text(name);
        return text == null ? otherwise : frequency(at(name), text, faults);
    }

    static Frequency frequency(String where, String text, CallFaults faults) {
        String[] parts = text.strip().split(" +", -1);
        String count = parts.length == 2 ? parts[0] : "1";
        int every = parts.length <= 2 && count.matches("[1-9]\\d{0,2}") ? Integer.parseInt(count) : 0;
        String unit = every == 0 ? "" : parts[parts.length - 1].replaceAll("s$", "");
        Frequency found = switch (unit) {
            case "day" -> new Frequency(every, Frequency.Unit.DAY);
            case "week" -> every <= 520 ? new Frequency(every, Frequency.Unit.WEEK) : null;
            case "month" -> months(every);
            case "quarter" -> months(3 * every);
            case "year" -> months(12 * every);
            default -> null;
        };
        if (found != null) {
            return found;
        }
        faults.add(where, "how often, such as month, 2 weeks, 10 days, quarter or year, up to ten years", text);
        return Frequency.MONTHLY;
    }

    private static @Nullable Frequency months(int count) {
        return count <= 120 ? Frequency.ofMonths(count) : null;
    }

    /** The currency of an ISO 4217 code; null when it is faulty. */
    @Nullable Currency currency(String name) {
        String code = text(name);
        Currency known = Currency.getAvailableCurrencies().stream()
                .filter(each -> each.getCurrencyCode().equals(code) && each.getDefaultFractionDigits() >= 0)
                .findAny()
                .orElse(null);
        if (known == null) {
            faults.add(at(name), "an ISO 4217 code such as CNY or EUR", code);
        }
        return known;
    }

    /** An amount from zero on; zero when it is faulty, null without a currency to read it in. */
    @Nullable Money amount(String name, @Nullable Currency currency) {
        return amount(at(name), text(name), currency, faults);
    }

    static @Nullable Money amount(String where, @Nullable String text, @Nullable Currency currency, CallFaults faults) {
        BigDecimal amount = faults.decimal(where, text, "0", AMOUNT_MAX);
        if (currency == null) {
            return null;
        }
        if (amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
            faults.add(
                    where,
                    Phrase.of("at most {0} decimals in {1}", currency.getDefaultFractionDigits(), currency),
                    text);
            return Money.zero(currency);
        }
        return Money.of(currency, amount);
    }

    /** An object within this one; null when it is missing. */
    @Nullable Fields part(String name) {
        return has(name) ? new Fields(at(name), node.path(name), faults) : null;
    }

    /** The objects of a list; none when it is missing. */
    List<Fields> parts(String name) {
        List<Fields> parts = new ArrayList<>();
        List<JsonNode> elements = elements(name);
        for (int k = 0; k < elements.size(); k++) {
            parts.add(new Fields(at(name) + "[" + k + "]", elements.get(k), faults));
        }
        return parts;
    }

    /** The texts of a list; none when it is missing, those that are no text or number left out. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        List<JsonNode> elements = elements(name);
        for (int k = 0; k < elements.size(); k++) {
            String text = text(at(name) + "[" + k + "]", elements.get(k));
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    private List<JsonNode> elements(String name) {
        List<JsonNode> elements = new ArrayList<>();
        if (has(name)) {
            if (node.path(name).isArray()) {
                node.path(name).forEach(elements::add);
            } else {
                faults.add(at(name), "a JSON list", kind(node.path(name)));
            }
        }
        return elements;
    }

    /** Records every field that nobody asked for; called once all were read. */
    void refuseOthers() {
        List<String> others = node.propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> !asked.contains(name))
                .toList();
        if (!others.isEmpty()) {
            faults.add(
                    where.isEmpty() ? Phrase.of("document") : where,
                    Phrase.of("only the fields {0}", asked),
                    String.join(", ", others));
        }
    }
}
