package org.quanheng.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What to say in another language for the English patterns of {@link Phrase}s.
 *
 * <p>A book is a text with a line {@code at most {0} columns = 至多 {0} 列} for each pattern; empty lines and those that begin with
 * {@code #} say nothing. Arguments that are no phrases stand as they are: they are names, numbers, what somebody typed.
 */
public final class PhraseBook {
    /** The book without words: everything is said in English. */
    public static final PhraseBook ENGLISH = new PhraseBook(Map.of());

    private static final String IS = " = ";

    private final Map<String, String> words;

    private PhraseBook(Map<String, String> words) {
        this.words = Map.copyOf(words);
    }

    /**
     * Reads a book to its end.
     *
     * @throws FaultyInputException with every line that is no pattern and its words, or whose pattern stands twice
     */
    public static PhraseBook read(Reader text) throws IOException {
        Map<String, String> words = new HashMap<>();
        Faults faults = new Faults("phrase book");
        BufferedReader lines = new BufferedReader(text);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int at = line.indexOf(IS);
            Phrase where = Phrase.of("line {0}", number);
            if (faults.require(at > 0 && at + IS.length() < line.length(), where, "PATTERN = WORDS", line)) {
                boolean fresh = words.put(line.substring(0, at), line.substring(at + IS.length())) == null;
                faults.require(fresh, where, "each pattern once", line);
            }
        }
        faults.throwIfAny();
        return new PhraseBook(words);
    }

    /** This book and the pages of another; where both have words for a pattern, those of this one. */
    public PhraseBook with(PhraseBook other) {
        Map<String, String> all = new HashMap<>(other.words);
        all.putAll(words);
        return new PhraseBook(all);
    }

    /** The phrase in the words of this book, and so each argument that is a phrase; in English where it has none. */
    public String say(Phrase phrase) {
        String pattern = words.getOrDefault(phrase.pattern(), phrase.pattern());
        return Blanks.close(new Phrase(
                        pattern,
                        phrase.arguments().stream()
                                .map(each -> Blanks.mark(each instanceof Phrase inner ? say(inner) : each.toString()))
                                .toList())
                .toString());
    }

    /** Every pattern of the book. */
    public Set<String> patterns() {
        return words.keySet();
    }
}
