package org.quanheng.cli.server;

import java.io.PrintWriter;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Job;
import org.quanheng.fault.Phrase;
import picocli.CommandLine.Command;

/** Commands on the ledger of loans. */
@Command(name = "ledger", description = "The ledger of loans.", subcommands = LedgerVerify.class)
public final class Ledger extends Job {
    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        if (faults.none()) {
            faults.add(Phrase.of("arguments"), "a command: verify", null);
        }
        refuse(faults);
        return 2;
    }
}
