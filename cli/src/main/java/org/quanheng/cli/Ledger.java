package org.quanheng.cli;

import java.io.PrintWriter;
import org.quanheng.fault.Phrase;
import picocli.CommandLine.Command;

/** Commands on the ledger of loans. */
@Command(name = "ledger", description = "The ledger of loans.", subcommands = LedgerVerify.class)
final class Ledger extends Job {
    @Override
    int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        if (faults.none()) {
            faults.add(Phrase.of("arguments"), "a command: verify", null);
        }
        refuse(faults);
        return 2;
    }
}
