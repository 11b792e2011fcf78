package org.quanheng.cli.server;

import java.io.PrintWriter;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Job;
import org.quanheng.fault.Phrase;
import picocli.CommandLine.Command;

/** Commands on the record of every act. */
@Command(name = "audit", description = "The record of every act.", subcommands = AuditVerify.class)
public final class Audit extends Job {
    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        if (faults.none()) {
            faults.add(Phrase.of("arguments"), "a command: verify", null);
        }
        refuse(faults);
        return 2;
    }
}
