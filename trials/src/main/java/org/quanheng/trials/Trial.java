package org.quanheng.trials;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.OperatingFailure;
import org.quanheng.fault.Phrase;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** One trial: starts what it needs, tries, and says as one document what it saw and whether it held. */
abstract class Trial extends Job {
    static final String HELD = "held";

    @Option(names = "--json", description = "print what was seen as one JSON document")
    boolean json;

    /** Adds what is wrong with the options. */
    void check(CallFaults faults) {}

    /** Tries, and tells how far it is; the document has a field {@code held}. */
    abstract ObjectNode attempt(Consumer<Phrase> progress) throws IOException, InterruptedException, SQLException;

    @Override
    protected final int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        check(faults);
        refuse(faults);
        try {
            ObjectNode seen = attempt(told -> err.println(command() + ": " + words.say(told)));
            if (json) {
                out.println(seen);
            } else {
                new Seen(words, out).print(seen);
            }
            return seen.path(HELD).asBoolean(false) ? 0 : 1;
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new OperatingFailure(Phrase.of("the trial could not go on: {0}", e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
