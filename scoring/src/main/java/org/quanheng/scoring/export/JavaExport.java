package org.quanheng.scoring.export;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.binning.CategoricalBins;
import org.quanheng.scoring.binning.NumericBins;
import org.quanheng.scoring.scorecard.Characteristic;
import org.quanheng.scoring.scorecard.Interaction;
import org.quanheng.scoring.scorecard.Scorecard;

/** A scorecard as one plain Java class without dependencies: {@code static double points(Function<String, Object> facts)}. */
public final class JavaExport {
    /** As the library: a code that came as a number, 3.0 or 3, is "3". */
    private static final String TEXT = """

                private static String text(Object fact) {
                    if (fact instanceof Enum<?> constant) return constant.name();
                    if (!(fact instanceof Number number)) return fact.toString();
                    double value = number.doubleValue();
                    return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : number.toString();
                }
            """;

    private JavaExport() {}

    /**
     * Source text of the class.
     *
     * @param packageName of the class; empty for none
     * @param className a Java identifier
     * @throws IllegalArgumentException when a name is not one
     */
    public static String source(Scorecard card, String packageName, String className) {
        boolean valid = Character.isJavaIdentifierStart(className.isEmpty() ? ' ' : className.charAt(0))
                && className.chars().allMatch(Character::isJavaIdentifierPart)
                && packageName.matches("([a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*)?");
        if (!valid) {
            throw new IllegalArgumentException(
                    "Expected the names of a Java package and class, came " + packageName + " and " + className);
        }
        StringBuilder calls = new StringBuilder("        double points = " + card.base() + ";\n");
        StringBuilder methods = new StringBuilder();
        int part = 0;
        for (Characteristic characteristic : card.characteristics()) {
            calls.append("        points += part" + part + "(facts);\n");
            methods.append(method(
                    part++,
                    cases(
                            "a",
                            characteristic.name(),
                            characteristic.bins(),
                            bin -> "return " + characteristic.points(bin) + ";\n")));
        }
        for (Interaction pair : card.interactions()) {
            calls.append("        points += part" + part + "(facts);\n");
            IntFunction<String> inner = first -> "{\n"
                    + cases(
                            "b",
                            pair.second(),
                            pair.secondBins(),
                            second -> "return " + pair.points(first, second) + ";\n")
                    + "        }\n";
            methods.append(method(part++, cases("a", pair.first(), pair.firstBins(), inner)));
        }
        return (packageName.isEmpty() ? "" : "package " + packageName + ";\n\n")
                + "import java.util.function.Function;\n\n"
                + "/** Points of a scorecard; a null fact is missing. */\n"
                + "public final class " + className + " {\n"
                + "    private " + className + "() {}\n\n"
                + "    public static double points(Function<String, Object> facts) {\n"
                + calls
                + rounding(card.scaling().decimals())
                + "    }\n"
                + methods
                + TEXT
                + "}\n";
    }

    private static String rounding(int decimals) {
        if (decimals < 0) {
            return "        return points;\n";
        }
        String unit = Double.toString(Math.pow(10, decimals));
        return "        return Math.copySign(Math.floor(Math.abs(points) * " + unit + " + 0.5), points) / " + unit
                + " + 0.0;\n";
    }

    private static String method(int part, String body) {
        return "\n    private static double part" + part + "(Function<String, Object> facts) {\n" + body + "    }\n";
    }

    private static String cases(String variable, String fact, Bins bins, IntFunction<String> then) {
        String object = variable + "Object";
        StringBuilder java = new StringBuilder("        Object " + object + " = facts.apply(" + literal(fact) + ");\n");
        java.append("        if (" + object + " == null) " + then.apply(bins.missing()));
        switch (bins) {
            case NumericBins numeric -> {
                java.append("        double " + variable + " = ((Number) " + object + ").doubleValue();\n");
                java.append("        if (Double.isNaN(" + variable + ")) " + then.apply(bins.missing()));
                for (int i = 0; i < numeric.specials().size(); i++) {
                    java.append(numeric.specials().get(i).codes().stream()
                            .map(code -> variable + " == " + code)
                            .collect(Collectors.joining(" || ", "        if (", ") ")));
                    java.append(then.apply(numeric.special(i)));
                }
                int last = numeric.regular() - 1;
                for (int bin = 0; bin < last; bin++) {
                    java.append("        if (" + variable + " < " + numeric.to(bin) + ") " + then.apply(bin));
                }
                java.append("        " + then.apply(last));
            }
            case CategoricalBins categorical -> {
                java.append("        switch (text(" + object + ")) {\n");
                for (int bin = 0; bin < categorical.regular(); bin++) {
                    java.append(categorical.groups().get(bin).stream()
                            .map(JavaExport::literal)
                            .collect(Collectors.joining(", ", "        case ", ": ")));
                    java.append(then.apply(bin));
                }
                java.append("        default: " + then.apply(categorical.other()) + "        }\n");
            }
        }
        return java.toString();
    }

    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                literal.append(String.format("\\u%04x", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }
}
