package org.quanheng.app.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.quanheng.app.Visitor;
import org.quanheng.app.decision.Policies;
import org.quanheng.app.decision.PolicySource;
import org.quanheng.app.sample.SampleLender;
import org.quanheng.policy.document.Changes;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How far a plan can be changed: as the policy said when the loan was signed. */
class ChangeLimitsTests extends LoanVisits {
    private static final String THREE_AND_SIXTY = "2099-02-01.1";

    private final Policies policies = lender.part(Policies.class);

    /** A loan that somebody has just signed, and the same person over the API. */
    private record Signed(Borrower borrower, Visitor api) {
        String path(String path) {
            return "/api/loans/" + borrower.loan() + path;
        }
    }

    @Test
    void theLimitsOfThePolicyHoldOnPagesAndInTheApiForAsLongAsTheLoanRuns() throws Exception {
        String before = policies.live().orElseThrow().document().version();
        Signed signed;
        publish(
                before,
                THREE_AND_SIXTY,
                document -> document.putObject("changes")
                        .put("holidayInstalmentsMax", 3)
                        .put("restructuringInstalmentsMax", 60));
        try {
            signed = sign("Three And Sixty");
        } finally {
            publish(before, "2099-02-01.2", document -> {});
        }

        assertThat(loan(signed.borrower()).contract().changes()).isEqualTo(new Changes(3, 60));
        holidayIsHeldTo(3, signed);
        restructuringIsHeldTo(60, signed);
    }

    @Test
    void aPolicyThatSaysNothingHoldsWhatHeldForAll() throws Exception {
        Signed signed = sign("Six And More");

        assertThat(loan(signed.borrower()).contract().changes()).isEqualTo(Changes.DEFAULT);
        holidayIsHeldTo(6, signed);
        restructuringIsHeldTo(120, signed);
    }

    @Test
    void theFirstProposalOfAHolidayKeepsTheLimit() throws Exception {
        Signed signed = sign("One Only");
        lender.tamper("update loan set holiday_instalments_max = 1 where id = '%s'"
                .formatted(signed.borrower().loan()));

        assertThat(signed.borrower().page("/holiday").body())
                .contains("name=\"instalments\" id=\"f-instalments\" value=\"1\"", "With the holiday")
                .doesNotContain("id=\"errors\"");
    }

    @Test
    void theDatabaseKeepsOnlyLimitsThatAnAccountTakes() throws Exception {
        UUID loan = UUID.fromString(sign("Limits Kept").borrower().loan());
        for (String set : new String[] {"holiday_instalments_max = 0", "restructuring_instalments_max = 601"}) {
            assertThatThrownBy(() -> lender.part(JdbcClient.class)
                            .sql("update loan set " + set + " where id = ?")
                            .param(loan)
                            .update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    private void holidayIsHeldTo(int most, Signed signed) throws Exception {
        int more = most + 1;
        Borrower borrower = signed.borrower();
        assertThat(refusal(borrower.page("/holiday?instalments=" + more).body()))
                .contains("between 1 and " + most);
        assertThat(refusal(borrower.page("/holiday?lang=zh&instalments=" + more).body()))
                .contains("请填 1 到 " + most + " 之间的数");
        Visitor.Reply form = borrower.page("/holiday?lang=en&instalments=" + most);
        assertThat(form.body())
                .contains("min=\"1\" max=\"" + most + "\"", "With the holiday")
                .doesNotContain("id=\"errors\"");
        String path = "/loans/" + borrower.loan() + "/holiday";
        Visitor.Reply refused = borrower.visitor()
                .post(
                        path,
                        Map.of(
                                "instalments",
                                Integer.toString(more),
                                "reason",
                                "family",
                                "idempotency_key",
                                key(form)));
        assertThat(refusal(refused.body())).contains("between 1 and " + most);

        String holiday = "{\"kind\":\"holiday\",\"instalments\":%d%s}";
        for (Visitor.Reply reply : new Visitor.Reply[] {
            signed.api().postJson(signed.path("/previews"), holiday.formatted(more, "")),
            signed.api().postJson(signed.path("/requests"), holiday.formatted(more, ",\"reason\":\"family\""))
        }) {
            assertThat(reply.status()).as(reply.body()).isEqualTo(400);
            assertThat(reply.body()).contains("\"instalments\"", "between 1 and " + most);
        }
        assertThat(lender.part(LoanRequests.class).of(UUID.fromString(borrower.loan())))
                .isEmpty();
        assertThat(signed.api()
                        .postJson(signed.path("/previews"), holiday.formatted(most, ""))
                        .status())
                .isEqualTo(200);
    }

    private void restructuringIsHeldTo(int most, Signed signed) throws Exception {
        int more = most + 1;
        String monthly = "\"amount\":{\"amount\":\"60.00\",\"currency\":\"DEM\"}";
        Visitor.Reply asked = signed.api()
                .postJson(
                        signed.path("/requests"), "{\"kind\":\"restructuring\"," + monthly + ",\"reason\":\"family\"}");
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        assertThat(asked.json().get("instalments").asInt()).isBetween(1, most);
        String request = signed.path("/requests/") + asked.json().get("id").asString();
        String terms = "\"instalments\":%d}";
        Visitor program = program();
        for (Visitor.Reply reply : new Visitor.Reply[] {
            program.postJson(signed.path("/previews"), "{\"kind\":\"restructuring\"," + terms.formatted(more)),
            program.postJson(request + "/proposal", "{\"version\":0," + terms.formatted(more))
        }) {
            assertThat(reply.status()).as(reply.body()).isEqualTo(400);
            assertThat(reply.body()).contains("\"instalments\"", "between 1 and " + most);
        }
        String address = "/servicing/" + signed.borrower().loan();
        Visitor officer = staff("OFFICER");
        assertThat(refusal(officer.get(address + "?lang=en&instalments=" + more).body()))
                .contains("between 1 and " + most);
        assertThat(officer.get(address + "?instalments=" + most).body()).doesNotContain("id=\"errors\"");
        assertThat(program.postJson(request + "/proposal", "{\"version\":0," + terms.formatted(most))
                        .status())
                .isEqualTo(201);
    }

    private Signed sign(String name) throws Exception {
        Visitor visitor = lender.visitor();
        Visitor.Applied applied = visitor.apply(name);
        Visitor api = lender.visitor().authorized(applied.bearer());
        String offer = applied.answer().get("offers").get(0).get("offer").asString();
        String loan = api.postJson("/api/applications/" + applied.id() + "/acceptance", "{\"offer\":\"" + offer + "\"}")
                .json()
                .get("loan")
                .asString();
        visitor.resume(applied);
        return new Signed(new Borrower(visitor, loan), api);
    }

    private Visitor program() {
        SampleLender.SignIn signIn = lender.signInOf("OFFICER");
        String pair = signIn.login() + ":" + signIn.password();
        return lender.visitor()
                .authorized("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** Publishes a policy again under another version, its document changed. */
    private void publish(String version, String as, Consumer<ObjectNode> change) {
        JsonMapper json = JsonMapper.shared();
        PolicySource source = policies.source(version);
        ObjectNode document = (ObjectNode) json.readTree(source.document());
        change.accept(document.put("version", as));
        policies.publish(
                "change-limits-tests",
                new PolicySource(
                        json.writeValueAsString(document), source.eligibility(), source.modelId(), source.evidence()));
    }
}
