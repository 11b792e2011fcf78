package org.quanheng.fault;

import java.util.regex.Pattern;

/**
 * Leaves out the blank of a Chinese text before or after an argument that turns out to be Chinese too: {@code 应为 {0}} keeps it
 * before {@code 'CNY'} and not before {@code 文件名}.
 */
public final class Blanks {
    private static final String EDGE = "\u0001";
    private static final String CHINESE = "[\\p{IsHan}\u3001-\u301f\uff01-\uff5e]";
    private static final Pattern JOINT = Pattern.compile(
            "(?<=CHINESE) \u0001(?=CHINESE)|(?<=CHINESE)\u0001 (?=CHINESE)|\u0001".replace("CHINESE", CHINESE));

    private Blanks() {}

    /** The argument, with its edges marked for {@link #close}. */
    public static String mark(String argument) {
        return EDGE + argument + EDGE;
    }

    /** The text of a pattern that is filled with marked arguments, without the marks and without blanks that Chinese has not. */
    public static String close(String text) {
        return JOINT.matcher(text).replaceAll("");
    }
}
