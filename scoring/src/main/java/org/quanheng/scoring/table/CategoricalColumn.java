package org.quanheng.scoring.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Categories as codes into a dictionary; a missing value has code -1. */
public final class CategoricalColumn implements Column {
    /** Code of a missing value. */
    public static final int MISSING = -1;

    private final String name;
    private final List<String> dictionary;
    private final int[] codes;

    /** Wraps codes without a copy; each is -1 or an index into the dictionary. */
    public CategoricalColumn(String name, List<String> dictionary, int[] codes) {
        this.name = name;
        this.dictionary = List.copyOf(dictionary);
        this.codes = codes;
    }

    /** Encodes texts, null for missing; the dictionary is in order of first appearance. */
    public static CategoricalColumn of(String name, List<@Nullable String> texts) {
        Map<String, Integer> index = new HashMap<>();
        List<String> dictionary = new java.util.ArrayList<>();
        int[] codes = new int[texts.size()];
        for (int row = 0; row < codes.length; row++) {
            String text = texts.get(row);
            if (text == null) {
                codes[row] = MISSING;
                continue;
            }
            Integer known = index.putIfAbsent(text, dictionary.size());
            if (known == null) {
                codes[row] = dictionary.size();
                dictionary.add(text);
            } else {
                codes[row] = known;
            }
        }
        return new CategoricalColumn(name, dictionary, codes);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int rows() {
        return codes.length;
    }

    /** The distinct texts; a code is a position in this list. */
    public List<String> dictionary() {
        return dictionary;
    }

    /** Code of the row, -1 when missing. */
    public int code(int row) {
        return codes[row];
    }

    /** Text of the row, null when missing. */
    public @Nullable String text(int row) {
        return codes[row] == MISSING ? null : dictionary.get(codes[row]);
    }

    @Override
    public boolean isMissing(int row) {
        return codes[row] == MISSING;
    }

    @Override
    public CategoricalColumn take(int[] rows) {
        return new CategoricalColumn(
                name, dictionary, Arrays.stream(rows).map(row -> codes[row]).toArray());
    }
}
