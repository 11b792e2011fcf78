package org.quanheng.cli.server;

import java.io.PrintWriter;
import org.quanheng.app.loan.LedgerVerification;
import org.quanheng.app.loan.LedgerVerifier;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Json;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replays every loan from its events and names everything in the ledger that differs. */
@Command(
        name = "verify",
        description = {
            "Replays every loan from its contract and events, and names every posting that is too many, missing or different.",
            "Also while the server runs. Exit code 0: the ledger is what the events say, 1: it is not."
        })
final class LedgerVerify extends DatabaseJob {
    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        LedgerVerification found = ask(faults, LedgerVerifier::verify);
        if (json) {
            ObjectNode document = Json.object()
                    .put("verified", found.verified())
                    .put("loans", found.loans())
                    .put("entries", found.entries());
            ArrayNode named = document.putArray("faults");
            found.faults().forEach(named::add);
            out.println(Json.text(document));
        } else {
            found.faults().forEach(out::println);
            out.println(words.say(
                    found.verified()
                            ? "The ledger is what the events say: {0} loans replayed, {1} entries compared, {2} faults."
                            : "The ledger DIFFERS: {0} loans replayed, {1} entries compared, {2} faults.",
                    found.loans(),
                    found.entries(),
                    found.faults().size()));
        }
        return found.verified() ? 0 : 1;
    }
}
