package org.quanheng.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** Shows how far long work is: one line that moves on a terminal, a few lines elsewhere. */
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final int LINES = 6;

    private final PrintWriter err;
    private final int whole;
    private final boolean terminal;

    ProgressBar(PrintWriter err, int whole) {
        this.err = err;
        this.whole = whole;
        this.terminal = onTerminal();
    }

    /** Java 22 to 24 always had a console; Java 25 has none again when nobody sits at it. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    void show(int done, Map<String, Integer> counts) {
        String told = counts.toString().replaceAll("[{}]", "").replace('=', ' ').toLowerCase(Locale.ROOT);
        if (terminal) {
            int filled = WIDTH * done / whole;
            err.print("\r  [" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " + done + " of " + whole + ": "
                    + told + "   ");
            if (done == whole) {
                err.println();
            }
            err.flush();
        } else if (done == whole || done % Math.max(1, whole / LINES) == 0) {
            err.println("quanheng:   " + done + " of " + whole + " have applied: " + told);
        }
    }
}
