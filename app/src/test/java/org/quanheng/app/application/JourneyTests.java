package org.quanheng.app.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;
import org.quanheng.app.Visitor;
import org.quanheng.app.decision.Decision;
import org.quanheng.app.decision.Decisions;
import org.quanheng.policy.Receipts;
import org.quanheng.policy.risk.NotAsked;
import tools.jackson.databind.JsonNode;

/** Applicants over HTTP: what each is asked follows the plan of the live policy. */
class JourneyTests {
    private static final RunningLender LENDER = RunningLender.get();
    private static final AtomicInteger KEYS = new AtomicInteger();
    private static final List<String> REQUIRED = List.of("you", "work", "income", "consent");

    /** A person of whom every fact speaks well. */
    private static final Map<String, String> CLEAR = Map.ofEntries(
            Map.entry("purpose", "radio_tv"),
            Map.entry("amount", "1150"),
            Map.entry("months", "12"),
            Map.entry("full_name", "Clara Keller"),
            Map.entry("birth_date", "1976-3-4"),
            Map.entry("phone", "+49 30 23125 001"),
            Map.entry("employment_since", "7_years_or_more"),
            Map.entry("installment_rate", "2"),
            Map.entry("other_debtors", "none"),
            Map.entry("consent_decision", "yes"),
            Map.entry("checking_status", "none"),
            Map.entry("savings", "1000_or_more"),
            Map.entry("credit_history", "critical_or_elsewhere"),
            Map.entry("other_installment_plans", "none"),
            Map.entry("existing_credits", "2"),
            Map.entry("housing", "own"),
            Map.entry("residence_since", "4"),
            Map.entry("num_dependents", "1"),
            Map.entry("property", "real_estate"),
            Map.entry("job", "skilled"),
            Map.entry("telephone", "yes"));

    /** The same person with a larger loan over a longer time, and an account that does not decide: a close call. */
    private static Map<String, String> close() {
        Map<String, String> close = new LinkedHashMap<>(CLEAR);
        close.put("purpose", "new_car");
        close.put("amount", "4000");
        close.put("months", "24");
        close.put("employment_since", "1_to_4_years");
        close.put("checking_status", "0_to_200");
        close.put("savings", "below_100");
        close.put("credit_history", "existing_paid");
        return close;
    }

    /** Somebody on the way: a browser, an application, and what was asked so far. */
    private static final class Walk {
        private Visitor visitor = LENDER.visitor();
        private final Map<String, String> facts;
        private final String id;
        private final List<String> asked = new ArrayList<>();

        Walk(Map<String, String> facts) throws IOException, InterruptedException {
            this.facts = facts;
            Visitor.Reply begun = visitor.post(
                    "/applications",
                    Map.of(
                            "purpose", String.valueOf(facts.get("purpose")),
                            "amount", String.valueOf(facts.get("amount")),
                            "months", String.valueOf(facts.get("months")),
                            "idempotency_key", key()));
            assertThat(begun.status()).as(begun.body()).isEqualTo(302);
            id = begun.location().replaceAll(".*/applications/", "");
        }

        private static String key() {
            return "journey-tests-" + KEYS.incrementAndGet();
        }

        /** Where the application stands: the code of a step, or "answer". */
        String at() throws IOException, InterruptedException {
            return visitor.get("/applications/" + id).location().replaceAll(".*/", "");
        }

        Visitor.Reply look(String step) throws IOException, InterruptedException {
            return visitor.get("/applications/" + id + "/steps/" + step);
        }

        void answer(String step) throws IOException, InterruptedException {
            Map<String, String> form = new LinkedHashMap<>(facts);
            form.put("idempotency_key", key());
            Visitor.Reply reply = visitor.post("/applications/" + id + "/steps/" + step, form);
            assertThat(reply.status()).as("%s: %s", step, reply.body()).isEqualTo(302);
            asked.add(step);
        }

        Walk toTheAnswer() throws IOException, InterruptedException {
            for (String step = at(); !step.equals("answer"); step = at()) {
                assertThat(look(step).status()).isEqualTo(200);
                answer(step);
            }
            return this;
        }

        Decision decision() {
            return LENDER.part(Decisions.class).of(UUID.fromString(id)).getFirst();
        }

        boolean askedEverything() throws SQLException {
            return LENDER.column("select ask_everything from application where id = '" + id + "'")
                    .contains("t");
        }
    }

    /** Walks as often as it takes to meet somebody whom chance did not choose to be asked everything. */
    private static Walk walked(Map<String, String> facts) throws IOException, InterruptedException, SQLException {
        Walk walk = new Walk(facts).toTheAnswer();
        return walk.askedEverything() ? walked(facts) : walk;
    }

    @Test
    void aClearCaseIsAskedLessThanACloseOneAndNeitherSkipsWhatIsRequired() throws Exception {
        Walk clear = walked(CLEAR);
        Walk close = walked(close());

        assertThat(clear.asked).startsWith(REQUIRED.toArray(new String[0])).doesNotHaveDuplicates();
        assertThat(close.asked).startsWith(REQUIRED.toArray(new String[0])).doesNotHaveDuplicates();
        assertThat(clear.asked.size()).isLessThan(close.asked.size());
    }

    @Test
    void theReceiptSaysWhatWasNotAskedAndRecomputes() throws Exception {
        Walk walk = walked(CLEAR);
        Decisions decisions = LENDER.part(Decisions.class);
        List<NotAsked> left = decisions.answerOf(walk.decision()).assessment().notAsked();

        assertThat(left).isNotEmpty().allSatisfy(one -> {
            assertThat(one.why()).isIn(NotAsked.Why.CHANGES_NOTHING, NotAsked.Why.NOT_WORTH_ITS_PRICE);
            assertThat(walk.asked).doesNotContain(one.step());
            assertThat(walk.decision().receipt().json()).contains("\"step\":\"" + one.step() + "\"");
        });
        assertThat(Receipts.verify(walk.decision().receipt(), decisions.policyOf(walk.decision())))
                .isTrue();
        assertThat(walk.visitor.get("/applications/" + walk.id + "/answer").body())
                .contains("We did not ask about");
    }

    @Test
    void anotherDeviceGoesOnAtTheSameStep() throws Exception {
        Walk walk = new Walk(close());
        while (REQUIRED.contains(walk.at())) {
            walk.answer(walk.at());
        }
        String before = walk.at();
        String page = walk.look(before).body();
        String code = page.replaceAll("(?s).*/resume\\?application=\\d+&amp;code=([^\"]+)\".*", "$1");
        String number = page.replaceAll("(?s).*/resume\\?application=(\\d+)&amp;.*", "$1");

        walk.visitor = LENDER.visitor();
        walk.visitor.post("/resume", Map.of("application", number, "code", code));

        assertThat(walk.at()).isEqualTo(before);
        walk.toTheAnswer();
        assertThat(new HashSet<>(walk.asked)).hasSameSizeAs(walk.asked);
    }

    @Test
    void backShowsWhatWasAnsweredAndChangingItLosesNothing() throws Exception {
        Walk walk = new Walk(close());
        walk.answer("you");
        walk.answer("work");

        assertThat(walk.look("work").body()).contains("value=\"1_to_4_years\" checked");
        assertThat(walk.look("income").body()).contains("/steps/work\"");
        walk.facts.put("employment_since", "4_to_7_years");
        walk.answer("work");

        assertThat(walk.at()).isEqualTo("income");
        assertThat(walk.look("work").body()).contains("value=\"4_to_7_years\" checked");
        assertThat(walk.look("you").body()).contains("Clara Keller");
    }

    @Test
    void aStepThatCouldBeLeftOutSaysWhatItCanChange() throws Exception {
        Walk walk = new Walk(close());
        while (REQUIRED.contains(walk.at())) {
            walk.answer(walk.at());
        }

        assertThat(walk.look(walk.at()).body())
                .contains("the answer can still be")
                .contains("class=\"perhaps\"");
    }

    @Test
    void aProgramMayAnswerLessAndIsAskedWhatIsWorthIt() throws Exception {
        Visitor visitor = LENDER.visitor();
        String required = """
                {"product":"consumer-instalment","answers":{"purpose":"new_car","credit_amount":{"amount":"4000","currency":"DEM"},
                "duration_months":24,"full_name":"Program","birth_date":"1976-03-04","phone":"+49 30 23125 001",
                "employment_since":"1_to_4_years","other_debtors":"none","installment_rate":"2","consent_decision":true}}""";
        Visitor.Reply reply = visitor.postJson("/api/applications", required);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        JsonNode standing = reply.json();
        String id = standing.get("id").asString();
        visitor.authorized("Bearer " + id + "." + standing.get("resumeCode").asString());

        Map<String, String> facts = close();
        List<String> asked = new ArrayList<>();
        while (standing.get("state").asString().equals("DRAFT")) {
            asked.add(standing.at("/next/step").asString());
            List<String> answers = new ArrayList<>();
            for (JsonNode question : standing.at("/next/questions")) {
                String fact = question.get("fact").asString();
                answers.add("\"" + fact + "\":\"" + facts.get(fact) + "\"");
            }
            reply = visitor.postJson(
                    "/api/applications/" + id + "/answers", "{\"answers\":{" + String.join(",", answers) + "}}");
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            standing = reply.json();
        }

        assertThat(asked).isNotEmpty().doesNotHaveDuplicates();
        assertThat(standing.get("receiptSha256").asString()).hasSize(64);
    }

    @Test
    void aProgramThatLeavesOutWhatIsRequiredOrHalfAStepIsToldAllOfIt() throws Exception {
        Visitor.Reply reply = LENDER.visitor().postJson("/api/applications", """
                        {"product":"consumer-instalment","answers":{"purpose":"new_car","credit_amount":{"amount":"4000","currency":"DEM"},
                        "duration_months":24,"full_name":"Program","birth_date":"1976-03-04","phone":"+49 30 23125 001",
                        "employment_since":"1_to_4_years","other_debtors":"none","savings":"below_100","consent_decision":true}}""");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .contains("answers.installment_rate", "answers.checking_status")
                .doesNotContain("housing");
    }
}
