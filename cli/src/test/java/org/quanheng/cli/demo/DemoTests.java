package org.quanheng.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.quanheng.cli.Shell;
import org.quanheng.cli.server.DatabaseAddress;
import org.quanheng.cli.server.EmbeddedDatabase;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Json;
import tools.jackson.databind.JsonNode;

/** The main job, end to end: 300 people apply over HTTP, and what came out is in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoTests {
    @TempDir
    static Path folder = Path.of("");

    private static String first = "";

    private static Shell.Result demo() {
        return Shell.run(
                "demo", "--data", folder.toString(), "--port", "0", "--exit-after-replay", "--json", "--at-once", "4");
    }

    private static JsonNode json(String text) {
        return Objects.requireNonNull(Json.read("output", text, new CallFaults()));
    }

    @Test
    @Order(1)
    void threeHundredApplyAndEverythingAddsUp() {
        Shell.Result result = demo();
        assertThat(result.code()).as(result.err()).isZero();
        first = result.out();
        JsonNode document = json(first);
        assertThat(document.propertyNames())
                .containsExactly(
                        "applications",
                        "approved",
                        "declined",
                        "referred",
                        "badRateApproved",
                        "badRateIfAllApproved",
                        "auc",
                        "aucInterval",
                        "aucOfDecisions",
                        "aucOfDecisionsInterval",
                        "ks",
                        "questionsPerApplicant",
                        "decisionMillis",
                        "untouchedByPerson",
                        "balance",
                        "loans",
                        "ledgerSum",
                        "auditRecords",
                        "auditChainVerified");
        assertThat(document.path("applications").asInt()).isEqualTo(300);
        assertThat(document.path("approved").asInt()
                        + document.path("declined").asInt()
                        + document.path("referred").asInt())
                .isEqualTo(300);
        assertThat(document.path("loans").asInt())
                .isEqualTo(document.path("approved").asInt())
                .isPositive();
        assertThat(document.path("auc").asDouble()).isGreaterThanOrEqualTo(0.75);
        assertThat(document.path("badRateApproved").asDouble())
                .isLessThan(document.path("badRateIfAllApproved").asDouble());
        assertThat(document.path("badRateIfAllApproved").asDouble()).isBetween(0.25, 0.35);
        assertThat(document.path("aucOfDecisions").asDouble()).isGreaterThan(0.7);
        assertThat(document.at("/balance/plan/questions/high").asDouble())
                .isLessThan(document.at("/balance/askEverything/questions/low").asDouble());
        assertThat(document.at("/balance/plan/completion/value").asDouble())
                .isGreaterThan(
                        document.at("/balance/askEverything/completion/value").asDouble());
        assertThat(document.at("/balance/frictionGrade").asString()).isEqualTo("ASSUMPTION");
        assertThat(document.path("untouchedByPerson").path("value").asDouble()).isBetween(0.5, 1.0);
        assertThat(document.path("ledgerSum").asString()).isEqualTo("0.00");
        assertThat(document.path("auditChainVerified").asBoolean()).isTrue();
    }

    @Test
    @Order(2)
    void aSecondDemoOnTheSameDataLetsNobodyApplyAgain() {
        Shell.Result result = demo();
        assertThat(result.err()).contains("nobody applies again");
        assertThat(result.out()).isEqualTo(first);
    }

    @Test
    @Order(3)
    void theBoardHasTheComparisonThatWasPrinted() {
        JsonNode printed = json(first).path("balance");
        JsonNode kept = json(EmbeddedDatabase.borrow(folder, DemoTests::comparison));

        assertThat(kept.path("people").asInt()).isEqualTo(300);
        assertThat(kept.path("figures").size())
                .isEqualTo(printed.path("plan").size())
                .isEqualTo(7);
        for (JsonNode figure : kept.path("figures")) {
            String key = figure.path("key").asString();
            assertThat(figure.path("plan"))
                    .as(key)
                    .isEqualTo(printed.path("plan").path(key));
            assertThat(figure.path("everything"))
                    .as(key)
                    .isEqualTo(printed.path("askEverything").path(key));
        }
        assertThat(printed.at("/plan/untouchedByPerson/value"))
                .isEqualTo(json(first).at("/untouchedByPerson/value"));
    }

    private static String comparison(DatabaseAddress address) {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select document from plan_comparison")) {
            rows.next();
            return rows.getString("document");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(4)
    void theChainIsWholeUntilARowIsAlteredAndThenTheRowIsNamed() {
        Shell.Result whole = Shell.run("audit", "verify", "--data", folder.toString(), "--json");
        assertThat(whole.code()).as(whole.err()).isZero();
        assertThat(whole.out()).contains("\"verified\":true");
        assertThat(EmbeddedDatabase.borrow(folder, DemoTests::alter)).isEqualTo(1);
        Shell.Result altered = Shell.run("audit", "verify", "--data", folder.toString());
        assertThat(altered.code()).isEqualTo(1);
        assertThat(altered.out()).contains("audit_record 77 ").contains("The chain is BROKEN");
    }

    private static int alter(DatabaseAddress address) {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute("alter table audit_record disable trigger user");
            int rows = statement.executeUpdate("update audit_record set detail = '{}' where id = 77");
            statement.execute("alter table audit_record enable trigger user");
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
