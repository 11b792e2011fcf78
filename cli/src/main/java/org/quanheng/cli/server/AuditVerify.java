package org.quanheng.cli.server;

import java.io.PrintWriter;
import org.quanheng.app.audit.AuditChain;
import org.quanheng.app.audit.ChainVerification;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Json;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Recomputes the chain of audit records and names every record that does not fit. */
@Command(
        name = "verify",
        description = {
            "Recomputes the chain of audit records, and names every record that was altered, removed or slipped in.",
            "Also while the server runs. Exit code 0: the chain is whole, 1: it is not."
        })
final class AuditVerify extends DatabaseJob {
    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        ChainVerification found = ask(faults, AuditChain::verify);
        if (json) {
            ObjectNode document = Json.object()
                    .put("verified", found.verified())
                    .put("records", found.records())
                    .put("linked", found.linked());
            ArrayNode named = document.putArray("faults");
            found.faults().forEach(named::add);
            out.println(Json.text(document));
        } else {
            found.faults().forEach(out::println);
            out.println(words.say(
                    found.verified()
                            ? "The chain is whole: {0} of {1} records linked, {2} faults."
                            : "The chain is BROKEN: {0} of {1} records linked, {2} faults.",
                    found.linked(),
                    found.records(),
                    found.faults().size()));
        }
        return found.verified() ? 0 : 1;
    }
}
