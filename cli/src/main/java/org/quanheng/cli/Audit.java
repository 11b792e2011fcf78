package org.quanheng.cli;

import java.io.PrintWriter;
import org.quanheng.fault.Phrase;
import picocli.CommandLine.Command;

/** Commands on the record of every act. */
@Command(name = "audit", description = "The record of every act.", subcommands = AuditVerify.class)
final class Audit extends Job {
    @Override
    int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        if (faults.none()) {
            faults.add(Phrase.of("arguments"), "a command: verify", null);
        }
        refuse(faults);
        return 2;
    }
}
