package org.quanheng.policy.reason;

/** How a value is shown to people: the label of an answer, an amount with its currency. */
@FunctionalInterface
public interface Labels {
    /**
     * The label of a value.
     *
     * @param name name of the fact, or of another parameter of the reason such as {@code limit}
     * @param value its value as text
     */
    String label(String name, String value);
}
