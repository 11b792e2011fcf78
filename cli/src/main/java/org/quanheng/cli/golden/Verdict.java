package org.quanheng.cli.golden;

import org.jspecify.annotations.Nullable;

/** What came of one case. */
sealed interface Verdict {
    /** The library gives what the case expects. */
    record Passed() implements Verdict {}

    /** It gives something else; the remark says what in the case contradicts itself, if anything does. */
    record Failed(String expected, String got, @Nullable String remark) implements Verdict {
        Failed(String expected, String got) {
            this(expected, got, null);
        }
    }

    /** The case asks for something that the library does not do. */
    record Unsupported(String reason) implements Verdict {}

    /** The file says that the case is not to be used. */
    record Skipped(String reason) implements Verdict {}

    /** Passed if both texts are the same. */
    static Verdict same(Object expected, Object got) {
        return expected.toString().equals(got.toString())
                ? new Passed()
                : new Failed(expected.toString(), got.toString());
    }
}
