package org.quanheng.cli.replay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.quanheng.scoring.table.Table;

/** Rows of a table of credit histories as people who apply. */
public final class People {
    private static final String AGE = "age";
    private static final String OUTCOME = "target";

    /** Columns that nobody who applies ever tells: what became of the loan, and what is protected. */
    private static final Set<String> NEVER_TOLD = Set.of(OUTCOME, "personal_status_sex", "foreign_worker");

    private People() {}

    /**
     * The applicants of a table, in its order.
     *
     * @param applies which rows, from 0, apply
     * @param today the day on which they apply, from which birth dates follow
     */
    public static List<Person> applicants(Table histories, IntPredicate applies, LocalDate today) {
        List<Person> people = new ArrayList<>();
        for (int row = 0; row < histories.rows(); row++) {
            if (applies.test(row)) {
                Map<String, String> facts = new HashMap<>();
                for (String column : histories.names()) {
                    Object value = histories.cell(row, column);
                    if (value != null && !neverTold(column)) {
                        facts.put(column, text(value));
                    }
                }
                int age = Integer.parseInt(facts.getOrDefault(AGE, "40"));
                people.add(Person.of(row, facts, age, today));
            }
        }
        return people;
    }

    /** Whether a column holds what nobody who applies ever tells. */
    public static boolean neverTold(String column) {
        return NEVER_TOLD.contains(column);
    }

    /** Whether the loan of a row went bad. Only for afterwards. */
    public static boolean wentBad(Table histories, int row) {
        return Double.valueOf(1).equals(histories.cell(row, OUTCOME));
    }

    private static String text(Object value) {
        return value instanceof Double number ? new BigDecimal(number).toPlainString() : value.toString();
    }
}
