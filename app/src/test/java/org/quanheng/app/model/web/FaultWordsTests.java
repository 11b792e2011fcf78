package org.quanheng.app.model.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quanheng.app.page.Language;
import org.quanheng.app.page.Messages;

/** Every phrase with which the library can refuse what somebody does in the workshop has its words in both languages. */
class FaultWordsTests {
    private static final Path LIBRARY = Path.of("../scoring/src/main/java/org/quanheng/scoring");

    /** Where the faults come from that reach a page of the workshop; a card as JSON is only for the shell. */
    private static final List<Path> SOURCES = List.of(
            LIBRARY.resolve("table"),
            LIBRARY.resolve("binning/NumericBins.java"),
            LIBRARY.resolve("binning/CategoricalBins.java"),
            LIBRARY.resolve("binning/Binner.java"),
            LIBRARY.resolve("scorecard/Scorecard.java"),
            LIBRARY.resolve("scorecard/ScorecardTraining.java"),
            LIBRARY.resolve("boosted/Encoding.java"),
            LIBRARY.resolve("boosted/BoostedTraining.java"),
            LIBRARY.resolve("validation/Cases.java"),
            LIBRARY.resolve("validation/Comparison.java"),
            Path.of("src/main/java/org/quanheng/app/model/workshop"));

    private static final Pattern CALL = Pattern.compile("(?:faults\\.(?:add|check)|Phrase\\.of|wrongKind)\\(");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");

    /** Phrases of the library with where they stand. */
    private static Map<String, String> phrases() throws IOException {
        Map<String, String> phrases = new TreeMap<>();
        for (Path source : SOURCES) {
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.filter(each -> each.toString().endsWith(".java")
                                && !each.getFileName().toString().startsWith("Card"))
                        .toList()) {
                    String text = Files.readString(file);
                    Matcher call = CALL.matcher(text);
                    while (call.find()) {
                        Matcher literal = TEXT.matcher(text.substring(call.end(), end(text, call.end())));
                        while (literal.find()) {
                            if (WORD.matcher(literal.group(1)).find()) {
                                phrases.put(literal.group(1), file.getFileName().toString());
                            }
                        }
                    }
                }
            }
        }
        return phrases;
    }

    /** The end of a call's arguments. */
    private static int end(String text, int from) {
        int depth = 1;
        int at = from;
        for (; depth > 0; at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at = text.indexOf('"', at + 1);
            } else if (c == '(' || c == ')') {
                depth += c == '(' ? 1 : -1;
            }
        }
        return at;
    }

    @Test
    void everyPhraseHasItsWords() throws IOException {
        Map<String, String> phrases = phrases();
        assertThat(phrases).hasSizeGreaterThan(90);
        Messages zh = Messages.of(Language.ZH);
        assertThat(phrases)
                .allSatisfy((phrase, file) -> assertThat(zh.has(FaultWords.key(phrase)))
                        .as("'" + phrase + "' of " + file + " has words under " + FaultWords.key(phrase))
                        .isTrue());
    }

    @Test
    void theKeyIsMadeOfThePattern() {
        assertThat(FaultWords.key("at most {0} columns")).isEqualTo("fault.at_most_0_columns");
        assertThat(FaultWords.key("{0} fields, as in the header")).isEqualTo("fault.0_fields_as_in_the_header");
    }
}
