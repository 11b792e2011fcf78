package org.quanheng.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.quanheng.cli.shell.Words;

/** Runs a command of the shell in this process and keeps what it printed. */
public final class Shell {
    static final Words ENGLISH = Words.of(Map.of());

    private Shell() {}

    /** What a command left behind. */
    public record Result(int code, String out, String err) {}

    /** Runs a command for somebody whose environment names no language. */
    public static Result run(String... arguments) {
        return run(ENGLISH, arguments);
    }

    static Result run(Words words, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Quanheng.run(words, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Result(code, out.toString(), err.toString());
    }
}
