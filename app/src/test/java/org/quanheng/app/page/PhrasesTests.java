package org.quanheng.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quanheng.fault.Phrase;

/** Every phrase with which a library can refuse what somebody does on a page has its words in Chinese. */
class PhrasesTests {
    private static final Path LENDING = Path.of("../lending/src/main/java/org/quanheng/lending");
    private static final Path SCORING = Path.of("../scoring/src/main/java/org/quanheng/scoring");

    /** Where the faults come from that reach a page; a card as JSON is only for the shell. */
    private static final List<Path> SOURCES = List.of(
            LENDING,
            SCORING.resolve("table"),
            SCORING.resolve("binning/NumericBins.java"),
            SCORING.resolve("binning/CategoricalBins.java"),
            SCORING.resolve("binning/Binner.java"),
            SCORING.resolve("scorecard/Scorecard.java"),
            SCORING.resolve("scorecard/ScorecardTraining.java"),
            SCORING.resolve("boosted/Encoding.java"),
            SCORING.resolve("boosted/BoostedTraining.java"),
            SCORING.resolve("validation/Cases.java"),
            SCORING.resolve("validation/Comparison.java"),
            Path.of("src/main/java/org/quanheng/app/model/workshop"),
            Path.of("src/main/java/org/quanheng/app/loan/StoredLoan.java"),
            Path.of("src/main/java/org/quanheng/app/loan/BrokenLoanException.java"));

    private static final Pattern CALL =
            Pattern.compile("\\b(?:faults\\.(?:add|require)|Faults|Fault\\.of|fault|Phrase\\.of|wrongKind)\\(");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern MARK = Pattern.compile("\\{\\d}");
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
                .allSatisfy((phrase, file) -> assertThat(zh.say(Phrase.of(phrase)))
                        .as("'" + phrase + "' of " + file + " in phrases_zh.txt")
                        .isNotEqualTo(phrase));
    }

    @Test
    void everyWordingTakesTheArgumentsOfItsPattern() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/main/resources/org/quanheng/app/page/phrases_zh.txt"));
        assertThat(lines.stream().filter(line -> line.contains(" = ")))
                .hasSizeGreaterThan(200)
                .allSatisfy(line -> {
                    String[] sides = line.split(" = ", 2);
                    assertThat(marks(sides[1])).as(line).isEqualTo(marks(sides[0]));
                });
    }

    private static Set<String> marks(String pattern) {
        return MARK.matcher(pattern).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
