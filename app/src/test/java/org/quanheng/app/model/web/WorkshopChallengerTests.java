package org.quanheng.app.model.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.quanheng.app.RunningLender;
import org.quanheng.app.Visitor;
import org.quanheng.app.sample.SampleLender;

/** Boosted trees as a challenger over HTTP, and trainings that somebody stops. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkshopChallengerTests {
    private static final RunningLender LENDER = RunningLender.get();
    private static final Visitor ANALYST = LENDER.visitor();
    private static String data = "";
    private static String training = "";
    private static String model = "";

    /** The histories thirty times over, on which trees take long enough to be stopped. */
    private static String longData = "";

    @BeforeAll
    static void importTheHistories() throws IOException, InterruptedException {
        var signIn = LENDER.signInOf("RISK_ANALYST");
        assertThat(ANALYST.signIn(signIn.login(), signIn.password()).location()).endsWith("/home");
        try (InputStream in = SampleLender.class.getResourceAsStream("german-credit.csv")) {
            assertThat(in).isNotNull();
            String csv = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip() + "\n";
            int header = csv.indexOf('\n') + 1;
            data = imported("short", csv);
            longData = imported(
                    "long", csv.substring(0, header) + csv.substring(header).repeat(30));
        }
    }

    private static String imported(String name, String csv) throws IOException, InterruptedException {
        String id = ANALYST.upload(
                        "/workshop/data",
                        Map.of("idempotency_key", "challenger-import-" + name, "name", name),
                        name + ".csv",
                        csv.getBytes(StandardCharsets.UTF_8))
                .location()
                .replaceAll(".*/", "");
        Map<String, String> card =
                new LinkedHashMap<>(Map.of("bad", "1", "idempotency_key", "challenger-card-" + name));
        List<String> names = SampleLender.histories().names();
        for (int i = 0; i < names.size(); i++) {
            boolean isProtected = names.get(i).equals("personal_status_sex");
            card.put("role" + i, names.get(i).equals("target") ? "target" : isProtected ? "protected" : "feature");
        }
        assertThat(ANALYST.post("/workshop/data/" + id + "/card", card).status())
                .isEqualTo(302);
        return id;
    }

    private static String asked(String dataSet, String key) throws IOException, InterruptedException {
        return ANALYST.post(
                        "/workshop/data/" + dataSet + "/training",
                        Map.of("name", "Trees", "method", "boosted", "idempotency_key", key))
                .location()
                .replaceAll(".*/", "");
    }

    private static String state(String id) throws SQLException {
        return LENDER.column("select state from training where id = '" + id + "'")
                .getFirst();
    }

    private static String ended(String id, String... going) throws SQLException, InterruptedException {
        for (int tries = 0; tries < 900 && List.of(going).contains(state(id)); tries++) {
            Thread.sleep(100);
        }
        return state(id);
    }

    private static void cancel(String id, String key) throws IOException, InterruptedException {
        assertThat(ANALYST.post("/workshop/training/" + id + "/cancel", Map.of("idempotency_key", key))
                        .status())
                .isEqualTo(302);
    }

    /** One that runs stops within a moment, one that waits never begins; neither leaves anything behind. */
    @Test
    @Order(1)
    void aCancelledTrainingLeavesNothingBehind() throws IOException, InterruptedException, SQLException {
        String running = asked(longData, "challenger-running");
        String waiting = asked(longData, "challenger-waiting");
        assertThat(ended(running, "WAITING")).isEqualTo("RUNNING");
        assertThat(state(waiting)).isEqualTo("WAITING");
        cancel(waiting, "cancel-waiting");
        assertThat(state(waiting)).isEqualTo("CANCELLED");
        cancel(running, "cancel-running");
        assertThat(ended(running, "WAITING", "RUNNING")).isEqualTo("CANCELLED");
        for (String id : List.of(running, waiting)) {
            assertThat(LENDER.column("select coalesce(scorecard, fault, 'nothing') from training where id = '" + id
                            + "' and ended_at is not null"))
                    .containsExactly("nothing");
            assertThat(LENDER.column("select act from audit_record where subject = 'training:" + id + "' order by id"))
                    .containsExactly("training.ask", "training.cancel");
            assertThat(ANALYST.get("/workshop/training/" + id + "?lang=en").body())
                    .contains("Train again")
                    .doesNotContain("Register as challenger");
            assertThat(ANALYST.get("/workshop/compare").body()).doesNotContain(id);
            assertThat(ANALYST.post("/workshop/training/" + id + "/model", Map.of("idempotency_key", "no-" + id))
                            .status())
                    .isEqualTo(409);
        }
        assertThat(ANALYST.post("/workshop/training/" + running + "/cancel", Map.of("idempotency_key", "cancel-again"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    @Order(2)
    void boostedTreesAreTrainedAndRegistered() throws IOException, InterruptedException, SQLException {
        training = asked(data, "challenger-train");
        assertThat(ended(training, "WAITING", "RUNNING")).isEqualTo("DONE");
        assertThat(ANALYST.get("/workshop/training/" + training + "?lang=en").shown())
                .contains("held-out rows", "What each fact does", "Register as challenger")
                .doesNotContain("scorecard.csv", "NaN");
        assertThat(ANALYST.get("/workshop/training/" + training + "/bins/0").status())
                .isEqualTo(404);
        assertThat(ANALYST.get("/workshop/training/" + training + "/scorecard.csv")
                        .status())
                .isEqualTo(404);
        model = registered(training, "challenger-register");
    }

    /** What was stored gives the same figures on every page on which it stands; the hash is checked at each load. */
    @Test
    @Order(3)
    void theChallengerStandsOnEveryPage() throws IOException, InterruptedException {
        String page = ANALYST.get("/models/" + model + "?lang=en").shown();
        assertThat(page)
                .contains("challenger", "only challenge", "What each fact does", "model.json")
                .doesNotContain("scorecard.pmml", "Propose as champion", "NaN");
        assertThat(ANALYST.get("/models/" + model + "/files/model.json").body()).contains("quanheng-boosted-1");
        assertThat(ANALYST.get("/models/" + model + "/files/card.json").body()).contains("AUC in validation");
        assertThat(ANALYST.get("/models/" + model + "/files/scorecard.sql").status())
                .isEqualTo(404);
        String report =
                ANALYST.get("/models/" + model + "/files/report.html?lang=en").body();
        assertThat(report).contains("<svg", "Fairness", "Shapley").doesNotContain("NaN");
        assertThat(ANALYST.get("/models/" + model + "/drift?lang=en").status()).isEqualTo(200);
        assertThat(ANALYST.get("/workshop?lang=zh").body()).contains("提升树", model);
        String compared = ANALYST.get("/workshop/compare?model=" + SampleLender.MODEL + "&model=" + model + "&data="
                        + data + "&lang=en")
                .shown();
        assertThat(compared).contains("Swap set", "Lift (bads caught)").doesNotContain("NaN");
    }

    /** Two models of one name are two models. */
    @Test
    @Order(5)
    void modelsOfTheSameNameStandBesideEachOther() throws IOException, InterruptedException, SQLException {
        String again = asked(data, "challenger-twin");
        assertThat(ended(again, "WAITING", "RUNNING")).isEqualTo("DONE");
        String twin = registered(again, "challenger-register-twin");
        assertThat(ANALYST.get("/workshop/compare?model=" + model + "&model=" + twin + "&lang=en")
                        .body())
                .contains("Trees (" + model + ")", "Trees (" + twin + ")", "Swap set");
    }

    private static String registered(String id, String key) throws IOException, InterruptedException {
        Map<String, String> form = new LinkedHashMap<>(
                Map.of("name", "Trees", "book", "challenger-test", "purpose", "challenge", "limits", "small"));
        form.putAll(Map.of("source", "UCI", "bad_means", "not repaid", "from", "1973-01-01", "to", "1975-12-31"));
        form.put("idempotency_key", key);
        Visitor.Reply reply = ANALYST.post("/workshop/training/" + id + "/model", form);
        assertThat(reply.status()).isEqualTo(302);
        return reply.location().replaceAll(".*/", "");
    }

    @Test
    @Order(4)
    void thePolicyDecidesWithPointsSoTreesAreNotProposed() throws IOException, InterruptedException, SQLException {
        Visitor.Reply reply = ANALYST.post(
                "/models/" + model + "/proposal", Map.of("reason", "better", "idempotency_key", "challenger-propose"));
        assertThat(reply.status()).isEqualTo(409);
        assertThat(LENDER.column("select id from champion_proposal where model_id = '" + model + "'"))
                .isEmpty();
    }
}
