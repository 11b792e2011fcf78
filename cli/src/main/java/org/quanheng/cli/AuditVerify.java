package org.quanheng.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.audit.AuditChain;
import org.quanheng.app.audit.ChainVerification;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Recomputes the chain of audit records and names every record that does not fit. */
@Command(
        name = "verify",
        description = {
            "Recomputes the chain of audit records, and names every record that was altered, removed or slipped in.",
            "Also while the server runs. Exit code 0: the chain is whole, 1: it is not."
        })
final class AuditVerify extends Job {
    @Option(names = "--data", paramLabel = "DIR", description = "the data folder (default: data beside the launcher)")
    @Nullable String data;

    @Option(names = "--json", description = "print one JSON document")
    boolean json;

    @Override
    int run(Faults faults, PrintWriter out, PrintWriter err) {
        Path folder = ServerOptions.folder(data, faults);
        DatabaseAddress external = ServerOptions.external(System.getenv(), faults);
        if (external == null && !Files.isDirectory(folder.resolve("database"))) {
            faults.add("--data", "a data folder in which a server has run", folder.toString());
        }
        refuse(faults);
        ChainVerification found =
                external == null ? EmbeddedDatabase.borrow(folder, AuditVerify::verify) : verify(external);
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
            out.println((found.verified() ? "The chain is whole: " : "The chain is BROKEN: ") + found.linked() + " of "
                    + found.records() + " records linked, " + found.faults().size() + " faults.");
        }
        return found.verified() ? 0 : 1;
    }

    private static ChainVerification verify(DatabaseAddress address) {
        try {
            return AuditChain.verify(new DriverManagerDataSource(address.url(), address.user(), address.password()));
        } catch (DataAccessException e) {
            throw new OperatingFailure(
                    "the database: expected one in which Quanheng has started, came "
                            + e.getMostSpecificCause().getMessage(),
                    e);
        }
    }
}
