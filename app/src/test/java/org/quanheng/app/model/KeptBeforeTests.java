package org.quanheng.app.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;
import org.quanheng.fault.Fault;
import org.quanheng.scoring.validation.CalibrationCheck;
import org.quanheng.scoring.validation.Figures;
import tools.jackson.databind.json.JsonMapper;

/** What an earlier version kept can still be read after the migration. */
class KeptBeforeTests {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MIGRATION = "/db/migration/V6__figures_with_weights.sql";

    @Test
    void figuresAndFaultsOfAnEarlierVersionAreRead() throws IOException, SQLException {
        try (Connection connection = RunningLender.get().part(DataSource.class).getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("create schema kept_before");
            sql.execute("set local search_path to kept_before");
            sql.execute("create table model (figures text not null)");
            sql.execute("create table training (fault text)");
            sql.execute("""
                    insert into model values ('{"rows":2,"bads":1,"auc":{"value":0.75,"standardError":0.1,"low":0.5,"high":1.0},
                    "gini":0.5,"ks":{"value":0.5,"at":0.25},"brier":1.0E-5,"logLoss":0.3,"calibration":{"expected":0.2,"observed":0.17,
                    "intercept":0.0,"slope":1.0,"hosmerLemeshow":0.1,"pValue":0.9,
                    "reliability":[{"from":0.1,"to":0.2,"rows":7,"expected":0.15,"observed":0.14},
                    {"from":0.2,"to":0.3,"rows":5,"expected":0.25,"observed":0.2}]}}')""");
            sql.execute("""
                    insert into training values (null),
                    ('[{"where":"column a","expected":"a number","came":"x","maybe":""},
                    {"where":"target","expected":"0 or 1","came":"2","maybe":"name the bad value"}]')""");
            sql.execute(migration());
            CalibrationCheck calibration = JSON.readValue(one(sql, "select figures from model"), Figures.class)
                    .calibration();
            assertThat(calibration.reliability())
                    .extracting(CalibrationCheck.Group::rows, CalibrationCheck.Group::effectiveRows)
                    .containsExactly(tuple(7, 7.0), tuple(5, 5.0));
            Fault[] faults =
                    JSON.readValue(one(sql, "select fault from training where fault is not null"), Fault[].class);
            assertThat(faults)
                    .extracting(Fault::toString)
                    .containsExactly(
                            "column a: expected a number, came x.",
                            "target: expected 0 or 1, came 2. Maybe name the bad value.");
            connection.rollback();
        }
    }

    private static String migration() throws IOException {
        try (InputStream in = KeptBeforeTests.class.getResourceAsStream(MIGRATION)) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String one(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
