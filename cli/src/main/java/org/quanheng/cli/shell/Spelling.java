package org.quanheng.cli.shell;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody most likely meant to type. */
final class Spelling {
    /** One letter in so many may be wrong. */
    private static final int LETTERS_PER_SLIP = 3;

    private Spelling() {}

    /** The known word that is nearest to a typed one, or the only one that begins with it; empty when none is near. */
    static Optional<String> meant(String typed, Collection<String> known) {
        return known.stream()
                .filter(word -> slips(typed, word) <= word.length() / LETTERS_PER_SLIP)
                .min(Comparator.comparingInt(word -> slips(typed, word)))
                .or(() -> onlyOneThatBegins(typed, known));
    }

    private static Optional<String> onlyOneThatBegins(String typed, Collection<String> known) {
        var longer = known.stream()
                .filter(word -> typed.length() >= LETTERS_PER_SLIP && word.startsWith(typed))
                .toList();
        return longer.size() == 1 ? Optional.of(longer.getFirst()) : Optional.empty();
    }

    /** Letters to insert, leave out or replace until one word is the other (Levenshtein 1966). */
    private static int slips(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int k = 0; k < row.length; k++) {
            row[k] = k;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int k = 1; k < row.length; k++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(k - 1) ? 0 : 1);
                diagonal = row[k];
                row[k] = Math.min(replaced, 1 + Math.min(row[k], row[k - 1]));
            }
        }
        return row[to.length()];
    }
}
