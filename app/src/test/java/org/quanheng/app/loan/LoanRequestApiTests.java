package org.quanheng.app.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;
import org.quanheng.app.Visitor;
import org.quanheng.app.sample.SampleLender;
import tools.jackson.databind.JsonNode;

/** Changes of a loan over the API: asked for, put forward, decided; and what is refused. */
class LoanRequestApiTests {
    private final RunningLender lender = RunningLender.get();
    private final LoanFixtures f = new LoanFixtures();
    private Visitor borrower = lender.visitor();
    private String address = "";

    @BeforeEach
    void aBorrowerHasALoan() throws Exception {
        Visitor.Applied applied = lender.visitor().apply("Api Borrower");
        borrower = lender.visitor().authorized(applied.bearer());
        String offer = applied.answer().get("offers").get(0).get("offer").asString();
        JsonNode accepted = borrower.postJson(
                        "/api/applications/" + applied.id() + "/acceptance", "{\"offer\":\"" + offer + "\"}")
                .json();
        address = "/api/loans/" + accepted.get("loan").asString();
    }

    private Visitor program(String role) {
        SampleLender.SignIn signIn = lender.signInOf(role);
        String pair = signIn.login() + ":" + signIn.password();
        return lender.visitor()
                .authorized("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aProposalIsTakenBackByWhoPutItForward() throws Exception {
        Visitor.Reply asked = borrower.postJson(
                address + "/requests", "{\"kind\":\"extension\",\"months\":6,\"reason\":\"illness\"}");
        String request = address + "/requests/" + asked.json().get("id").asString();
        program("OFFICER").postJson(request + "/proposal", "{\"version\":0}");
        String back = request + "/proposal/withdrawal";

        assertThat(borrower.postJson(back, "{\"version\":1}").status()).isEqualTo(403);
        assertThat(program("HEAD_OF_LENDING").postJson(back, "{\"version\":1}").status())
                .isEqualTo(403);
        assertThat(program("OFFICER").postJson(back, "{\"version\":0}").body()).contains("/errors/changed-meanwhile");
        Visitor.Reply taken = program("OFFICER").postJson(back, "{\"version\":1}");

        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        assertThat(taken.json().get("state").asString()).isEqualTo("asked");
        assertThat(borrower.postJson(address + "/previews", "{\"kind\":\"reversal\",\"event\":1}")
                        .status())
                .as("not for borrowers")
                .isEqualTo(400);
    }

    @Test
    void everyKindIsAskedForPutForwardAndDecidedAsPreviewed() throws Exception {
        for (String change : List.of("\"extension\",\"months\":6", "\"holiday\",\"instalments\":2")) {
            JsonNode previewed = borrower.postJson(address + "/previews", "{\"kind\":" + change + "}")
                    .json();
            Visitor.Reply asked =
                    borrower.postJson(address + "/requests", "{\"kind\":" + change + ",\"reason\":\"illness\"}");
            assertThat(asked.status()).as(asked.body()).isEqualTo(201);
            assertThat(asked.json().get("state").asString()).isEqualTo("asked");
            assertThat(asked.json().get("reason").asString()).isEqualTo("illness");
            String request = address + "/requests/" + asked.json().get("id").asString();
            assertThat(program("HEAD_OF_LENDING")
                            .postJson(request + "/proposal", "{\"version\":0}")
                            .status())
                    .isEqualTo(403);
            assertThat(program("OFFICER")
                            .postJson(request + "/proposal", "{\"version\":0}")
                            .status())
                    .isEqualTo(201);

            Visitor.Reply approved = program("HEAD_OF_LENDING").postJson(request + "/decision", """
                    {"version":1,"decision":"approve","on":"%s","loanVersion":%d}""".formatted(
                            f.today, previewed.get("version").asInt()));

            assertThat(approved.status()).as(approved.body()).isEqualTo(201);
            assertThat(approved.json().get("state").asString()).isEqualTo("done");
            assertThat(borrower.get(address + "/schedule").json()).isEqualTo(previewed.get("after"));
        }
        assertThat(borrower.get(address + "/requests").json()).hasSize(2);
    }

    @Test
    void aRestructuringIsAskedForByWhatCanBePaidAndPutForwardInTerms() throws Exception {
        String monthly = "\"amount\":{\"amount\":\"40.00\",\"currency\":\"DEM\"}";
        assertThat(borrower.postJson(address + "/previews", "{\"kind\":\"restructuring\"," + monthly + "}")
                        .status())
                .isEqualTo(200);
        JsonNode asked = borrower.postJson(
                        address + "/requests", "{\"kind\":\"restructuring\"," + monthly + ",\"reason\":\"family\"}")
                .json();
        assertThat(asked.get("instalments").asInt()).isGreaterThan(12);
        String request = address + "/requests/" + asked.get("id").asString();
        Visitor officer = program("OFFICER");
        assertThat(officer.postJson(request + "/proposal", "{\"version\":0}").body())
                .contains("\"instalments\"");
        assertThat(officer.postJson(request + "/proposal", "{\"version\":0,\"instalments\":121,\"ratePercent\":\"-1\"}")
                        .body())
                .contains("2 fields are wrong", "\"ratePercent\"");
        String terms = "\"instalments\":60,\"ratePercent\":\"3.25\"}";
        JsonNode previewed = officer.postJson(address + "/previews", "{\"kind\":\"restructuring\"," + terms)
                .json();

        JsonNode proposed = officer.postJson(request + "/proposal", "{\"version\":0," + terms)
                .json();

        assertThat(proposed.get("state").asString()).isEqualTo("proposed");
        assertThat(proposed.get("ratePercent").asString()).isEqualTo("3.25");
        Visitor.Reply approved = program("HEAD_OF_LENDING").postJson(request + "/decision", """
                {"version":1,"decision":"approve","on":"%s","loanVersion":1}""".formatted(f.today));
        assertThat(approved.status()).as(approved.body()).isEqualTo(201);
        assertThat(borrower.get(address + "/schedule").json()).isEqualTo(previewed.get("after"));
        assertThat(borrower.get(address).json().get("standing").get("tier").asString())
                .isEqualTo("special_mention");
    }

    @Test
    void aWriteOffIsOfTheStaffAndWhatComesBackIsRecorded() throws Exception {
        String body = "{\"version\":1,\"ground\":\"insolvent\"}";
        Visitor officer = program("OFFICER");
        assertThat(borrower.postJson(address + "/write-offs", body).status()).isEqualTo(403);
        assertThat(borrower.postJson(address + "/requests", "{\"kind\":\"write_off\"}")
                        .status())
                .isEqualTo(400);
        assertThat(borrower.postJson(address + "/previews", "{\"kind\":\"write_off\"}")
                        .status())
                .isEqualTo(400);
        assertThat(officer.postJson(address + "/write-offs", body.replace("insolvent", "dull"))
                        .body())
                .contains("\"ground\"", "uncollected");
        JsonNode previewed = officer.postJson(address + "/previews", "{\"kind\":\"write_off\"}")
                .json();
        JsonNode proposed = officer.postJson(address + "/write-offs", body).json();
        assertThat(proposed.get("state").asString()).isEqualTo("proposed");
        assertThat(borrower.get(address + "/requests").json()).isEmpty();
        String request = address + "/requests/" + proposed.get("id").asString();
        assertThat(borrower.postJson(request + "/withdrawal", "{\"version\":0}").status())
                .isEqualTo(404);
        assertThat(program("HEAD_OF_LENDING")
                        .postJson(request + "/decision", """
                {"version":0,"decision":"approve","on":"%s","loanVersion":1}""".formatted(f.today))
                        .status())
                .isEqualTo(201);
        assertThat(borrower.get(address + "/schedule").json()).isEqualTo(previewed.get("after"));
        JsonNode standing = borrower.get(address).json().get("standing");
        assertThat(standing.get("status").asString()).isEqualTo("written_off");
        assertThat(standing.get("tier").asString()).isEqualTo("loss");

        Visitor.Reply back = officer.postJson(
                address + "/repayments", """
                {"version":2,"amount":{"amount":"10.00","currency":"DEM"},"on":"%s","reference":"%s"}""".formatted(f.today, "LOST-" + request.substring(request.length() - 12)));

        assertThat(back.status()).as(back.body()).isEqualTo(201);
        java.math.BigDecimal before =
                new java.math.BigDecimal(standing.get("lost").get("amount").asString());
        assertThat(new java.math.BigDecimal(
                        back.json().get("standing").get("lost").get("amount").asString()))
                .isEqualByComparingTo(before.subtract(new java.math.BigDecimal("10.00")));
        JsonNode lines = officer.get(address + "/statement").json().get("lines");
        assertThat(lines.get(lines.size() - 1).get("kind").asString()).isEqualTo("recovery");
    }

    @Test
    void aRequestIsRefusedWithAReasonOrTakenBack() throws Exception {
        String holiday = "{\"kind\":\"holiday\",\"instalments\":1,\"reason\":\"income\"}";
        String request = address + "/requests/"
                + borrower.postJson(address + "/requests", holiday)
                        .json()
                        .get("id")
                        .asString();
        assertThat(borrower.postJson(address + "/requests", holiday.replace("1", "2"))
                        .body())
                .contains("/errors/", "open on the loan already");
        assertThat(program("OFFICER")
                        .postJson(request + "/proposal", "{\"version\":0}")
                        .status())
                .isEqualTo(201);
        Visitor head = program("HEAD_OF_LENDING");
        String refuse = "{\"version\":1,\"decision\":\"refuse\",\"refusal\":\"%s\"}";
        assertThat(head.postJson(request + "/decision", refuse.formatted("too_long"))
                        .body())
                .contains("\"refusal\"", "\"expected\":[\"backlog\",\"repeated\",\"other\"]");
        assertThat(head.postJson(request + "/decision", refuse.formatted("backlog"))
                        .json()
                        .get("refusal")
                        .asString())
                .isEqualTo("backlog");

        JsonNode again = borrower.postJson(address + "/requests", holiday.replace("1", "3"))
                .json();
        Visitor.Reply withdrawn = borrower.postJson(
                address + "/requests/" + again.get("id").asString() + "/withdrawal", "{\"version\":0}");
        assertThat(withdrawn.json().get("state").asString()).isEqualTo("withdrawn");
    }

    @Test
    void whatIsMalformedIsRefusedWithEveryFaultAndAsksForNothing() throws Exception {
        List<String> bodies = List.of(
                "{}",
                "{\"kind\":\"gift\"}",
                "{\"kind\":\"holiday\"}",
                "{\"kind\":\"holiday\",\"instalments\":0,\"reason\":\"income\"}",
                "{\"kind\":\"holiday\",\"instalments\":7,\"reason\":\"income\"}",
                "{\"kind\":\"holiday\",\"instalments\":\"2\",\"reason\":\"income\"}",
                "{\"kind\":\"holiday\",\"instalments\":2,\"reason\":\"laziness\"}",
                "{\"kind\":\"holiday\",\"instalments\":2,\"reason\":\"income\",\"months\":2}",
                "{\"kind\":\"extension\",\"months\":25,\"reason\":\"income\"}");
        for (String body : bodies) {
            Visitor.Reply reply = borrower.postJson(address + "/requests", body);
            assertThat(reply.status()).as(body).isEqualTo(400);
            assertThat(reply.body()).as(body).contains("\"type\":\"/errors/", "\"faults\"");
        }
        assertThat(borrower.get(address + "/requests").json()).isEmpty();
        assertThat(borrower.postJson(
                                address + "/requests", "{\"kind\":\"holiday\",\"instalments\":-1,\"reason\":\"x\"}")
                        .body())
                .contains("2 fields are wrong");
    }

    @Test
    void aStrangerSeesAndDoesNothing() throws Exception {
        String asked = "{\"kind\":\"holiday\",\"instalments\":1,\"reason\":\"income\"}";
        String request =
                borrower.postJson(address + "/requests", asked).json().get("id").asString();
        Visitor stranger =
                lender.visitor().authorized(lender.visitor().apply("Api Other").bearer());

        assertThat(stranger.get(address + "/requests").status()).isEqualTo(404);
        assertThat(stranger.postJson(address + "/requests", asked).status()).isEqualTo(404);
        assertThat(stranger.postJson(address + "/requests/" + request + "/withdrawal", "{\"version\":0}")
                        .status())
                .isEqualTo(404);
        assertThat(program("OFFICER").postJson(address + "/requests", asked).status())
                .isEqualTo(403);
    }
}
