package org.quanheng.scoring.binning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.scoring.Faults;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.Column;

/** Groups of categories; then the bin of missing values, and last the bin of rare and never-seen categories. */
public final class CategoricalBins implements Bins {
    private final List<List<String>> groups;
    private final Map<String, Integer> binOf = new HashMap<>();
    private final List<String> labels;

    /** Groups of categories, each category in one group only. */
    public CategoricalBins(List<List<String>> groups) {
        this.groups = groups.stream().map(List::copyOf).toList();
        Faults faults = new Faults();
        faults.check(groups.size() <= 100, "groups", "at most 100", groups.size());
        for (int bin = 0; bin < this.groups.size(); bin++) {
            for (String category : this.groups.get(bin)) {
                faults.check(
                        binOf.put(category, bin) == null, "category " + category, "to be in one group", "it is in two");
            }
        }
        faults.throwIfAny("The bins");
        this.labels =
                this.groups.stream().map(group -> String.join(", ", group)).toList();
    }

    /** The groups, in the order of the bins. */
    public List<List<String>> groups() {
        return groups;
    }

    /** Bin of rare and never-seen categories. */
    public int other() {
        return groups.size() + 1;
    }

    @Override
    public int count() {
        return groups.size() + 2;
    }

    @Override
    public int regular() {
        return groups.size();
    }

    @Override
    public int missing() {
        return groups.size();
    }

    @Override
    public String label(int bin) {
        if (bin == missing()) {
            return "missing";
        }
        return bin == other() ? "other" : labels.get(bin);
    }

    @Override
    public int of(@Nullable Object value) {
        return switch (value) {
            case null -> missing();
            case CharSequence text -> binOf.getOrDefault(text.toString(), other());
            case Boolean truth -> binOf.getOrDefault(truth.toString(), other());
            case Enum<?> constant -> binOf.getOrDefault(constant.name(), other());
            case Number number -> binOf.getOrDefault(code(number), other());
            default -> throw wrongKind("value", value.getClass().getSimpleName() + " '" + value + "'");
        };
    }

    /** A code that came as a number: 3.0 and 3 are both "3". */
    private static String code(Number number) {
        double value = number.doubleValue();
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : number.toString();
    }

    @Override
    public byte[] assign(Column column) {
        if (!(column instanceof CategoricalColumn categorical)) {
            throw wrongKind("column " + column.name(), "numbers");
        }
        List<String> dictionary = categorical.dictionary();
        byte[] binOfCode = new byte[dictionary.size()];
        for (int code = 0; code < binOfCode.length; code++) {
            binOfCode[code] = (byte) of(dictionary.get(code));
        }
        byte[] bins = new byte[categorical.rows()];
        for (int row = 0; row < bins.length; row++) {
            int code = categorical.code(row);
            bins[row] = code == CategoricalColumn.MISSING ? (byte) missing() : binOfCode[code];
        }
        return bins;
    }

    private static RuntimeException wrongKind(String where, String came) {
        Faults faults = new Faults();
        faults.add(where, "a category", came);
        return faults.exception("The value");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CategoricalBins bins && groups.equals(bins.groups);
    }

    @Override
    public int hashCode() {
        return groups.hashCode();
    }

    @Override
    public String toString() {
        return "CategoricalBins" + groups;
    }
}
