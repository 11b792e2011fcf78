package org.quanheng.trials;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Phrase;
import org.quanheng.trials.lender.Applicant;
import org.quanheng.trials.lender.Database;
import org.quanheng.trials.lender.Form;
import org.quanheng.trials.lender.Lender;
import org.quanheng.trials.lender.Web;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Equal writes at once: each storm leaves exactly one trace, and everybody in it gets the same answer. */
@Command(
        name = "storm",
        description =
                "50 equal submissions, 50 equal steps and 50 equal acceptances at once: each is done exactly once.")
final class Storm extends Trial {
    static final int EQUAL = 50;

    @Override
    ObjectNode attempt(Consumer<Phrase> progress) throws IOException, InterruptedException, SQLException {
        progress.accept(Phrase.of("opening a lender"));
        try (Lender lender = Lender.opened()) {
            return storm(lender);
        }
    }

    static ObjectNode storm(Lender lender) throws IOException, InterruptedException, SQLException {
        ObjectNode seen = Web.JSON.createObjectNode();
        try (Web web = new Web(lender.address(), "en");
                Connection connection = lender.sql()) {
            Database database = new Database(connection);
            Applicant applicant = Applicant.all().get(1);
            String json = applicant
                    .application(web.open("/api/products").json().get(0))
                    .toString();
            boolean held = submissions(web, database, json, seen);
            held &= acceptances(web, database, seen);
            held &= steps(lender, database, applicant, seen);
            return seen.put(HELD, held);
        }
    }

    private static boolean submissions(Web web, Database database, String json, ObjectNode seen)
            throws InterruptedException, SQLException {
        long before = database.number("select count(*) from application");
        String key = "storm-" + UUID.nameUUIDFromBytes(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        List<Web.Reply> replies = AtOnce.times(EQUAL, () -> web.postJson("/api/applications", key, "", json));
        long applications = database.number("select count(*) from application") - before;
        return note(seen, "submissions", replies, applications, 201);
    }

    private static boolean acceptances(Web web, Database database, ObjectNode seen)
            throws IOException, InterruptedException, SQLException {
        JsonNode offered = null;
        JsonNode product = web.open("/api/products").json().get(0);
        for (Applicant applicant : Applicant.all()) {
            JsonNode answer = web.postJson(
                            "/api/applications",
                            "storm-offer-" + applicant.row(),
                            "",
                            applicant.application(product).toString())
                    .json();
            if (answer.path("state").asString("").equals("OFFERED")) {
                offered = answer;
                break;
            }
        }
        if (offered == null) {
            throw new IllegalStateException("expected an offer for one of the sample's applicants, came none");
        }
        String id = offered.get("id").asString();
        String token = id + "." + offered.get("resumeCode").asString();
        String body = Web.JSON
                .createObjectNode()
                .put("offer", offered.get("offers").get(0).get("offer").asString())
                .toString();
        long before = database.number("select count(*) from loan");
        List<Web.Reply> replies = AtOnce.times(
                EQUAL, () -> web.postJson("/api/applications/" + id + "/acceptance", "storm-acceptance", token, body));
        return note(seen, "acceptances", replies, database.number("select count(*) from loan") - before, 201);
    }

    private static boolean steps(Lender lender, Database database, Applicant applicant, ObjectNode seen)
            throws IOException, InterruptedException, SQLException {
        try (Web person = new Web(lender.address(), "zh-CN")) {
            Form start = Form.of(person.open("/"), "/applications", applicant);
            Web.Reply step = person.submit(start.action(), start.fields());
            Form form = Form.of(step, step.path(), applicant);
            String subject = "application:" + step.path().split("/", -1)[2];
            List<Web.Reply> replies = AtOnce.times(EQUAL, () -> person.submit(form.action(), form.fields()));
            long saved = database.number(
                    "select count(*) from audit_record where subject = ? and act = 'application.save'", subject);
            Set<String> ends = replies.stream().map(Web.Reply::path).collect(Collectors.toSet());
            return note(seen, "steps", replies.stream().map(Storm::withoutPage).toList(), saved, 200)
                    && ends.size() == 1;
        }
    }

    /** Pages carry a token and a key of their own; what must be equal is where they lead. */
    private static Web.Reply withoutPage(Web.Reply reply) {
        return new Web.Reply(reply.status(), reply.path(), reply.type(), "");
    }

    private static boolean note(ObjectNode seen, String what, List<Web.Reply> replies, long done, int expectedStatus) {
        Set<Web.Reply> different = new LinkedHashSet<>(replies);
        Set<Integer> statuses = replies.stream().map(Web.Reply::status).collect(Collectors.toCollection(TreeSet::new));
        @Nullable String first = different.size() == 1 ? null : different.toString();
        ObjectNode storm = seen.putObject(what)
                .put("equal", replies.size())
                .put("done", done)
                .put("differentAnswers", different.size())
                .put("statuses", statuses.toString());
        if (first != null) {
            storm.put("answers", first.substring(0, Math.min(first.length(), 2_000)));
        }
        return done == 1 && different.size() == 1 && statuses.equals(Set.of(expectedStatus));
    }
}
