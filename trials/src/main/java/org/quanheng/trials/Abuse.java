package org.quanheng.trials;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.quanheng.fault.Phrase;
import org.quanheng.trials.lender.Database;
import org.quanheng.trials.lender.Demonstrator;
import org.quanheng.trials.lender.Lender;
import org.quanheng.trials.lender.Web;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Malformed calls: each gets one clear error that names every fault, none breaks the server, and nothing is stored. */
@Command(
        name = "abuse",
        description = "More than 30 malformed calls to the API: one clear error each, none a 5xx, nothing stored.")
final class Abuse extends Trial {
    private static final String PROBLEM = "application/problem+json";

    @Override
    ObjectNode attempt(Consumer<Phrase> progress) throws IOException, InterruptedException, SQLException {
        progress.accept(Phrase.of("opening a lender"));
        try (Lender lender = Lender.opened()) {
            return abuse(lender);
        }
    }

    static ObjectNode abuse(Lender lender) throws IOException, InterruptedException, SQLException {
        try (Web web = new Web(lender.address(), "en");
                Connection connection = lender.sql()) {
            JsonNode product = web.open("/api/products").json().get(0);
            Malformed malformed = new Malformed(Demonstrator.approved().application(product));
            // The one good call; its key is then sent again with another body.
            Web.Reply good = web.send(malformed.good().request(web));
            if (good.status() != 201) {
                throw new IllegalStateException("expected 201 for the well-formed call, came " + good);
            }
            Database database = new Database(connection);
            Map<String, Long> before = database.counts();
            ObjectNode seen = Web.JSON.createObjectNode();
            ArrayNode wrong = Web.JSON.createArrayNode();
            List<Malformed.Call> calls = malformed.calls(good.json());
            int server = 0;
            int clear = 0;
            for (Malformed.Call call : calls) {
                Web.Reply reply = web.send(call.request(web));
                server += reply.status() >= 500 ? 1 : 0;
                List<String> missed = missed(call, reply);
                if (missed.isEmpty()) {
                    clear++;
                } else {
                    wrong.addObject()
                            .put("call", call.name())
                            .put("status", reply.status())
                            .put("missed", missed.toString())
                            .put(
                                    "body",
                                    reply.body()
                                            .substring(0, Math.min(reply.body().length(), 500)));
                }
            }
            Map<String, Long> after = database.counts();
            seen.put("calls", calls.size())
                    .put("clearErrors", clear)
                    .put("serverErrors", server)
                    .put("nothingStored", before.equals(after))
                    .put(HELD, clear == calls.size() && server == 0 && before.equals(after));
            if (!wrong.isEmpty()) {
                seen.set("wrong", wrong);
            }
            return seen;
        }
    }

    /** What a clear error has and this answer has not. */
    private static List<String> missed(Malformed.Call call, Web.Reply reply) {
        List<String> missed = new ArrayList<>();
        if (reply.status() != call.status()) {
            missed.add("status " + call.status());
        }
        if (!reply.type().startsWith(PROBLEM)) {
            missed.add(PROBLEM + ", came " + reply.type());
            return missed;
        }
        JsonNode problem = reply.json();
        if (!problem.path("type").asString("").startsWith("/errors/")) {
            missed.add("a type that is the address of a page");
        }
        if (problem.path("title").asString("").isBlank()) {
            missed.add("a title");
        }
        List<String> named = new ArrayList<>();
        problem.path("faults").forEach(fault -> named.add(fault.path("field").asString("")));
        for (String field : call.faulty()) {
            if (!named.contains(field)) {
                missed.add("the fault of " + field);
            }
        }
        if (named.size() > call.faulty().size()) {
            missed.add("no fault but " + call.faulty() + ", came " + named);
        }
        problem.path("faults").forEach(fault -> {
            if (fault.path("message").asString("").isBlank()) {
                missed.add("a message for " + fault.path("field"));
            }
        });
        return missed;
    }
}
