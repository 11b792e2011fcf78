package org.quanheng.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class PhraseBookTests {
    private static PhraseBook book(String text) throws IOException {
        return PhraseBook.read(new StringReader(text));
    }

    @Test
    void saysAPatternWithItsArguments() throws IOException {
        PhraseBook book = book("""
                # numbers
                {1} of {0} = {0} 之中的 {1}

                nothing = 空
                """);
        assertThat(book.say(Phrase.of("{1} of {0}", 7, 3))).isEqualTo("7 之中的 3");
        assertThat(book.say(Phrase.of("{1} of {0}", 7, "nothing"))).isEqualTo("7 之中的 nothing");
        assertThat(book.say(Phrase.of("{1} of {0}", 7, Phrase.of("nothing")))).isEqualTo("7 之中的空");
        assertThat(Phrase.of("{1} of {0}", 7, Phrase.of("nothing"))).hasToString("nothing of 7");
        assertThat(book.patterns()).containsExactlyInAnyOrder("{1} of {0}", "nothing");
    }

    @Test
    void saysInEnglishWhatItDoesNotKnow() throws IOException {
        assertThat(book("nothing = 空").say(Phrase.of("at most {0}", 5))).isEqualTo("at most 5");
        assertThat(PhraseBook.ENGLISH.say(Phrase.of("at most {0}", 5))).isEqualTo("at most 5");
    }

    @Test
    void refusesEveryLineThatIsNoPatternWithWords() {
        assertThatThrownBy(() -> book("nothing = 空\nalone\nnothing = 无\nempty = "))
                .hasMessage("""
                        phrase book: 3 faults
                        - line 2: expected PATTERN = WORDS, came alone.
                        - line 3: expected each pattern once, came nothing = 无.
                        - line 4: expected PATTERN = WORDS, came empty = .""");
    }
}
