package org.quanheng.trials;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What {@code ./quanheng trials} runs. Exit codes: 0 it held, 1 it did not, 2 bad input. */
@Command(
        name = "quanheng trials",
        description = "Black-box proof over HTTP and SQL, each on a server and a data folder of its own.",
        mixinStandardHelpOptions = false,
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
public final class Trials {
    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    boolean help;

    private Trials() {}

    /** Runs one trial and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Trials());
        everyCommand(line);
        ParseResult parsed = line.parseArgs(arguments);
        List<String> faults = new ArrayList<>(faultsOf(parsed));
        ParseResult deepest = parsed;
        while (deepest.hasSubcommand()) {
            deepest = deepest.subcommand();
            faults.addAll(faultsOf(deepest));
        }
        CommandLine command = deepest.commandSpec().commandLine();
        if (deepest.isUsageHelpRequested()) {
            command.usage(out);
            return 0;
        }
        if (command.getCommand() instanceof Trial trial) {
            faults.addAll(trial.faults());
            if (faults.isEmpty()) {
                return trial.call(out, err);
            }
        } else if (faults.isEmpty()) {
            faults.add(
                    "expected one of " + String.join(", ", line.getSubcommands().keySet()) + ", came nothing");
        }
        err.println(deepest.commandSpec().qualifiedName(" ") + ": bad input\n  " + String.join("\n  ", faults));
        return 2;
    }

    private static void everyCommand(CommandLine line) {
        line.setUsageHelpWidth(110);
        line.getCommandSpec().parser().collectErrors(true);
        line.getSubcommands().values().forEach(Trials::everyCommand);
    }

    private static List<String> faultsOf(ParseResult parsed) {
        List<String> faults = new ArrayList<>();
        for (Exception error : parsed.errors()) {
            if (error instanceof UnmatchedArgumentException unmatched) {
                unmatched
                        .getUnmatched()
                        .forEach(came -> faults.add("expected only known options, came '" + came + "'"));
            } else if (error instanceof MissingParameterException missing) {
                missing.getMissing()
                        .forEach(option -> faults.add(((OptionSpec) option).longestName() + ": expected a value "
                                + option.paramLabel() + ", came nothing"));
            } else if (error instanceof ParameterException wrong && wrong.getArgSpec() instanceof OptionSpec option) {
                faults.add(option.longestName() + ": expected no value, came '" + wrong.getValue() + "'");
            } else {
                faults.add(String.valueOf(error.getMessage()).replaceAll("\\s+", " "));
            }
        }
        return faults;
    }
}
