package org.quanheng.app.model.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.quanheng.app.RunningLender;
import org.quanheng.app.Visitor;
import org.quanheng.app.sample.SampleLender;

/** From a file to a signed champion and its report, over HTTP, one act after the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkshopTests {
    private static final RunningLender LENDER = RunningLender.get();
    private static final Visitor ANALYST = LENDER.visitor();
    private static final Visitor HEAD = LENDER.visitor();
    private static final String BOOK = "workshop-test";
    private static String data = "";
    private static String training = "";
    private static String model = "";

    @BeforeAll
    static void comeIn() throws IOException, InterruptedException {
        signIn(ANALYST, "RISK_ANALYST");
        signIn(HEAD, "HEAD_OF_LENDING");
    }

    private static void signIn(Visitor visitor, String role) throws IOException, InterruptedException {
        var signIn = LENDER.signInOf(role);
        assertThat(visitor.signIn(signIn.login(), signIn.password()).location()).endsWith("/home");
    }

    private static byte[] german() throws IOException {
        try (InputStream in = SampleLender.class.getResourceAsStream("german-credit.csv")) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }

    @Test
    @Order(1)
    void aFileIsImportedOnceAndProfiled() throws IOException, InterruptedException {
        Map<String, String> fields = Map.of("idempotency_key", "workshop-import-1", "name", "德国", "missing", "NA");
        Visitor.Reply first = ANALYST.upload("/workshop/data", fields, "german.csv", german());
        Visitor.Reply again = ANALYST.upload("/workshop/data", fields, "german.csv", german());
        assertThat(first.status()).isEqualTo(302);
        assertThat(again.location()).isEqualTo(first.location());
        data = first.location().replaceAll(".*/", "");

        Visitor.Reply page = sound("/workshop/data/" + data);
        assertThat(page.body()).contains("1,000 rows", "may be the target", "德国");
    }

    @Test
    @Order(2)
    void aBrokenFileIsRefusedWithEveryFault() throws IOException, InterruptedException {
        byte[] ragged = "a,b,a\n1,2\n3,4,5\n".getBytes(StandardCharsets.UTF_8);
        Visitor.Reply reply = ANALYST.upload(
                "/workshop/data", Map.of("idempotency_key", "workshop-import-2", "name", "x"), "ragged.csv", ragged);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("a second time", "3 fields, as in the header");
    }

    @Test
    @Order(3)
    void aFileThatIsTooLargeGetsAPageThatSaysSo() throws IOException, InterruptedException {
        Visitor.Reply reply = ANALYST.upload(
                "/workshop/data", Map.of("idempotency_key", "workshop-import-3"), "big.csv", new byte[34 << 20]);
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.body().indexOf("32 MiB"))
                .as("the limit that applied comes first")
                .isPositive()
                .isLessThan(reply.body().indexOf("64 KiB"));
    }

    @Test
    @Order(4)
    void aWorkbookIsImportedAsItsCsvWouldBe() throws IOException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", null)) {
            Worksheet sheet = workbook.newWorksheet("德国");
            List<String> lines =
                    new String(german(), StandardCharsets.UTF_8).lines().toList();
            for (int row = 0; row < lines.size(); row++) {
                String[] fields = lines.get(row).split(",", -1);
                for (int column = 0; column < fields.length; column++) {
                    sheet.value(row, column, fields[column]);
                }
            }
        }
        Visitor.Reply reply = ANALYST.upload(
                "/workshop/data",
                Map.of("idempotency_key", "workshop-import-5", "missing", "NA"),
                "history.XLSX",
                bytes.toByteArray());
        assertThat(reply.status()).isEqualTo(302);
        assertThat(sound(reply.location()).body())
                .contains("1,000 rows", "may be the target", "<h1>history</h1>", "history.XLSX");
        assertThat(ANALYST.get("/workshop/import").body()).contains("Excel", "accept=\".csv,.xlsx,");
    }

    @Test
    @Order(4)
    void filesOfOthersAreRefusedUnread() throws IOException, InterruptedException {
        for (String path : List.of("/workshop/data", "/applications", "/sign-in", "/api/applications")) {
            assertThat(LENDER.visitor()
                            .upload(path, Map.of(), "a.csv", new byte[10])
                            .status())
                    .as(path)
                    .isEqualTo(415);
        }
        assertThat(HEAD.upload("/workshop/data", Map.of(), "a.csv", new byte[10])
                        .status())
                .isEqualTo(415);
    }

    @Test
    @Order(5)
    void columnsAreDescribedAndATrainingRunsToItsEnd() throws IOException, InterruptedException {
        Map<String, String> card = new LinkedHashMap<>();
        List<String> names = SampleLender.histories().names();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            card.put(
                    "role" + i,
                    name.equals("target")
                            ? "target"
                            : name.equals("personal_status_sex") || name.equals("foreign_worker")
                                    ? "protected"
                                    : "feature");
        }
        card.put("bad", "1");
        card.put("idempotency_key", "workshop-card-1");
        assertThat(ANALYST.post("/workshop/data/" + data + "/card", card).status())
                .isEqualTo(302);
        assertThat(sound("/workshop/data/" + data).body()).contains("30.00");

        training = trained(Map.of("name", "German", "method", "scorecard"), "workshop-train-1");
        Visitor.Reply page = sound("/workshop/training/" + training);
        assertThat(page.body()).contains("held-out rows", "Register as challenger");
        assertThat(page.body()).doesNotContain("personal_status_sex");
    }

    private static String trained(Map<String, String> form, String key) throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>(form);
        fields.put("idempotency_key", key);
        Visitor.Reply reply = ANALYST.post("/workshop/data/" + data + "/training", fields);
        return ended(reply.location());
    }

    private static String ended(String location) throws IOException, InterruptedException {
        String id = location.replaceAll(".*/", "");
        for (int tries = 0; tries < 600; tries++) {
            String body = ANALYST.get("/workshop/training/" + id).body();
            if (!body.contains("/progress\"")) {
                assertThat(body).contains("held-out rows");
                return id;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("expected the training to end within a minute, it did not");
    }

    @Test
    @Order(6)
    void binsAreSetByHandWithTheEffectShown() throws IOException, InterruptedException {
        int number = features().indexOf("duration_months");
        String path = "/workshop/training/" + training + "/bins/" + number;
        Map<String, String> cuts = new LinkedHashMap<>();
        Matcher cut = Pattern.compile("name=\"(cut\\d+)\" value=\"([^\"]*)\"")
                .matcher(sound(path).body());
        while (cut.find()) {
            cuts.put(cut.group(1), cut.group(2));
        }
        String last = "cut" + (cuts.size() - 1);
        cuts.put(last, "13");
        assertThat(post(path, cuts, "apply").status()).isEqualTo(302);
        assertThat(sound(path).body()).contains("value=\"13\"", "change", "Set by hand");
        assertThat(post(path, cuts, "merge0").status()).isEqualTo(302);
        cuts.put("cut0", "twelve");
        Visitor.Reply wrong = post(path, cuts, "apply");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("expected a number, came twelve");
    }

    private static Visitor.Reply post(String path, Map<String, String> fields, String act)
            throws IOException, InterruptedException {
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put("act", act);
        form.put("idempotency_key", "workshop-bins-" + act + fields.hashCode());
        return ANALYST.post(path, form);
    }

    private static List<String> features() {
        return SampleLender.histories().names().stream()
                .filter(name ->
                        !name.equals("target") && !name.equals("personal_status_sex") && !name.equals("foreign_worker"))
                .toList();
    }

    @Test
    @Order(7)
    void handSetBinsAreKeptByTheNextTraining() throws IOException, InterruptedException, SQLException {
        Visitor.Reply reply = ANALYST.post(
                "/workshop/training/" + training + "/again", Map.of("idempotency_key", "workshop-again-1"));
        String next = ended(reply.location());
        assertThat(LENDER.column("select scorecard from training where id = '" + next + "'"))
                .singleElement()
                .asString()
                .contains("13");
        assertThat(sound("/workshop/compare?model=" + training + "&model=" + next)
                        .body())
                .contains("Swap set", "Lift (bads caught)");
        training = next;
    }

    @Test
    @Order(8)
    void aModelIsRegisteredAndItsFilesAreThere() throws IOException, InterruptedException {
        Map<String, String> form = new LinkedHashMap<>(
                Map.of("name", "German", "book", BOOK, "purpose", "=1+1", "limits", "small", "source", "UCI"));
        form.putAll(Map.of("bad_means", "not repaid", "from", "1973-01-01", "to", "1975-12-31"));
        form.put("idempotency_key", "workshop-model-1");
        Visitor.Reply reply = ANALYST.post("/workshop/training/" + training + "/model", form);
        assertThat(reply.status()).isEqualTo(302);
        model = reply.location().replaceAll(".*/", "");
        assertThat(sound("/models/" + model).body()).contains("challenger", "not repaid");
        for (String file :
                List.of("card.json", "scorecard.json", "scorecard.pmml", "scorecard.sql", "Scorecard.java")) {
            assertThat(ANALYST.get("/models/" + model + "/files/" + file).status())
                    .as(file)
                    .isEqualTo(200);
        }
        String report = ANALYST.get("/models/" + model + "/files/report.html").body();
        assertThat(report).contains("<style>", "<svg", "Fairness", "personal_status_sex", "not repaid");
        assertThat(report).doesNotContain(" src=", "<link", "<script", "NaN");
    }

    @Test
    @Order(9)
    void onlyASecondPersonSigns() throws IOException, InterruptedException, SQLException {
        Map<String, String> reason = Map.of("reason", "better", "idempotency_key", "workshop-propose-1");
        assertThat(ANALYST.post("/models/" + model + "/proposal", reason).status())
                .isEqualTo(302);
        String proposal = LENDER.column("select id from champion_proposal where book = '" + BOOK + "'")
                .getFirst();
        Map<String, String> sign =
                Map.of("proposal", proposal, "verdict", "sign", "note", "seen", "idempotency_key", "workshop-sign-1");
        assertThat(ANALYST.post("/models/" + model + "/verdict", sign).status()).isEqualTo(403);
        assertThat(HEAD.post("/models/" + model + "/verdict", sign).status()).isEqualTo(302);
        assertThat(HEAD.post("/models/" + model + "/verdict", sign).status()).isEqualTo(302);
        assertThat(sound("/models/" + model).body()).contains("champion", "Wang Lei", "seen");
        assertThat(LENDER.column("select act from audit_record where subject = 'model:" + model + "' order by id"))
                .containsExactly("model.register", "champion.propose", "champion.sign");
    }

    @Test
    @Order(10)
    void theDatabaseRefusesTheProposersOwnSignature() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> LENDER.column("""
                        insert into champion_proposal (id, model_id, book, reason, proposed_by, proposed_at, verdict,
                                                       decided_by, decided_at)
                        select gen_random_uuid(), id, 'own', 'x', 'account:1', now(), 'SIGNED', 'account:1', now()
                        from model limit 1 returning id""")))
                .hasMessageContaining("check constraint");
    }

    @Test
    @Order(11)
    void driftIsMeasuredOnDataThatCameLater() throws IOException, InterruptedException {
        String[] lines = new String(german(), StandardCharsets.UTF_8).split("\n", -1);
        StringBuilder later = new StringBuilder(lines[0]);
        for (int line = 1; line < lines.length; line++) {
            if (lines[line].contains(",A14,") || line % 7 == 0 || lines[line].contains("none")) {
                later.append('\n').append(lines[line]);
            }
        }
        Visitor.Reply reply = ANALYST.upload(
                "/workshop/data",
                Map.of("idempotency_key", "workshop-import-4", "name", "later"),
                "later.csv",
                later.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(reply.status()).isEqualTo(302);
        String page = sound("/models/" + model + "/drift").body();
        assertThat(page).contains("later", "PSI", "CSI");
        sound("/models/" + SampleLender.MODEL + "/drift");
        sound("/workshop");
        sound("/workshop/compare");
    }

    @Test
    @Order(12)
    void aTrainingWhoseServerIsGoneIsMarked() throws SQLException, InterruptedException {
        String id = LENDER.column("""
                        insert into training (id, data_set_id, name, recipe, state, asked_by, asked_at, started_at, alive_at)
                        select gen_random_uuid(), data_set_id, 'gone', recipe, 'RUNNING', 'x', now(),
                               now() - interval '5 minutes', now() - interval '5 minutes'
                        from training limit 1 returning id""").getFirst();
        String state = "RUNNING";
        for (int tries = 0; tries < 200 && state.equals("RUNNING"); tries++) {
            Thread.sleep(100);
            state = LENDER.column("select state from training where id = '" + id + "'")
                    .getFirst();
        }
        assertThat(state).isEqualTo("INTERRUPTED");
    }

    /** A page in both languages that holds together. */
    private static Visitor.Reply sound(String path) throws IOException, InterruptedException {
        String also = path.contains("?") ? "&" : "?";
        for (String language : List.of("zh", "en")) {
            Visitor.Reply reply = ANALYST.get(path + also + "lang=" + language);
            assertThat(reply.status()).as(path).isEqualTo(200);
            assertThat(reply.body().split("<h1", -1))
                    .as(path + ": one first heading")
                    .hasSize(2);
            assertThat(reply.shown()).as(path).doesNotContain(" style=", "NaN", ">null<", "{0}", "{1}");
            assertThat(duplicates(reply.body()))
                    .as(path + ": ids that stand twice")
                    .isEmpty();
        }
        return ANALYST.get(path + also + "lang=en");
    }

    private static List<String> duplicates(String html) {
        List<String> ids = Pattern.compile("\\sid=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
        return ids.stream()
                .filter(id -> ids.indexOf(id) != ids.lastIndexOf(id))
                .distinct()
                .toList();
    }
}
