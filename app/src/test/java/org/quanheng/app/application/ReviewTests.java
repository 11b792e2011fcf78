package org.quanheng.app.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;
import org.quanheng.app.Visitor;
import org.quanheng.app.sample.SampleLender;
import tools.jackson.databind.JsonNode;

/** A decline that the applicant asks a person to look at: confirmed by one, approved only by two within authority. */
class ReviewTests {
    private static final RunningLender LENDER = RunningLender.get();
    private static final AtomicInteger KEYS = new AtomicInteger();

    @Test
    void twoPersonsApproveWhatThePolicyDeclinedForItsRisk() throws IOException, InterruptedException, SQLException {
        Applicant applicant = declined(0.34, 0.50);
        applicant.asksForAPerson();
        Visitor underwriter = staff("UNDERWRITER");
        Visitor head = staff("HEAD_OF_LENDING");

        assertThat(applicant.decide(head, "approve")).isEqualTo(403);
        assertThat(applicant.decide(underwriter, "propose")).isEqualTo(302);
        assertThat(applicant.decide(underwriter, "propose")).isEqualTo(403);
        assertThat(applicant.decide(underwriter, "approve")).isEqualTo(403);
        assertThat(applicant.casePage(underwriter)).contains("You proposed this approval");
        assertThat(applicant.decide(staff("OFFICER"), "approve")).isEqualTo(403);
        assertThat(applicant.decide(head, "approve")).isEqualTo(302);

        JsonNode answer = applicant.answer();
        assertThat(answer.get("state").asString()).isEqualTo("OFFERED");
        assertThat(answer.get("offers")).isNotEmpty();
        assertThat(applicant.accepts(answer.get("offers").get(0).get("offer").asString()))
                .isEqualTo(201);
        assertThat(applicant.decisions())
                .containsExactly("policy DECLINE", "customer REFER", "account REFER", "account APPROVE");
        assertThat(LENDER.column("select act from audit_record where subject = 'application:" + applicant.id()
                        + "' order by id"))
                .containsExactly(
                        "application.submit",
                        "application.resume",
                        "review.ask",
                        "case.propose",
                        "case.decide",
                        "offer.accept");
        assertThat(LENDER.column(
                        "select distinct receipt_sha256 from decision where application_id = '" + applicant.id() + "'"))
                .containsExactly(answer.get("receiptSha256").asString());
    }

    @Test
    void whoeverProposedTheApprovalDoesNotDecideIt() throws IOException, InterruptedException, SQLException {
        Applicant applicant = declined(0.34, 0.50);
        applicant.asksForAPerson();
        Visitor head = staff("HEAD_OF_LENDING");
        assertThat(applicant.decide(head, "propose")).isEqualTo(302);
        assertThat(applicant.decide(head, "approve")).isEqualTo(403);
        assertThat(applicant.answer().get("state").asString()).isEqualTo("REFERRED");
        assertThat(applicant.decide(staff("OFFICER"), "decline")).isEqualTo(302);
        assertThat(applicant.answer().get("state").asString()).isEqualTo("DECLINED");
    }

    @Test
    void nobodyApprovesWhatIsTooRiskyForEveryAuthority() throws IOException, InterruptedException {
        Applicant applicant = declined(0.50, 1);
        applicant.asksForAPerson();
        assertThat(applicant.decide(staff("UNDERWRITER"), "propose")).isEqualTo(302);
        assertThat(applicant.decide(staff("HEAD_OF_LENDING"), "approve")).isEqualTo(403);
        assertThat(applicant.casePage(staff("HEAD_OF_LENDING"))).contains("above your authority");
    }

    private record Applicant(String id, Visitor visitor) {

        void asksForAPerson() throws IOException, InterruptedException {
            assertThat(visitor.post(
                                    "/applications/" + id + "/review-request",
                                    Map.of("idempotency_key", key(), "note", "I have work again."))
                            .status())
                    .isEqualTo(302);
        }

        int decide(Visitor staff, String decision) throws IOException, InterruptedException {
            return staff.post(
                            "/cases/" + id + "/decision",
                            Map.of(
                                    "decision",
                                    decision,
                                    "reason",
                                    "person_judgement",
                                    "note",
                                    "Spoke with the employer.",
                                    "idempotency_key",
                                    key()))
                    .status();
        }

        String casePage(Visitor staff) throws IOException, InterruptedException {
            return staff.get("/cases/" + id).body();
        }

        JsonNode answer() throws IOException, InterruptedException {
            return visitor.get("/api/applications/" + id).json();
        }

        int accepts(String offer) throws IOException, InterruptedException {
            return visitor.postJson("/api/applications/" + id + "/acceptance", "{\"offer\":\"" + offer + "\"}")
                    .status();
        }

        List<String> decisions() throws SQLException {
            return LENDER.column(
                    "select split_part(maker, ':', 1) || ' ' || outcome from decision where application_id = '" + id
                            + "' order by sequence");
        }
    }

    private static String key() {
        return "key-of-review-" + KEYS.incrementAndGet();
    }

    /** Somebody whom the policy declined with a PD above the first and up to the second. */
    private static Applicant declined(double above, double most) throws IOException, InterruptedException {
        String risky = Visitor.GOOD_APPLICATION
                .formatted("Wei Review")
                .replace("\"none\",\"savings\":\"1000_or_more\"", "\"below_0\",\"savings\":\"below_100\"")
                .replace("critical_or_elsewhere", above < 0.5 ? "existing_paid" : "no_credits")
                .replace("7_years_or_more", above < 0.5 ? "7_years_or_more" : "below_1_year");
        for (int months = 4; months <= 72; months++) {
            Visitor visitor = LENDER.visitor();
            Visitor.Reply reply = visitor.postJson(
                    "/api/applications", risky.replace("\"duration_months\":12", "\"duration_months\":" + months));
            JsonNode answer = reply.json();
            double pd = answer.get("pd").asDouble();
            if (answer.get("state").asString().equals("DECLINED") && pd > above && pd <= most) {
                Visitor.Applied applied = new Visitor.Applied(
                        answer.get("id").asString(),
                        answer.get("number").asString(),
                        answer.get("resumeCode").asString(),
                        answer);
                visitor.resume(applied);
                return new Applicant(applied.id(), visitor.authorized(applied.bearer()));
            }
        }
        throw new AssertionError("expected a decline with a PD above " + above + " and up to " + most + ", came none");
    }

    private static Visitor staff(String role) throws IOException, InterruptedException {
        SampleLender.SignIn signIn = LENDER.signInOf(role);
        Visitor visitor = LENDER.visitor();
        assertThat(visitor.signIn(signIn.login(), signIn.password()).status()).isEqualTo(302);
        return visitor;
    }
}
