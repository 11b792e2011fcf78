package org.quanheng.trials;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.CommandTree;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./quanheng trials} runs. Exit codes: 0 it held, 1 it did not, 2 bad input. */
@Command(
        name = "quanheng trials",
        description = "Black-box proof over HTTP and SQL, each on a server and a data folder of its own.",
        subcommands = {
            Crash.class,
            Storm.class,
            Abuse.class,
            Load.class,
            Pictures.class,
            Bench.class,
            Workshop.class,
            Balance.class,
            Lending.class,
            Scoring.class
        },
        footer = {"", "Exit codes: 0 it held, 1 it did not, 2 bad input."})
public final class Trials extends Job {
    private Trials() {}

    /** Runs one trial and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Words words = Words.of(System.getenv()).with(Trials.class);
        System.exit(run(words, out, err, arguments));
    }

    static int run(Words words, PrintWriter out, PrintWriter err, String... arguments) {
        return CommandTree.run(new Trials(), words, out, err, arguments);
    }

    /** All trials. */
    static CommandLine line(Words words) {
        return CommandTree.line(new Trials(), words);
    }

    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        return showUsage(faults, err);
    }
}
