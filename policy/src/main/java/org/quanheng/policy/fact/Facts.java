package org.quanheng.policy.fact;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The facts of one application, each name once, in the order of their names; never changes. */
public final class Facts implements Iterable<Fact> {
    private final SortedMap<String, Fact> byName;

    private Facts(SortedMap<String, Fact> byName) {
        this.byName = Collections.unmodifiableSortedMap(byName);
    }

    /** The given facts; one error names every name that came twice. */
    public static Facts of(Collection<Fact> facts) {
        SortedMap<String, Fact> byName = new TreeMap<>();
        Set<String> twice = new TreeSet<>();
        for (Fact fact : facts) {
            if (byName.put(fact.name(), fact) != null) {
                twice.add(fact.name());
            }
        }
        if (!twice.isEmpty()) {
            throw new IllegalArgumentException(
                    "facts: expected each name once, got more than one of " + String.join(", ", twice));
        }
        return new Facts(byName);
    }

    /** The same facts with one added or replaced. */
    public Facts with(Fact fact) {
        SortedMap<String, Fact> copy = new TreeMap<>(byName);
        copy.put(fact.name(), fact);
        return new Facts(copy);
    }

    /** The same fact with another value, all else as it is; for asking what would be if. */
    public Facts with(String name, FactValue value) {
        Fact fact = byName.get(name);
        if (fact == null) {
            throw new IllegalArgumentException("facts: expected one named " + name + ", got " + byName.keySet());
        }
        return with(new Fact(name, value, fact.source(), fact.at()));
    }

    /** The fact of a name. */
    public Optional<Fact> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The value of a name. */
    public Optional<FactValue> value(String name) {
        return get(name).map(Fact::value);
    }

    /** The names, sorted. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** How many facts there are. */
    public int size() {
        return byName.size();
    }

    /** The facts in the order of their names. */
    public Stream<Fact> stream() {
        return byName.values().stream();
    }

    @Override
    public Iterator<Fact> iterator() {
        return byName.values().iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts that && byName.equals(that.byName);
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }

    @Override
    public String toString() {
        return byName.values().toString();
    }
}
