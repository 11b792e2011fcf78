package org.quanheng.trials.lender;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody of the sample who trained nothing, with a name and number made up.
 *
 * @param row in the table, from 0
 * @param facts as the row has them
 */
public record Applicant(int row, Map<String, String> facts) {
    private static final String TABLE = "/org/quanheng/app/sample/german-credit.csv";
    private static final Map<String, String> SHORT = Map.of("amount", "credit_amount", "months", "duration_months");

    /** Year from which ages are counted back; a birth date of 1 January makes nobody a year too young. */
    private static final int THIS_YEAR = 2026;

    /** The sample's table as a CSV file. */
    public static byte[] table() throws IOException {
        try (InputStream in = Applicant.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("expected " + TABLE + " on the class path, it is not there");
            }
            return in.readAllBytes();
        }
    }

    /** The sample's applicants: of every ten rows the last three. */
    public static List<Applicant> all() throws IOException {
        List<String> lines = new String(table(), StandardCharsets.UTF_8).lines().toList();
        String[] names = lines.getFirst().split(",", -1);
        List<Applicant> applicants = new ArrayList<>();
        for (int row = 0; row < lines.size() - 1; row++) {
            if (row % 10 >= 7) {
                String[] values = lines.get(row + 1).split(",", -1);
                Map<String, String> facts = new LinkedHashMap<>();
                for (int i = 0; i < names.length; i++) {
                    facts.put(names[i], values[i]);
                }
                applicants.add(new Applicant(row, facts));
            }
        }
        return applicants;
    }

    /** What this person answers to a field of a form. */
    public String answer(String field) {
        String fact = SHORT.getOrDefault(field, field);
        if (facts.containsKey(fact)) {
            return facts.getOrDefault(fact, "");
        }
        return switch (field) {
            case "full_name" -> "Trial Person %s".formatted(letters());
            case "phone" -> "+49 30 23125 %03d".formatted(row % 1000);
            case "birth_date" -> birthYear() + "-01-01";
            case "birth_date-year" -> Integer.toString(birthYear());
            case "birth_date-month", "birth_date-day" -> "1";
            case "consent_decision", "read" -> "yes";
            default -> throw new IllegalStateException("row " + row + ": nothing is known of the field " + field);
        };
    }

    private String letters() {
        return "" + (char) ('A' + row / 26 % 26) + (char) ('a' + row % 26);
    }

    private int birthYear() {
        return THIS_YEAR - Integer.parseInt(facts.getOrDefault("age", "40"));
    }

    /** The whole application as the API takes it. */
    public ObjectNode application(JsonNode product) {
        ObjectNode whole = Web.JSON.createObjectNode();
        whole.put("product", product.get("id").asString());
        ObjectNode answers = whole.putObject("answers");
        for (JsonNode step : product.get("steps")) {
            for (JsonNode question : step.get("questions")) {
                String fact = question.get("fact").asString();
                switch (question.get("kind").asString().toLowerCase(java.util.Locale.ROOT)) {
                    case "money" ->
                        answers.putObject(fact)
                                .put("amount", answer(fact))
                                .put("currency", product.get("currency").asString());
                    case "whole" -> answers.put(fact, Integer.parseInt(answer(fact)));
                    case "consent" -> answers.put(fact, true);
                    default -> answers.put(fact, answer(fact));
                }
            }
        }
        return whole;
    }
}
