package org.quanheng.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs a command of the shell in this process and keeps what it printed. */
final class Shell {
    private Shell() {}

    /** What a command left behind. */
    record Result(int code, String out, String err) {}

    static Result run(String... arguments) {
        return run(Words.ENGLISH, arguments);
    }

    static Result run(Words words, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Quanheng.run(words, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Result(code, out.toString(), err.toString());
    }
}
