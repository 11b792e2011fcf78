package org.quanheng.trials;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.quanheng.trials.lender.Web;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls to the API that are each wrong in a way of its own, made from one that is right. */
final class Malformed {
    /** What the sample's plan of evidence requires of each applicant; the rest is asked where it is worth asking. */
    private static final List<String> ASKED_OF_EVERYBODY = List.of(
            "purpose",
            "credit_amount",
            "duration_months",
            "full_name",
            "birth_date",
            "phone",
            "employment_since",
            "installment_rate",
            "other_debtors",
            "consent_decision");

    private static final String APPLY = "/api/applications";
    private static final String JSON_TYPE = "application/json";
    private static final String GOOD_KEY = "abuse-good-key";
    private static final int MANY_BYTES = 5_000_000;
    private static final int DEEP = 20_000;

    private final ObjectNode good;
    private final List<Call> calls = new ArrayList<>();

    Malformed(ObjectNode good) {
        this.good = good;
    }

    /**
     * A call and what must come back.
     *
     * @param key the idempotency key, empty to send none
     * @param token what stands behind Bearer, empty to send none
     * @param status the status expected
     * @param faulty every field that the error must name, and no other
     */
    record Call(
            String name,
            String method,
            String path,
            String key,
            String token,
            String type,
            byte[] body,
            int status,
            List<String> faulty) {

        HttpRequest.Builder request(Web web) {
            HttpRequest.Builder request = HttpRequest.newBuilder(web.at(path))
                    .header("Content-Type", type)
                    .method(method, BodyPublishers.ofByteArray(body));
            if (!key.isEmpty()) {
                request.header("Idempotency-Key", key);
            }
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            return request;
        }
    }

    Call good() {
        return new Call("good", "POST", APPLY, GOOD_KEY, "", JSON_TYPE, bytes(good.toString()), 201, List.of());
    }

    /** All malformed calls. */
    List<Call> calls(JsonNode applied) {
        calls.clear();
        answers();
        documents();
        bytesThatAreNoDocument();
        keysAndMethods();
        acceptances(applied);
        return List.copyOf(calls);
    }

    private void answers() {
        answer("amount as a number", a -> a.put("credit_amount", 1150), "answers.credit_amount");
        answer("amount as text", a -> amount(a, "a lot", "DEM"), "answers.credit_amount");
        answer("NaN", a -> amount(a, "NaN", "DEM"), "answers.credit_amount");
        answer("infinity", a -> amount(a, "1e999999999", "DEM"), "answers.credit_amount");
        answer("negative amount", a -> amount(a, "-1150", "DEM"), "answers.credit_amount");
        answer("huge amount", a -> amount(a, "9".repeat(400), "DEM"), "answers.credit_amount");
        answer("fractions of a cent", a -> amount(a, "1150.001", "DEM"), "answers.credit_amount");
        answer("wrong currency", a -> amount(a, "1150", "EUR"), "answers.credit_amount.currency");
        answer(
                "no currency",
                a -> a.putObject("credit_amount").put("amount", "1150"),
                "answers.credit_amount.currency");
        answer("months as text", a -> a.put("duration_months", "twelve"), "answers.duration_months");
        answer("months as a fraction", a -> a.put("duration_months", 12.5), "answers.duration_months");
        answer("negative months", a -> a.put("duration_months", -12), "answers.duration_months");
        answer("huge months", a -> a.put("duration_months", Long.MAX_VALUE), "answers.duration_months");
        answer("unknown purpose", a -> a.put("purpose", "moon_trip"), "answers.purpose");
        answer("purpose as a list", a -> a.putArray("purpose").add("radio_tv"), "answers.purpose");
        answer("purpose missing", a -> a.remove("purpose"), "answers.purpose");
        answer("purpose null", a -> a.putNull("purpose"), "answers.purpose");
        answer("a birth date that does not exist", a -> a.put("birth_date", "1976-02-30"), "answers.birth_date");
        answer("born tomorrow", a -> a.put("birth_date", "2999-01-01"), "answers.birth_date");
        answer("born last year", a -> a.put("birth_date", "2025-01-01"), "answers.birth_date");
        answer("name of control characters", a -> a.put("full_name", "\u0000\u0007"), "answers.full_name");
        answer("name of 10,000 letters", a -> a.put("full_name", "x".repeat(10_000)), "answers.full_name");
        answer("telephone of letters", a -> a.put("phone", "call me"), "answers.phone");
        answer("consent refused", a -> a.put("consent_decision", false), "answers.consent_decision");
        answer("consent as text", a -> a.put("consent_decision", "yes"), "answers.consent_decision");
        answer("unknown field", a -> a.put("is_admin", true), "answers.is_admin");
        answer(
                "five faults at once",
                a -> {
                    amount(a, "-1", "USD");
                    a.put("purpose", "moon_trip").put("duration_months", 0).put("housing", 7);
                },
                "answers.credit_amount",
                "answers.credit_amount.currency",
                "answers.purpose",
                "answers.duration_months",
                "answers.housing");
    }

    private void documents() {
        document("no product", whole -> whole.remove("product"), "product");
        document("unknown product", whole -> whole.put("product", "free-money"), "product");
        document("product as a number", whole -> whole.put("product", 7), "product");
        document("no answers", whole -> whole.remove("answers"), allAnswers());
        document("answers as text", whole -> whole.put("answers", "all fine"), allAnswers());
        document("unknown field at the top", whole -> whole.put("approve", true), "approve");
    }

    /** Where there are no answers, every one that is asked of everybody is missing. */
    private static String[] allAnswers() {
        return Stream.concat(Stream.of("answers"), ASKED_OF_EVERYBODY.stream().map(name -> "answers." + name))
                .toArray(String[]::new);
    }

    private void bytesThatAreNoDocument() {
        byte[] whole = bytes(good.toString());
        raw("nothing", new byte[0], 400);
        raw("no JSON", bytes("let me in"), 400);
        raw("a list", bytes("[1,2,3]"), 400);
        raw("null", bytes("null"), 400);
        raw("cut off", Arrays.copyOf(whole, whole.length / 2), 400);
        raw("something behind the end", bytes(good + " {}"), 400);
        raw("a field twice", bytes("{\"product\":\"a\"," + good.toString().substring(1)), 400);
        byte[] broken = whole.clone();
        broken[good.toString().indexOf("radio") < 0 ? 20 : good.toString().indexOf("radio")] = (byte) 0xC3;
        raw("broken UTF-8", broken, 400);
        raw("5 MB", bytes("{\"product\":\"" + "x".repeat(MANY_BYTES) + "\"}"), 413);
        raw("deep nesting", bytes("{\"product\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}"), 400);
        raw("NaN as a number", bytes("{\"product\":NaN}"), 400);
    }

    private void keysAndMethods() {
        byte[] whole = bytes(good.toString());
        ObjectNode other = good.deepCopy();
        ((ObjectNode) other.get("answers")).put("duration_months", 13);
        calls.add(new Call("no key", "POST", APPLY, "", "", JSON_TYPE, whole, 400, List.of()));
        calls.add(new Call("short key", "POST", APPLY, "1", "", JSON_TYPE, whole, 400, List.of()));
        calls.add(new Call("long key", "POST", APPLY, "k".repeat(101), "", JSON_TYPE, whole, 400, List.of()));
        calls.add(new Call(
                "a key again with another body",
                "POST",
                APPLY,
                GOOD_KEY,
                "",
                JSON_TYPE,
                bytes(other.toString()),
                409,
                List.of()));
        calls.add(new Call(
                "as XML", "POST", APPLY, "abuse-xml-key", "", "application/xml", bytes("<a/>"), 415, List.of()));
        calls.add(new Call("as text", "POST", APPLY, "abuse-text-key", "", "text/plain", whole, 415, List.of()));
    }

    private void acceptances(JsonNode applied) {
        String id = applied.get("id").asString();
        String path = APPLY + "/" + id + "/acceptance";
        String token = id + "." + applied.get("resumeCode").asString();
        calls.add(acceptance("acceptance without a sign-in", path, "", "{\"offer\":\"as_asked\"}", 401));
        calls.add(
                acceptance("acceptance with a wrong code", path, id + ".AAAAA-AAAAA", "{\"offer\":\"as_asked\"}", 401));
        calls.add(acceptance("an offer that was not made", path, token, "{\"offer\":\"free\"}", 404));
        calls.add(acceptance("an offer that is a number", path, token, "{\"offer\":1}", 400, "offer"));
        calls.add(acceptance("no offer and an unknown field", path, token, "{\"loan\":1}", 400, "offer", "loan"));
        calls.add(acceptance(
                "an id that is none", APPLY + "/not-an-id/acceptance", token, "{\"offer\":\"as_asked\"}", 404));
    }

    private static Call acceptance(String name, String path, String token, String body, int status, String... faulty) {
        return new Call(
                name,
                "POST",
                path,
                "abuse-" + name.replace(' ', '-'),
                token,
                JSON_TYPE,
                bytes(body),
                status,
                List.of(faulty));
    }

    private void answer(String name, Consumer<ObjectNode> spoil, String... faulty) {
        document(name, whole -> spoil.accept((ObjectNode) whole.get("answers")), faulty);
    }

    private void document(String name, Consumer<ObjectNode> spoil, String... faulty) {
        ObjectNode whole = good.deepCopy();
        spoil.accept(whole);
        calls.add(new Call(
                name,
                "POST",
                APPLY,
                "abuse-" + name.replaceAll("[^a-zA-Z0-9]", "-"),
                "",
                JSON_TYPE,
                bytes(whole.toString()),
                400,
                List.of(faulty)));
    }

    private void raw(String name, byte[] body, int status) {
        calls.add(new Call(
                name, "POST", APPLY, "abuse-" + name.replace(' ', '-'), "", JSON_TYPE, body, status, List.of()));
    }

    private static void amount(ObjectNode answers, String amount, String currency) {
        answers.putObject("credit_amount").put("amount", amount).put("currency", currency);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
