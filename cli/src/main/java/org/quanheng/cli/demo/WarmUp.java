package org.quanheng.cli.demo;

import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.sample.SampleLender;
import org.quanheng.cli.server.Server;
import org.quanheng.cli.server.ServerOptions;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A short life of the whole platform, from which the launcher learns what to load fast. */
@Command(
        name = "warm-up",
        hidden = true,
        description = "Starts the platform on a scratch folder, lets a few people apply, and stops.")
public final class WarmUp extends Job {
    private static final int PEOPLE = 6;

    @Option(names = "--data", paramLabel = "DIR", description = "a scratch folder")
    @Nullable String data;

    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        if (data == null) {
            faults.add("--data", "a scratch folder", null);
        }
        Server.Place place = ServerOptions.at(data).place(Map.of(), faults);
        refuse(faults);
        try (Server server = Server.start(place, words, err)) {
            server.application().getBean(SampleLender.class).open();
            ReplayRun.Crowd crowd = new ReplayRun.Crowd(PEOPLE, 2, Demo.today(server.application()));
            ReplayRun.run(server, crowd, new ProgressBar(words, err));
        }
        return 0;
    }
}
