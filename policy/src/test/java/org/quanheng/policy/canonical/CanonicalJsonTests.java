package org.quanheng.policy.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanonicalJsonTests {
    @Test
    void writesWhatRfc8785Asks() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("\u20ac", "Euro Sign");
        object.put("\r", "Carriage Return");
        object.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        object.put("1", "One");
        object.put("\ud83d\ude00", "Emoji: Grinning Face");
        object.put("\u0080", "Control");
        object.put("\u00f6", "Latin Small Letter O With Diaeresis");
        // The example of RFC 8785, section 3.2.3.
        assertThat(CanonicalJson.write(object))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void writesTheSameAsCanonicalisingAnyText() {
        Random random = new Random(20_261_122L);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = 0; k < 12; k++) {
                int range = random.nextInt(3) == 0 ? 0x20 : 0x3000;
                text.append((char) random.nextInt(range));
            }
            String json = CanonicalJson.write(Map.of(text.toString(), List.of(text.toString(), i, true)));
            assertThat(CanonicalJson.of(json)).isEqualTo(json);
        }
    }

    @Test
    void emptyThingsAreWritten() {
        assertThat(CanonicalJson.write(Map.of("a", List.of(), "b", Map.of()))).isEqualTo("{\"a\":[],\"b\":{}}");
    }

    @Test
    void decimalsAreRefused() {
        assertThatThrownBy(() -> CanonicalJson.write(Map.of("rate", new BigDecimal("0.1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got java.math.BigDecimal");
    }

    @Test
    void whatIsNotJsonIsRefused() {
        assertThatThrownBy(() -> CanonicalJson.of("{\"a\":}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("canonical JSON: expected JSON, came");
    }

    @Test
    void theHashIsSha256() {
        assertThat(CanonicalJson.sha256("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
