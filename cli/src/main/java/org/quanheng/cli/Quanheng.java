package org.quanheng.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.quanheng.cli.balance.FrontierCommand;
import org.quanheng.cli.demo.Demo;
import org.quanheng.cli.demo.WarmUp;
import org.quanheng.cli.golden.GoldenCommand;
import org.quanheng.cli.lending.AnnualCostCommand;
import org.quanheng.cli.lending.CalendarCommand;
import org.quanheng.cli.lending.RepayCommand;
import org.quanheng.cli.lending.ScheduleTable;
import org.quanheng.cli.scoring.Compare;
import org.quanheng.cli.scoring.CreditBenchmarkCommand;
import org.quanheng.cli.scoring.DriftCommand;
import org.quanheng.cli.scoring.ScoreApplicants;
import org.quanheng.cli.scoring.Train;
import org.quanheng.cli.scoring.Validate;
import org.quanheng.cli.server.Audit;
import org.quanheng.cli.server.Ledger;
import org.quanheng.cli.server.Serve;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.OperatingFailure;
import org.quanheng.cli.shell.Words;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The shell: one command per job. Exit codes: 0 done, 1 it failed or the answer is no, 2 bad input. */
@Command(
        name = "quanheng",
        description = "Lending in which the customer's experience is a measured quantity inside the credit policy.",
        subcommands = {
            Demo.class,
            Serve.class,
            ScheduleTable.class,
            RepayCommand.class,
            AnnualCostCommand.class,
            CalendarCommand.class,
            Train.class,
            ScoreApplicants.class,
            Validate.class,
            Compare.class,
            DriftCommand.class,
            CreditBenchmarkCommand.class,
            FrontierCommand.class,
            GoldenCommand.class,
            Audit.class,
            Ledger.class,
            WarmUp.class,
            Version.class
        },
        footer = {
            "",
            "And, run by the launcher: quanheng test (all tests), quanheng trials (crash, storm, load, abuse,"
                    + " browsers).",
            "Exit codes: 0 done, 1 it failed or the answer is no, 2 bad input."
        })
public final class Quanheng extends Job {
    private Quanheng() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(Words.of(System.getenv()), out, err, arguments);
        out.flush();
        System.exit(code);
    }

    /** Runs one command in this process and gives its exit code. */
    static int run(Words words, PrintWriter out, PrintWriter err, String... arguments) {
        try {
            return dispatch(line(words).parseArgs(arguments), words, out, err);
        } catch (FaultyInputException e) {
            err.println(words.tell(e));
            return 2;
        } catch (OperatingFailure e) {
            err.println("quanheng: " + words.say(e.phrase()));
            return 1;
        }
    }

    /** All commands. */
    static CommandLine line(Words words) {
        CommandLine line = new CommandLine(new Quanheng());
        line.setUsageHelpWidth(110);
        everyCommand(line, words);
        return line;
    }

    private static void everyCommand(CommandLine line, Words words) {
        CommandSpec command = line.getCommandSpec();
        command.parser().collectErrors(true);
        command.usageMessage().adjustLineBreaksForWideCJKCharacters(true);
        command.resourceBundle(words.help(command));
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
                unmatched
                        .getUnmatched()
                        .forEach(came -> faults.add(Phrase.of("arguments"), Phrase.of("only {0}", known), came));
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

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static List<String> known(ParseResult parsed) {
        CommandLine command = parsed.commandSpec().commandLine();
        if (!command.getSubcommands().isEmpty()) {
            return List.copyOf(command.getSubcommands().keySet());
        }
        return parsed.commandSpec().options().stream()
                .map(option -> option.longestName())
                .sorted()
                .toList();
    }

    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        if (faults.none() && spec != null) {
            spec.commandLine().usage(err);
            return 2;
        }
        refuse(faults);
        return 2;
    }
}
