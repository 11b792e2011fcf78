package org.quanheng.app.product;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the journey asks.
 *
 * @param fact the fact that the answer gives; for personal data the name of the field in the customer's record
 * @param options the codes of a choice, empty for the other kinds
 * @param min least number allowed, or youngest age for a birth date; null where there is no bound
 * @param max greatest number allowed, or oldest age for a birth date
 */
public record Question(
        String fact,
        Kind kind,
        List<String> options,
        @Nullable Integer min,
        @Nullable Integer max) {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,12}");

    /** How a question is answered, and so what its answer is. */
    public enum Kind {
        CHOICE,
        WHOLE,
        MONEY,
        BIRTH_DATE,
        PERSONAL_TEXT,
        PERSONAL_PHONE,
        CONSENT
    }

    public Question {
        options = options == null ? List.of() : List.copyOf(options);
        if (options.isEmpty() == (kind == Kind.CHOICE)) {
            throw new IllegalArgumentException("question " + fact
                    + ": expected options for a choice and only there, came " + kind + " with " + options);
        }
    }

    /** Whether the answer is personal data, kept encrypted with the customer and never beside the application. */
    public boolean personal() {
        return switch (kind) {
            case BIRTH_DATE, PERSONAL_TEXT, PERSONAL_PHONE -> true;
            case CHOICE, WHOLE, MONEY, CONSENT -> false;
        };
    }

    /** Whether the answer is a number: a whole number, an amount, or a choice among numeric codes. */
    public boolean numeric() {
        return switch (kind) {
            case WHOLE, MONEY -> true;
            case CHOICE ->
                options.stream().allMatch(option -> WHOLE.matcher(option).matches());
            case BIRTH_DATE, PERSONAL_TEXT, PERSONAL_PHONE, CONSENT -> false;
        };
    }

    /** The answer as a number; only for a numeric question and an answer that was checked. */
    public BigDecimal number(String answer) {
        return new BigDecimal(answer);
    }
}
