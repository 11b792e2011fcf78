package org.quanheng.cli.server;

import java.io.PrintWriter;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the platform until it is told to stop. */
@Command(
        name = "serve",
        description = {
            "Starts the database and the application, and serves until it is told to stop.",
            "A PostgreSQL of your own: set QUANHENG_DATABASE_URL."
        })
public final class Serve extends Job {
    @Mixin
    ServerOptions options = new ServerOptions();

    @Option(names = "--json", description = "print where it serves as one JSON document")
    boolean json;

    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        Server.Place place = options.place(System.getenv(), faults);
        refuse(faults);
        try (Server server = Server.start(place, words, err)) {
            if (json) {
                out.println(Json.text(Json.object()
                        .put("url", server.url())
                        .put("data", place.data().toAbsolutePath().normalize().toString())));
            } else {
                out.println(words.say(
                        "Quanheng serves at {0} (data: {1}). Stop it with Ctrl-C.",
                        server.url(), place.data().toAbsolutePath().normalize()));
            }
            server.await();
        }
        return 0;
    }
}
