package org.quanheng.cli.replay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanheng.scoring.table.CsvFormat;
import org.quanheng.scoring.table.CsvTable;
import org.quanheng.scoring.table.Table;

/** The applicants of the sample: those rows of the table that trained nothing. */
public final class People {
    private static final int FIRST_OF_TEN = 7;
    private static final String AGE = "age";
    private static final String OUTCOME = "target";

    /** Columns that nobody who applies ever tells: what became of the loan, and what is protected. */
    private static final Set<String> NEVER_TOLD = Set.of(OUTCOME, "personal_status_sex", "foreign_worker");

    private People() {}

    /**
     * The applicants of a table, in its order: of every ten rows the last three.
     *
     * @param csv the table as UTF-8
     * @param today the day on which they apply, from which birth dates follow
     */
    public static List<Person> applicants(byte[] csv, LocalDate today) {
        Table table = table(csv);
        List<Person> people = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            if (row % 10 >= FIRST_OF_TEN) {
                Map<String, String> facts = new HashMap<>();
                for (String column : table.names()) {
                    Object value = table.cell(row, column);
                    if (value != null && !NEVER_TOLD.contains(column)) {
                        facts.put(column, text(value));
                    }
                }
                int age = Integer.parseInt(facts.getOrDefault(AGE, "40"));
                people.add(Person.of(row, facts, age, today));
            }
        }
        return people;
    }

    /** What became of each applicant's loan, by row: true when it went bad. Only for afterwards. */
    public static Map<Integer, Boolean> outcomes(byte[] csv) {
        Table table = table(csv);
        Map<Integer, Boolean> bad = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            if (row % 10 >= FIRST_OF_TEN) {
                bad.put(row, Double.valueOf(1).equals(table.cell(row, OUTCOME)));
            }
        }
        return bad;
    }

    private static Table table(byte[] csv) {
        return CsvTable.read("the sample's histories", csv, CsvFormat.standard());
    }

    private static String text(Object value) {
        return value instanceof Double number ? new BigDecimal(number).toPlainString() : value.toString();
    }
}
