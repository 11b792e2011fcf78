package org.quanheng.policy.fact;

import java.math.BigDecimal;

/** The value of a fact: a text (often a code), a decimal, or a yes or no. */
public sealed interface FactValue {
    /** The value as text: decimals plain and without trailing zeros, flags as {@code true} or {@code false}. */
    String asText();

    /** The value as rules see it: a String, a BigDecimal or a Boolean. */
    Object asObject();

    /** A text, not blank. */
    record Text(String value) implements FactValue {
        public Text {
            if (value.isBlank()) {
                throw new IllegalArgumentException("fact: expected a text, got a blank one");
            }
        }

        @Override
        public String asText() {
            return value;
        }

        @Override
        public Object asObject() {
            return value;
        }
    }

    /** A decimal; equal numbers are equal values whatever their scale. */
    record Decimal(BigDecimal value) implements FactValue {
        public Decimal {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }

        @Override
        public String asText() {
            return value.toPlainString();
        }

        @Override
        public Object asObject() {
            return value;
        }
    }

    /** A yes or no. */
    record Flag(boolean value) implements FactValue {
        @Override
        public String asText() {
            return Boolean.toString(value);
        }

        @Override
        public Object asObject() {
            return value;
        }
    }

    /** A text value. */
    static FactValue of(String value) {
        return new Text(value);
    }

    /** A decimal value. */
    static FactValue of(BigDecimal value) {
        return new Decimal(value);
    }

    /** A decimal value from a whole number. */
    static FactValue of(long value) {
        return new Decimal(BigDecimal.valueOf(value));
    }

    /** A yes or no. */
    static FactValue of(boolean value) {
        return new Flag(value);
    }
}
