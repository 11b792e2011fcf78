package org.quanheng.scoring.scorecard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

/** The sample data that the app ships, read where it stands in the source tree. */
public final class GermanCredit {
    private GermanCredit() {}

    /** All thousand rows. */
    public static Sample all() {
        Path file = Path.of(
                "..", "app", "src", "main", "resources", "org", "quanheng", "app", "sample", "german-credit.csv");
        if (!Files.exists(file)) {
            throw new IllegalStateException("Expected the sample data at " + file.toAbsolutePath());
        }
        Table table = Table.read(file);
        List<String> features = table.names().stream()
                .filter(name -> !List.of("personal_status_sex", "foreign_worker", "target")
                        .contains(name))
                .toList();
        return Sample.of(table, "target", features);
    }

    /** The 700 that train. */
    public static Sample development() {
        return all().where(row -> row % 10 < 7);
    }

    /** The 300 that no model has seen. */
    public static Sample heldOut() {
        return all().where(row -> row % 10 >= 7);
    }
}
