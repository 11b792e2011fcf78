package org.quanheng.cli.shell;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows how far long work is: one line that moves on a terminal, a few lines elsewhere. */
public final class ProgressBar {
    private static final int WIDTH = 30;
    private static final int LINES = 6;

    private final Words words;
    private final PrintWriter err;
    private final boolean terminal;

    /** A bar in the reader's words, drawn where notes go. */
    public ProgressBar(Words words, PrintWriter err) {
        this.words = words;
        this.err = err;
        this.terminal = onTerminal();
    }

    /** Java 22 to 24 always had a console; Java 25 has none again when nobody sits at it. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Shows that so much of the whole is done, and what came out so far. */
    public void show(int done, int whole, Map<String, Integer> counts) {
        String told = counts.entrySet().stream()
                .map(each -> words.say(each.getKey().toLowerCase(Locale.ROOT)) + " " + each.getValue())
                .collect(Collectors.joining(words.say(", ")));
        if (terminal) {
            int filled = WIDTH * done / whole;
            err.print("\r  [" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] "
                    + words.say("{0} of {1}: {2}", done, whole, told) + "   ");
            if (done == whole) {
                err.println();
            }
            err.flush();
        } else if (done == whole || done % Math.max(1, whole / LINES) == 0) {
            err.println(words.say("quanheng:   {0} of {1} have applied: {2}", done, whole, told));
        }
    }
}
