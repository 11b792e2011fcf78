package org.quanheng.experience;

/** A closed interval of real numbers, {@code low <= high}. */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("interval: expected low <= high, got " + low + " and " + high);
        }
    }
}
