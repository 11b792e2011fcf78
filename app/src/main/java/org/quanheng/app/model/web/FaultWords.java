package org.quanheng.app.model.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quanheng.app.model.web.Forms.Wrong;
import org.quanheng.app.page.Page;
import org.quanheng.scoring.Fault;
import org.quanheng.scoring.Phrase;

/** What the scoring library finds wrong, in the reader's language: the wording of a phrase is found by its English pattern. */
final class FaultWords {
    private FaultWords() {}

    /** Faults in the reader's words. */
    static List<Wrong> of(List<Fault> faults, Page page) {
        List<Wrong> wrongs = new ArrayList<>();
        for (Fault fault : faults) {
            wrongs.add(new Wrong(
                    words(fault.where(), page),
                    words(fault.expected(), page),
                    words(fault.came(), page),
                    words(fault.maybe(), page)));
        }
        return wrongs;
    }

    /** A phrase that has no wording is a value, such as a name or a number, and stands as it is. */
    private static String words(Phrase phrase, Page page) {
        String key = key(phrase.pattern());
        return page.has(key) ? page.t(key, phrase.arguments().toArray()) : phrase.text();
    }

    /** {@code at most {0} columns} is {@code fault.at_most_0_columns}. */
    static String key(String pattern) {
        String slug = pattern.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return "fault." + slug.replaceAll("^_|_$", "");
    }
}
