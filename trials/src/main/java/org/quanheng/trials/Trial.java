package org.quanheng.trials;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** One trial: starts what it needs, tries, and says as one document what it saw and whether it held. */
abstract class Trial {
    static final String HELD = "held";

    @Option(names = "--json", description = "print what was seen as one JSON document")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    boolean help;

    /** What is wrong with the options. */
    List<String> faults() {
        return List.of();
    }

    /** Tries; the document has a field {@code held}. */
    abstract ObjectNode attempt(PrintWriter progress) throws IOException, InterruptedException, SQLException;

    final int call(PrintWriter out, PrintWriter err) {
        try {
            ObjectNode seen = attempt(err);
            if (json) {
                out.println(seen);
            } else {
                seen.propertyStream().forEach(field -> out.printf("%-24s %s%n", field.getKey(), field.getValue()));
            }
            return seen.path(HELD).asBoolean(false) ? 0 : 1;
        } catch (IOException | SQLException | IllegalStateException e) {
            err.println("quanheng trials: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** A whole number option; what is wrong with it is added to the faults. */
    static int whole(String name, String text, int min, int max, List<String> faults) {
        if (text.matches("\\d{1,9}")) {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        }
        faults.add(name + ": expected a whole number from " + min + " to " + max + ", came '" + text + "'");
        return min;
    }
}
