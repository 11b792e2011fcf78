package org.quanheng.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.quanheng.cli.balance.FrontierCommand;
import org.quanheng.cli.demo.Demo;
import org.quanheng.cli.demo.WarmUp;
import org.quanheng.cli.golden.GoldenCommand;
import org.quanheng.cli.lending.AffordableCommand;
import org.quanheng.cli.lending.AnnualCostCommand;
import org.quanheng.cli.lending.CalendarCommand;
import org.quanheng.cli.lending.RepayCommand;
import org.quanheng.cli.lending.ScheduleTable;
import org.quanheng.cli.lending.WorkingCapitalCommand;
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
import org.quanheng.cli.shell.CommandTree;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;

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
            AffordableCommand.class,
            WorkingCapitalCommand.class,
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
        return CommandTree.run(new Quanheng(), words, out, err, arguments);
    }

    /** All commands. */
    static CommandLine line(Words words) {
        return CommandTree.line(new Quanheng(), words);
    }

    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        return showUsage(faults, err);
    }
}
