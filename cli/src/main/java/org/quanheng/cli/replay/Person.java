package org.quanheng.cli.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody of the table who applies: the facts of one row, and a name, telephone number and birth date made up for it.
 *
 * @param row the row in the table, from 0
 * @param facts by name, as the row has them
 * @param birthDate such that the age is the row's
 */
public record Person(int row, Map<String, String> facts, LocalDate birthDate) {
    private static final List<String> GIVEN = List.of(
            "Anna",
            "Bernd",
            "Clara",
            "Dieter",
            "Elke",
            "Frank",
            "Gisela",
            "Hans",
            "Ingrid",
            "Jochen",
            "Karin",
            "Lothar",
            "Monika",
            "Norbert",
            "Petra",
            "Rainer",
            "Sabine",
            "Thomas",
            "Ursula",
            "Wolfgang");
    private static final List<String> FAMILY = List.of(
            "Albrecht",
            "Becker",
            "Brandt",
            "Dietrich",
            "Engel",
            "Fischer",
            "Graf",
            "Hartmann",
            "Jung",
            "Keller",
            "Lang",
            "Maurer",
            "Neumann",
            "Otto",
            "Pohl",
            "Richter",
            "Seidel",
            "Vogel",
            "Winkler",
            "Ziegler");

    /** The names under which the first page asks for facts of the row. */
    private static final Map<String, String> SHORT_NAMES =
            Map.of("amount", "credit_amount", "months", "duration_months");

    /** Copies the facts. */
    public Person {
        facts = Map.copyOf(facts);
    }

    /** The same person of an age, on a day; the birthday stays two weeks away from that day. */
    static Person of(int row, Map<String, String> facts, int age, LocalDate today) {
        return new Person(row, facts, today.minusYears(age).minusDays(15 + row * 37L % 335));
    }

    /** What this person answers to a field, empty when nothing is known of it. */
    Optional<String> answer(String field) {
        String fact = SHORT_NAMES.getOrDefault(field, field);
        if (facts.containsKey(fact)) {
            return Optional.of(facts.get(fact));
        }
        return Optional.ofNullable(
                switch (field) {
                    case "full_name", "name" -> name();
                    // The block 030 23125 is set apart for numbers that must not ring anywhere.
                    case "phone" -> "+49 30 23125 %03d".formatted(row % 1000);
                    case "email" -> "applicant-%d@example.org".formatted(row);
                    case "birth_date" -> birthDate.toString();
                    case "birth_date-year" -> Integer.toString(birthDate.getYear());
                    case "birth_date-month" -> Integer.toString(birthDate.getMonthValue());
                    case "birth_date-day" -> Integer.toString(birthDate.getDayOfMonth());
                    default -> null;
                });
    }

    private String name() {
        return GIVEN.get(row % GIVEN.size()) + " " + FAMILY.get(row / GIVEN.size() % FAMILY.size());
    }

    /** The term wanted, in months. */
    int monthsWanted() {
        return Integer.parseInt(facts.getOrDefault("duration_months", "24"));
    }
}
