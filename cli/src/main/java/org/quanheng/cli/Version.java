package org.quanheng.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import org.quanheng.cli.server.PostgresPrograms;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says which version runs, and on what. */
@Command(name = "version", description = "Prints the version of Quanheng and of the Java that runs it.")
final class Version extends Job {
    @Option(names = "--json", description = "print one JSON document")
    boolean json;

    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        refuse(faults);
        String version = Quanheng.class.getPackage().getImplementationVersion();
        Map<String, String> facts = new TreeMap<>(Map.of(
                "quanheng",
                version == null ? "unpackaged" : version,
                "java",
                Runtime.version().toString(),
                "postgresql",
                PostgresPrograms.VERSION));
        if (json) {
            out.println(Json.text(facts));
        } else {
            facts.forEach((name, value) -> out.println(name + " " + value));
        }
        return 0;
    }
}
