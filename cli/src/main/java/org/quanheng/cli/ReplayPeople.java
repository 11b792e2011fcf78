package org.quanheng.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Lets the sample's applicants apply at a server that runs already; a server that is killed meanwhile may come back. */
@Command(
        name = "replay",
        description = {
            "Lets the sample's 300 applicants apply over HTTP at a demo server that runs already.",
            "A server that goes away may come back within three minutes; nobody applies twice, in this run or a later"
                    + " one."
        })
final class ReplayPeople extends Job {
    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "the server (default: http://localhost:8080)")
    String url = "http://localhost:8080";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "the server's data folder, for the secret of the replay's keys (default: data beside the launcher)")
    @Nullable String data;

    @Option(
            names = "--today",
            paramLabel = "DATE",
            description = "the day on which they apply as YYYY-MM-DD, from which birth dates follow")
    @Nullable String today;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            defaultValue = "4",
            description = "people who apply at the same time, 1 to 64 (default: 4)")
    String atOnce = "4";

    @Option(names = "--json", description = "print one JSON document")
    boolean json;

    @Override
    int run(Faults faults, PrintWriter out, PrintWriter err) {
        URI server = server(faults);
        Path folder = ServerOptions.folder(data, faults);
        Path keys = folder.resolve("keys");
        if (!Files.isDirectory(keys)) {
            faults.add("--data", "the data folder of a server that has started", folder.toString());
        }
        LocalDate day = faults.date("--today", today);
        int people = faults.whole("--at-once", atOnce, 1, 64);
        refuse(faults);
        ReplayRun.Result result = ReplayRun.run(server, keys, new ReplayRun.Crowd(Integer.MAX_VALUE, people, day), err);
        Map<String, Integer> answers = new TreeMap<>();
        result.met().forEach(one -> answers.merge(one.answer().toLowerCase(Locale.ROOT), 1, Integer::sum));
        if (json) {
            ObjectNode document = Json.object().put("applications", result.met().size());
            answers.forEach(document::put);
            ObjectNode pages = document.putObject("pageMillisMedian");
            result.latencies().millisAt(0.5).forEach(pages::put);
            out.println(Json.text(document));
        } else {
            out.println(result.met().size() + " people have an answer: " + answers);
            result.latencies().millisAt(0.5).forEach((kind, millis) -> out.printf("%8.1f ms  %s%n", millis, kind));
        }
        return 0;
    }

    private URI server(Faults faults) {
        try {
            URI address = URI.create(url);
            if (String.valueOf(address.getScheme()).matches("https?") && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            faults.add("--url", "an address such as http://localhost:8080", url);
            return URI.create("http://localhost");
        }
        faults.add("--url", "an address such as http://localhost:8080", url);
        return URI.create("http://localhost");
    }
}
