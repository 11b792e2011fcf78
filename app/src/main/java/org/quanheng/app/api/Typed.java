package org.quanheng.app.api;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people type, in its plain form. */
public final class Typed {
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}([,' ])\\d{3}(?:\\1\\d{3})*(?:\\.\\d*)?");

    private Typed() {}

    /** Digits, letters and signs as wide as a Chinese character, as a Chinese keyboard types them, become plain; blanks around go. */
    public static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }

    /**
     * A number without its thousands separators (comma, apostrophe or blank). They go only where every group has three digits: who
     * writes {@code 1,50} may mean one and a half, so that it stays and is no number.
     */
    public static String number(String typed) {
        String plain = plain(typed);
        Matcher grouped = GROUPED.matcher(plain);
        return grouped.matches() ? plain.replace(grouped.group(1), "") : plain;
    }
}
