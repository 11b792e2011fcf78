package org.quanheng.app.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;
import org.quanheng.app.Visitor;
import org.quanheng.app.sample.SampleLender;
import tools.jackson.databind.JsonNode;

/** Loans over the API: what they answer, and what they refuse. */
class LoanApiTests {
    private final RunningLender lender = RunningLender.get();
    private final LoanFixtures f = new LoanFixtures();

    private Visitor program(String role) {
        SampleLender.SignIn signIn = lender.signInOf(role);
        String pair = signIn.login() + ":" + signIn.password();
        return lender.visitor()
                .authorized("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private static String payment(String amount, Object on, String reference, String excess) {
        return """
                {"version":1,"amount":{"amount":"%s","currency":"DEM"},"on":"%s","reference":"%s","excess":"%s"}""".formatted(amount, on, reference, excess);
    }

    @Test
    void aPaymentIsPreviewedRecordedAndUndone() throws Exception {
        Loan loan = f.open("1169.00", 1);
        String address = "/api/loans/" + loan.id();
        String preview = """
                {"kind":"payment","amount":{"amount":"300.00","currency":"DEM"},"on":"%s","excess":"fewer_instalments"}""".formatted(f.today);
        JsonNode previewed =
                program("OFFICER").postJson(address + "/previews", preview).json();

        Visitor.Reply recorded = program("OFFICER")
                .postJson(
                        address + "/repayments",
                        payment("300.00", f.today, "API-" + loan.number(), "fewer_instalments"));

        assertThat(recorded.status()).isEqualTo(201);
        assertThat(recorded.json().get("version").asInt()).isEqualTo(2);
        JsonNode schedule = program("OFFICER").get(address + "/schedule").json();
        assertThat(schedule).isEqualTo(previewed.get("after"));
        JsonNode statement =
                program("HEAD_OF_LENDING").get(address + "/statement").json();
        assertThat(statement.get("lines").toString()).contains("API-" + loan.number());
        JsonNode undoing = program("HEAD_OF_LENDING")
                .postJson(address + "/previews", "{\"kind\":\"reversal\",\"event\":2}")
                .json();
        assertThat(undoing.get("standingBefore"))
                .isEqualTo(program("OFFICER").get(address).json().get("standing"));
        assertThat(undoing.get("standingBefore")).isNotEqualTo(undoing.get("standingAfter"));
        Visitor.Reply undone =
                program("HEAD_OF_LENDING").postJson(address + "/reversals", "{\"version\":2,\"event\":2}");
        assertThat(undone.status()).isEqualTo(201);
        assertThat(undone.json().get("standing")).isEqualTo(undoing.get("standingAfter"));
        assertThat(program("OFFICER").get(address + "/schedule").json()).isEqualTo(undoing.get("after"));
        assertThat(program("OFFICER")
                        .postJson(address + "/previews", "{\"kind\":\"reversal\",\"event\":2}")
                        .status())
                .as("undone already")
                .isEqualTo(400);
        assertThat(program("OFFICER")
                        .postJson(address + "/previews", "{\"kind\":\"reversal\",\"event\":9}")
                        .status())
                .isEqualTo(404);
        assertThat(program("OFFICER")
                        .postJson(address + "/previews", "{\"kind\":\"reversal\"}")
                        .status())
                .isEqualTo(400);
        assertThat(program("OFFICER").get(address + "/schedule").json()).isEqualTo(previewed.get("before"));
    }

    @Test
    void anyAmountIsRecordedAndWhatIsHeldGoesBackAsPreviewed() throws Exception {
        Loan loan = f.open("1169.00", 0);
        String address = "/api/loans/" + loan.id();
        Visitor officer = program("OFFICER");

        Visitor.Reply recorded =
                officer.postJson(address + "/repayments", payment("9000.00", f.today, "HELD-" + loan.number(), "held"));

        assertThat(recorded.status()).isEqualTo(201);
        assertThat(recorded.json().get("excess").asString()).isEqualTo("held");
        JsonNode standing = recorded.json().get("standing");
        assertThat(standing.get("status").asString()).isEqualTo("closed");
        assertThat(standing.get("held").get("amount").asString()).isEqualTo("7831.00");
        String amount = "\"amount\":{\"amount\":\"7831.00\",\"currency\":\"DEM\"},\"on\":\"%s\"".formatted(f.today);
        JsonNode previewed = officer.postJson(address + "/previews", "{\"kind\":\"refund\"," + amount + "}")
                .json();
        String refund = "{\"version\":2," + amount + ",\"reference\":\"BACK-" + loan.number() + "\"}";
        assertThat(program("HEAD_OF_LENDING")
                        .postJson(address + "/refunds", refund)
                        .status())
                .isEqualTo(403);
        String faulty = officer.postJson(
                        address + "/refunds", refund.replace("7831.00", "-1").replace("BACK", "?"))
                .body();
        assertThat(faulty).contains("\"amount\"", "\"reference\"", "2 fields are wrong");

        assertThat(officer.postJson(address + "/refunds", refund.replace("7831.00", "7831.01"))
                        .body())
                .contains("\"code\":\"refundable\"", "7831.00");

        Visitor.Reply refunded = officer.postJson(address + "/refunds", refund);

        assertThat(refunded.status()).isEqualTo(201);
        assertThat(refunded.json().get("standing").get("held").get("amount").asString())
                .isEqualTo("0.00");
        assertThat(officer.get(address + "/schedule").json()).isEqualTo(previewed.get("after"));
        JsonNode line = officer.get(address + "/statement").json().get("lines").get(2);
        assertThat(line.get("kind").asString()).isEqualTo("refund");
        assertThat(line.get("held").get("amount").asString()).isEqualTo("0.00");
    }

    @Test
    void whatIsMalformedIsRefusedWithEveryFaultAndRecordsNothing() throws Exception {
        Loan loan = f.open("1169.00", 1);
        String good = "R-" + loan.number();
        List<String> bodies = List.of(
                "",
                "[]",
                "{\"version\":1",
                "{}",
                payment("-5", f.today, good, "held"),
                payment("10.001", f.today, good, "held"),
                payment("1e3", f.today, good, "held"),
                payment("999999.00", f.today, good, "fewer_instalments"),
                payment("10.00", "yesterday", good, "held"),
                payment("10.00", f.today.plusDays(1), good, "held"),
                payment("10.00", loan.contract().disbursedOn().minusDays(1), good, "held"),
                payment("10.00", f.today, "'; drop table loan", "held"),
                payment("10.00", f.today, good, "backwards"),
                payment("10.00", f.today, good, "held").replace("DEM", "EUR"),
                payment("10.00", f.today, good, "held").replace("\"version\":1", "\"version\":\"one\""),
                payment("10.00", f.today, good, "held").replace("}", ",\"surprise\":1}"),
                "{\"version\":1,\"version\":1}");
        List<String> wrong = new ArrayList<>();
        for (String body : bodies) {
            Visitor.Reply reply = program("OFFICER").postJson("/api/loans/" + loan.id() + "/repayments", body);
            boolean named = reply.body().contains("\"type\":\"/errors/")
                    && (reply.body().contains("\"faults\"") || reply.body().contains("body-unreadable"));
            if (reply.status() != 400 || !named) {
                wrong.add(body + " -> " + reply);
            }
        }

        assertThat(bodies).hasSizeGreaterThanOrEqualTo(10);
        assertThat(wrong).isEmpty();
        assertThat(f.again(loan.id()).version()).isEqualTo(1);
        String all = program("OFFICER")
                .postJson("/api/loans/" + loan.id() + "/repayments", payment("0", "never", "?", "backwards"))
                .body();
        assertThat(all).contains("\"amount\"", "\"on\"", "\"reference\"", "\"excess\"", "4 fields are wrong");
    }

    @Test
    void anOldVersionAStrangerAndTheWrongRoleAreRefused() throws Exception {
        Loan loan = f.open("1169.00", 1);
        String address = "/api/loans/" + loan.id();
        String body = payment("10.00", f.today, "OLD-" + loan.number(), "held");

        assertThat(program("OFFICER")
                        .postJson(address + "/repayments", body.replace("\"version\":1", "\"version\":7"))
                        .body())
                .contains("/errors/changed-meanwhile");
        assertThat(program("HEAD_OF_LENDING")
                        .postJson(address + "/repayments", body)
                        .status())
                .isEqualTo(403);
        assertThat(program("OFFICER")
                        .postJson(address + "/reversals", "{\"version\":1,\"event\":2}")
                        .status())
                .isEqualTo(403);
        assertThat(lender.visitor().get(address).status()).isEqualTo(401);
        Visitor.Applied stranger = lender.visitor().apply("Api Stranger");
        Visitor other = lender.visitor().authorized(stranger.bearer());
        assertThat(other.get(address).status()).isEqualTo(404);
        assertThat(other.get(address + "/statement").status()).isEqualTo(404);
        assertThat(other.postJson(address + "/previews", "{\"kind\":\"extension\",\"months\":3}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void previewsRefuseWhatCannotBe() throws Exception {
        Loan loan = f.open("1169.00", 1);
        Visitor officer = program("OFFICER");
        String address = "/api/loans/" + loan.id() + "/previews";

        assertThat(officer.postJson(address, "{\"kind\":\"gift\"}").body()).contains("\"kind\"", "extension");
        assertThat(officer.postJson(address, "{\"kind\":\"extension\",\"months\":0}")
                        .body())
                .contains("\"months\"", "\"came\":\"0\"");
        assertThat(officer.postJson(address, "{\"kind\":\"extension\",\"months\":3}")
                        .status())
                .isEqualTo(200);
        assertThat(f.again(loan.id()).version()).isEqualTo(1);
    }
}
