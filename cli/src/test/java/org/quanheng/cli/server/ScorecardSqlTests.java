package org.quanheng.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanheng.scoring.export.SqlExport;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.Card;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

/** The SQL of a scorecard, run by PostgreSQL, gives the points of the library on every row. */
class ScorecardSqlTests {
    /** Larger sets take minutes: they are tried when QUANHENG_LONG is set. */
    private static final int ROWS_MAX = System.getenv("QUANHENG_LONG") == null ? 5_000 : Integer.MAX_VALUE;

    @TempDir
    Path temporary = Path.of("");

    @Test
    void givesTheSamePointsForEveryRow() throws SQLException, IOException {
        EmbeddedDatabase database =
                EmbeddedDatabase.start(DataFolder.take(temporary.resolve("data")), new SecureRandom());
        try (database;
                Connection connection = DriverManager.getConnection(
                        database.address().url(),
                        database.address().user(),
                        database.address().password())) {
            for (Sample sample : samples()) {
                if (sample.rows() <= ROWS_MAX) {
                    compare(connection, sample);
                }
            }
        }
    }

    /** The shipped sample, and every public set where the sets are. */
    private static List<Sample> samples() throws IOException {
        Table german = Table.read(Path.of(
                "..", "app", "src", "main", "resources", "org", "quanheng", "app", "sample", "german-credit.csv"));
        List<Sample> samples = new ArrayList<>();
        samples.add(Sample.of(
                german,
                "target",
                german.names().stream().filter(name -> !name.equals("target")).toList()));
        String said = System.getenv("QUANHENG_SHARED");
        Path credit = (said == null ? Path.of("..", "..", "shared") : Path.of(said))
                .resolve("data")
                .resolve("credit");
        if (Files.isDirectory(credit)) {
            try (Stream<Path> files = Files.list(credit)) {
                files.filter(file -> file.toString().endsWith(".card.json"))
                        .sorted()
                        .map(Card::read)
                        .forEach(card -> samples.add(card.sample(card.readTable(credit))));
            }
        }
        return samples;
    }

    private static void compare(Connection connection, Sample sample) throws SQLException {
        Scorecard card = Scorecard.train(sample, ScorecardRules.additive());
        Table table = sample.table();
        load(connection, card.facts(), table);
        double[] points = card.points(table);
        int row = 0;
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(
                        "select " + SqlExport.points(card) + " from applicant order by \"row number\"")) {
            while (results.next()) {
                if (results.getDouble(1) != points[row]) {
                    assertThat(results.getDouble(1)).as("row " + row).isEqualTo(points[row]);
                }
                row++;
            }
        }
        assertThat(row).isEqualTo(table.rows());
    }

    private static void load(Connection connection, List<String> facts, Table table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists applicant");
            statement.execute("create table applicant (\"row number\" integer primary key, "
                    + facts.stream()
                            .map(fact -> quoted(fact)
                                    + (table.column(fact) instanceof NumericColumn ? " double precision" : " text"))
                            .collect(Collectors.joining(", "))
                    + ")");
        }
        connection.setAutoCommit(false);
        String marks = "?, ".repeat(facts.size()) + "?";
        try (PreparedStatement insert = connection.prepareStatement("insert into applicant values (" + marks + ")")) {
            for (int row = 0; row < table.rows(); row++) {
                insert.setInt(1, row);
                for (int fact = 0; fact < facts.size(); fact++) {
                    Object cell = table.cell(row, facts.get(fact));
                    if (cell == null) {
                        insert.setNull(fact + 2, Types.NULL);
                    } else {
                        insert.setObject(fact + 2, cell);
                    }
                }
                insert.addBatch();
                if (row % 10_000 == 9_999) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
