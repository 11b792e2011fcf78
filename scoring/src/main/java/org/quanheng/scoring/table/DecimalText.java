package org.quanheng.scoring.table;

/**
 * Reads decimal numbers from characters without making a string, exact to the last bit.
 *
 * <p>Up to 15 digits and a power of ten up to 22 are both exact as doubles, so one division is correctly rounded (Clinger,
 * How to read floating point numbers accurately, 1990); anything longer goes to {@link Double#parseDouble}.
 */
final class DecimalText {
    private static final double[] POWERS = new double[23];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private DecimalText() {}

    /** The number, or NaN when the characters are not a finite decimal number. */
    static double parse(char[] text, int from, int to) {
        int at = from;
        boolean negative = at < to && text[at] == '-';
        if (at < to && (text[at] == '-' || text[at] == '+')) {
            at++;
        }
        long digits = 0;
        int seen = 0;
        int decimals = -1;
        for (; at < to; at++) {
            char c = text[at];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                seen++;
                if (decimals >= 0) {
                    decimals++;
                }
                if (seen > 15) {
                    return slow(text, from, to);
                }
            } else if (c == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return c == 'e' || c == 'E' ? slow(text, from, to) : Double.NaN;
            }
        }
        if (seen == 0) {
            return Double.NaN;
        }
        double value = decimals > 0 ? digits / POWERS[decimals] : digits;
        return negative ? -value : value;
    }

    private static double slow(char[] text, int from, int to) {
        for (int at = from; at < to; at++) {
            if ("0123456789+-.eE".indexOf(text[at]) < 0) {
                return Double.NaN;
            }
        }
        try {
            double value = Double.parseDouble(new String(text, from, to - from));
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
