package org.quanheng.policy.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quanheng.policy.document.PolicyDocument;

class ReasonTextsTests {
    private static final Path SAMPLE =
            Path.of("..", "app", "src", "main", "resources", "org", "quanheng", "app", "sample");
    private static final Labels PLAIN = (name, value) -> value;

    @Test
    void bothLanguagesHaveTheSameCodes() {
        assertThat(ReasonTexts.of(Locale.CHINESE).codes())
                .isEqualTo(ReasonTexts.of(Locale.ENGLISH).codes())
                .hasSizeGreaterThan(25);
    }

    @Test
    void everyCodeOfTheSamplePolicyIsWorded() throws IOException {
        String dmn = Files.readString(SAMPLE.resolve("eligibility.dmn"));
        PolicyDocument document = PolicyDocument.parse(Files.readString(SAMPLE.resolve("policy.json")), dmn);
        Set<String> codes = new TreeSet<>();
        document.layers().keySet().forEach(characteristic -> codes.add("score." + characteristic));
        Matcher reasons = Pattern.compile("_reason\"><text>\"(\\w+)\"").matcher(dmn);
        while (reasons.find()) {
            codes.add("rule." + reasons.group(1));
        }
        assertThat(codes).hasSize(25);
        assertThat(ReasonTexts.of(Locale.CHINESE).codes()).containsAll(codes);
        for (String code : codes) {
            for (Locale locale : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
                Reason reason = Reason.of(code, Map.of("fact", "f", "answer", "1"));
                assertThat(ReasonTexts.of(locale).text(reason, PLAIN)).isNotBlank();
                assertThat(ReasonTexts.of(locale).change(reason, PLAIN)).isNotBlank();
            }
        }
    }

    @Test
    void theAnswerIsShownByItsLabel() {
        Reason reason = Reason.of("score.savings", Map.of("fact", "savings", "answer", "below_100"));
        Labels labels = (name, value) -> name.equals("savings") && value.equals("below_100") ? "below DM 100" : "?";
        assertThat(ReasonTexts.of(Locale.ENGLISH).text(reason, labels))
                .isEqualTo(
                        "Your savings: \"below DM 100\". With little put aside, an unexpected bill makes a payment hard.");
        assertThat(ReasonTexts.of(Locale.SIMPLIFIED_CHINESE).text(reason, labels))
                .contains("below DM 100");
        assertThat(ReasonTexts.of(Locale.FRENCH).text(reason, labels)).startsWith("Your savings");
    }

    @Test
    void aCodeWithoutWordsIsAnError() {
        assertThatThrownBy(() -> ReasonTexts.of(Locale.ENGLISH).text(Reason.of("score.hair"), PLAIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reason: expected a code with a wording, got score.hair");
    }
}
