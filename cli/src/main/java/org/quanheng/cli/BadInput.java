package org.quanheng.cli;

import java.util.List;

/** What the caller gave cannot be used; carries every fault found, and ends the command with exit code 2. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInput(String command, List<String> faults) {
        super(command + ": bad input\n  " + String.join("\n  ", faults));
    }
}
