package org.quanheng.cli.shell;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One command of the shell: checks what it was given, all at once, then does its job. */
public abstract class Job {
    /** The command as picocli knows it. */
    @Spec
    protected @Nullable CommandSpec spec;

    /** The words of whoever asked. */
    protected Words words = Words.ENGLISH;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    boolean help;

    /** Does the job in the words of whoever asked. */
    public final int run(Words asked, CallFaults faults, PrintWriter out, PrintWriter err) {
        words = asked;
        return run(faults, out, err);
    }

    /**
     * Does the job.
     *
     * @param faults what is already known to be wrong with the call; the job adds its own and calls {@link #refuse}
     * @param out where results go
     * @param err where progress and notes go
     * @return the exit code: 0 done, 1 the answer is no
     */
    protected abstract int run(CallFaults faults, PrintWriter out, PrintWriter err);

    /** The command as typed, such as {@code quanheng audit verify}. */
    protected final String command() {
        return spec == null ? "quanheng" : spec.qualifiedName(" ");
    }

    /** Ends the command with exit code 2 when anything is wrong with the call. */
    protected final void refuse(CallFaults faults) {
        faults.throwIfAny(command());
    }

    /** What a command does that only holds others: with nothing else wrong it shows them. */
    protected final int showUsage(CallFaults faults, PrintWriter err) {
        refuse(faults);
        if (spec != null) {
            spec.commandLine().usage(err);
        }
        return 2;
    }

    /** Records a fault unless exactly the options needed were given. */
    protected static void require(CallFaults faults, List<String> names, List<@Nullable String> values) {
        for (int i = 0; i < names.size(); i++) {
            if (values.get(i) == null) {
                faults.add(names.get(i), "a value", null);
            }
        }
    }
}
