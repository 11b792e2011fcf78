package org.quanheng.scoring.binning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.Column;

/** Groups of categories; then the bin of missing values, and last the bin of rare and never-seen categories. */
public final class CategoricalBins implements Bins {
    private final List<List<String>> groups;
    private final Map<String, Integer> binOf = new HashMap<>();
    private final List<String> labels;
    private final int missingHome;

    /** Groups of categories, each category in one group only; missing values have a bin of their own. */
    public CategoricalBins(List<List<String>> groups) {
        this(groups, NumericBins.OWN);
    }

    /**
     * Groups of categories, each category in one group only.
     *
     * @param missingHome group with which missing values are joined; {@link NumericBins#OWN} for a bin of their own
     */
    public CategoricalBins(List<List<String>> groups, int missingHome) {
        this.groups = groups.stream().map(List::copyOf).toList();
        Faults faults = new Faults("bins");
        faults.require(groups.size() <= 100, "groups", "at most 100", groups.size());
        for (int bin = 0; bin < this.groups.size(); bin++) {
            for (String category : this.groups.get(bin)) {
                faults.require(
                        binOf.put(category, bin) == null,
                        Phrase.of("category {0}", category),
                        "to be in one group",
                        "it is in two");
            }
        }
        faults.require(
                missingHome >= NumericBins.OWN && missingHome < groups.size(),
                "group of missing values",
                Phrase.of("-1 to {0}", groups.size() - 1),
                missingHome);
        faults.throwIfAny();
        this.missingHome = missingHome;
        this.labels = IntStream.range(0, groups.size())
                .mapToObj(bin -> String.join(", ", this.groups.get(bin)) + (bin == missingHome ? ", missing" : ""))
                .toList();
    }

    /** Group with which missing values are joined; −1 when they have a bin of their own. */
    public int missingHome() {
        return missingHome;
    }

    @Override
    public CategoricalBins joined(int extra, int range) {
        return extra == missing() && missingHome == NumericBins.OWN ? new CategoricalBins(groups, range) : this;
    }

    /** The same groups with a category in another one; a number as large as the number of groups makes a new one. */
    public CategoricalBins withCategoryIn(String category, int group) {
        Faults faults = new Faults("bins");
        faults.require(group >= 0 && group <= groups.size(), "group", Phrase.of("0 to {0}", groups.size()), group);
        faults.throwIfAny();
        List<List<String>> changed = new ArrayList<>();
        groups.forEach(each -> changed.add(new ArrayList<>(each)));
        changed.forEach(each -> each.remove(category));
        if (group == changed.size()) {
            changed.add(new ArrayList<>());
        }
        changed.get(group).add(category);
        return withoutEmpty(changed);
    }

    /** The same groups with two of them made one. */
    public CategoricalBins withGroupsJoined(int first, int second) {
        Faults faults = new Faults("bins");
        faults.require(
                first >= 0 && second >= 0 && first < groups.size() && second < groups.size() && first != second,
                "groups",
                Phrase.of("two different ones, 0 to {0}", groups.size() - 1),
                Phrase.of("{0} and {1}", first, second));
        faults.throwIfAny();
        List<List<String>> changed = new ArrayList<>();
        groups.forEach(each -> changed.add(new ArrayList<>(each)));
        changed.get(first).addAll(groups.get(second));
        changed.get(second).clear();
        return withoutEmpty(changed);
    }

    private CategoricalBins withoutEmpty(List<List<String>> changed) {
        List<List<String>> kept = new ArrayList<>();
        int home = NumericBins.OWN;
        for (int bin = 0; bin < changed.size(); bin++) {
            if (!changed.get(bin).isEmpty()) {
                home = bin == missingHome ? kept.size() : home;
                kept.add(changed.get(bin));
            }
        }
        return new CategoricalBins(kept, home);
    }

    /** The groups, in the order of the bins. */
    public List<List<String>> groups() {
        return groups;
    }

    /** Bin of rare and never-seen categories. */
    public int other() {
        return groups.size() + (missingHome == NumericBins.OWN ? 1 : 0);
    }

    @Override
    public int count() {
        return other() + 1;
    }

    @Override
    public int regular() {
        return groups.size();
    }

    @Override
    public int missing() {
        return missingHome == NumericBins.OWN ? groups.size() : missingHome;
    }

    @Override
    public String label(int bin) {
        if (bin < groups.size()) {
            return labels.get(bin);
        }
        return bin == other() ? "other" : "missing";
    }

    @Override
    public int of(@Nullable Object value) {
        return switch (value) {
            case null -> missing();
            case CharSequence text -> binOf.getOrDefault(text.toString(), other());
            case Boolean truth -> binOf.getOrDefault(truth.toString(), other());
            case Enum<?> constant -> binOf.getOrDefault(constant.name(), other());
            case Number number -> binOf.getOrDefault(code(number), other());
            default -> throw wrongKind(Phrase.of("value"), value.getClass().getSimpleName() + " '" + value + "'");
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
            throw wrongKind(Phrase.of("column {0}", column.name()), "numbers");
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

    private static RuntimeException wrongKind(Phrase where, String came) {
        Faults faults = new Faults("value");
        faults.add(where, "a category", came);
        return faults.exception();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CategoricalBins bins && groups.equals(bins.groups) && missingHome == bins.missingHome;
    }

    @Override
    public int hashCode() {
        return 31 * groups.hashCode() + missingHome;
    }

    @Override
    public String toString() {
        return "CategoricalBins" + groups;
    }
}
