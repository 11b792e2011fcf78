package org.quanheng.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;
import org.quanheng.app.Visitor;

/** Sessions: own data only, a token in every form, and the end at sign-out. */
class SessionTests {
    private static final RunningLender LENDER = RunningLender.get();

    @Test
    void somebodyElsesApplicationIsAsIfThereWereNone() throws IOException, InterruptedException {
        Visitor.Applied mine = LENDER.visitor().apply("Own Er");
        Visitor.Applied theirs = LENDER.visitor().apply("Other Person");
        Visitor visitor = LENDER.visitor();
        visitor.resume(mine);
        String other = "/applications/" + theirs.id();

        assertThat(visitor.get("/applications/" + mine.id() + "/answer").status())
                .isEqualTo(200);
        assertThat(visitor.get(other).status()).isEqualTo(404);
        assertThat(visitor.get(other + "/answer").status()).isEqualTo(404);
        assertThat(visitor.get(other + "/steps/you").status()).isEqualTo(404);
        assertThat(visitor.post(other + "/steps/you", Map.of("idempotency_key", "key-of-a-stranger"))
                        .status())
                .isEqualTo(404);
        assertThat(visitor.post(
                                other + "/acceptance",
                                Map.of("idempotency_key", "key-of-a-stranger", "offer", "as_asked", "read", "yes"))
                        .status())
                .isEqualTo(404);
        assertThat(visitor.post(other + "/review-request", Map.of("idempotency_key", "key-of-a-stranger"))
                        .status())
                .isEqualTo(404);

        Visitor program = LENDER.visitor().authorized(mine.bearer());
        assertThat(program.get("/api/applications/" + mine.id()).status()).isEqualTo(200);
        assertThat(program.get("/api/applications/" + theirs.id()).status()).isEqualTo(404);
        assertThat(program.postJson("/api/applications/" + theirs.id() + "/acceptance", "{\"offer\":\"as_asked\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void somebodyElsesLoanIsAsIfThereWereNone() throws IOException, InterruptedException {
        Visitor.Applied theirs = LENDER.visitor().apply("Loan Holder");
        String offer = theirs.answer().get("offers").get(0).get("offer").asString();
        Visitor.Reply accepted = LENDER.visitor()
                .authorized(theirs.bearer())
                .postJson("/api/applications/" + theirs.id() + "/acceptance", "{\"offer\":\"" + offer + "\"}");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(201);
        String loan = "/loans/" + accepted.json().get("loan").asString();

        Visitor owner = LENDER.visitor();
        owner.resume(theirs);
        assertThat(owner.get(loan).status()).isEqualTo(200);
        Visitor stranger = LENDER.visitor();
        stranger.resume(LENDER.visitor().apply("Stran Ger"));
        assertThat(stranger.get(loan).status()).isEqualTo(404);
    }

    @Test
    void aWrongCodeLetsNobodyIn() throws IOException, InterruptedException {
        Visitor.Applied theirs = LENDER.visitor().apply("Code Owner");
        Visitor visitor = LENDER.visitor();
        assertThat(visitor.post("/resume", Map.of("application", theirs.number(), "code", "AAAAA-AAAAA"))
                        .status())
                .isEqualTo(400);
        assertThat(visitor.get("/applications/" + theirs.id()).location()).endsWith("/resume");
        assertThat(LENDER.visitor()
                        .authorized("Bearer " + theirs.id() + ".AAAAA-AAAAA")
                        .get("/api/applications/" + theirs.id())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws IOException, InterruptedException, SQLException {
        String before = LENDER.column("select count(*) from application").getFirst();
        Map<String, String> form =
                Map.of("purpose", "radio_tv", "amount", "1000", "months", "12", "idempotency_key", "key-without-token");
        assertThat(LENDER.visitor().postWithoutToken("/applications", form).status())
                .isEqualTo(403);
        Visitor applicant = LENDER.visitor();
        Visitor.Applied applied = applicant.apply("To Ken");
        applicant.resume(applied);
        assertThat(applicant
                        .postWithoutToken(
                                "/applications/" + applied.id() + "/acceptance",
                                Map.of("idempotency_key", "key-without-token", "offer", "as_asked", "read", "yes"))
                        .status())
                .isEqualTo(403);
        assertThat(applicant.postWithoutToken("/sign-out", Map.of()).status()).isEqualTo(403);
        assertThat(LENDER.column("select count(*) - 1 from application")).containsExactly(before);
    }

    @Test
    void aSessionDiesAtSignOut() throws IOException, InterruptedException {
        var signIn = LENDER.signInOf("AUDITOR");
        Visitor auditor = LENDER.visitor();
        auditor.signIn(signIn.login(), signIn.password());
        assertThat(auditor.get("/audit").status()).isEqualTo(200);
        String session = auditor.session();
        assertThat(auditor.post("/sign-out", Map.of()).location()).contains("signed_out");
        assertThat(auditor.get("/audit").location()).endsWith("/sign-in");
        assertThat(LENDER.visitor().withSession(session).get("/audit").location())
                .as("the old cookie, kept by a thief")
                .endsWith("/sign-in");
    }

    @Test
    void theSessionIsANewOneAfterSignIn() throws IOException, InterruptedException {
        var signIn = LENDER.signInOf("OFFICER");
        Visitor officer = LENDER.visitor();
        officer.get("/sign-in");
        String before = officer.session();
        officer.signIn(signIn.login(), signIn.password());
        assertThat(officer.session()).isNotEqualTo(before);
    }
}
