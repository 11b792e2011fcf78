package org.quanheng.cli.shell;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command with those below it: finds the job that is called, and collects everything wrong with the call. */
public final class CommandTree {
    static final String USAGE = "Usage: ";

    private CommandTree() {}

    /** Runs one command in this process and gives its exit code. */
    public static int run(Job root, Words words, PrintWriter out, PrintWriter err, String... arguments) {
        try {
            return dispatch(line(root, words).parseArgs(arguments), words, out, err);
        } catch (FaultyInputException e) {
            err.println(words.tell(e));
            return 2;
        } catch (OperatingFailure e) {
            err.println("quanheng: " + words.say(e.phrase()));
            return 1;
        }
    }

    /** A command with those below it, in somebody's words. */
    public static CommandLine line(Job root, Words words) {
        CommandLine line = new CommandLine(root);
        line.setUsageHelpWidth(110);
        everyCommand(line, words);
        return line;
    }

    private static void everyCommand(CommandLine line, Words words) {
        CommandSpec command = line.getCommandSpec();
        command.parser().collectErrors(true);
        command.usageMessage().adjustLineBreaksForWideCJKCharacters(true);
        command.resourceBundle(words.help(command));
        // The lines of a synopsis stand one below the other, and a Chinese character is two columns wide.
        line.getHelpSectionMap()
                .put(UsageMessageSpec.SECTION_KEY_SYNOPSIS, help -> help.synopsis(TextTable.width(words.say(USAGE))));
        line.getSubcommands().values().forEach(each -> everyCommand(each, words));
    }

    private static int dispatch(ParseResult parsed, Words words, PrintWriter out, PrintWriter err) {
        CallFaults faults = new CallFaults();
        ParseResult deepest = parsed;
        collect(deepest, faults);
        while (deepest.hasSubcommand()) {
            deepest = deepest.subcommand();
            collect(deepest, faults);
        }
        CommandLine command = deepest.commandSpec().commandLine();
        if (deepest.isUsageHelpRequested()) {
            command.usage(out);
            return 0;
        }
        if (command.getCommand() instanceof Job job) {
            return job.run(words, faults, out, err);
        }
        throw new IllegalStateException(command.getCommandName() + " is not a job");
    }

    private static void collect(ParseResult parsed, CallFaults faults) {
        for (Exception error : parsed.errors()) {
            if (error instanceof UnmatchedArgumentException unmatched) {
                List<String> known = known(parsed);
                withoutValues(unmatched.getUnmatched())
                        .forEach(came -> faults.addUnknown(Phrase.of("arguments"), known, came));
            } else if (error instanceof MissingParameterException missing) {
                missing.getMissing()
                        .forEach(option -> faults.add(
                                name(option), Phrase.of("a value {0}", option.paramLabel()), Phrase.of("nothing")));
            } else if (error instanceof ParameterException wrong && wrong.getArgSpec() instanceof OptionSpec option) {
                faults.add(option.longestName(), "no value", wrong.getValue());
            } else {
                faults.add(Phrase.of("arguments"), "what --help tells", String.valueOf(error.getMessage()));
            }
        }
    }

    /** What is not known, without what follows an unknown option as its value. */
    private static List<String> withoutValues(List<String> unmatched) {
        List<String> unknown = new ArrayList<>();
        for (int k = 0; k < unmatched.size(); k++) {
            boolean value = k > 0
                    && unmatched.get(k - 1).startsWith("-")
                    && !unmatched.get(k).startsWith("-");
            if (!value) {
                unknown.add(unmatched.get(k));
            }
        }
        return unknown;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static List<String> known(ParseResult parsed) {
        CommandLine command = parsed.commandSpec().commandLine();
        if (!command.getSubcommands().isEmpty()) {
            return command.getSubcommands().entrySet().stream()
                    .filter(each ->
                            !each.getValue().getCommandSpec().usageMessage().hidden())
                    .map(Map.Entry::getKey)
                    .toList();
        }
        return parsed.commandSpec().options().stream()
                .map(option -> option.longestName())
                .sorted()
                .toList();
    }
}
