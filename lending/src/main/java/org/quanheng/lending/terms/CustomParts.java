package org.quanheng.lending.terms;

import java.util.ArrayList;
import java.util.List;
import org.quanheng.lending.Money;

/** The agreed principal parts of a custom loan after something was repaid early: the last ones shrink first. */
final class CustomParts {
    private CustomParts() {}

    /** The parts from {@code first} on, cut from the end so that they sum to what is owed; new periods ask for nothing. */
    static List<Money> trimmed(List<Money> parts, int first, int count, Money owed) {
        List<Money> rest = new ArrayList<>();
        Money left = owed;
        for (int k = first; k < count; k++) {
            Money zero = Money.zero(owed.currency());
            Money part = k < parts.size() ? parts.get(k).min(left) : zero;
            rest.add(part);
            left = left.minus(part);
        }
        rest.set(rest.size() - 1, rest.getLast().plus(left));
        return rest;
    }
}
