package org.quanheng.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.terms.RepaymentMethod;

/** Words of loans that mean one thing to a banker, and must not be used for another. */
class LoanWordsTests {
    @Test
    void whatIsUndoneIsNotCalledAWriteOff() {
        Messages zh = Messages.of(Language.ZH);
        List<String> texts = new ArrayList<>();
        for (String key : zh.keys()) {
            texts.add(zh.text(key, Stream.iterate(0, n -> n + 1).limit(10).toArray()));
        }
        assertThat(texts).hasSizeGreaterThan(1_000).noneMatch(text -> text.contains("冲销"));
        assertThat(zh.text("entry.reversal")).isEqualTo("冲正");
        assertThat(zh.text("entry.write_off")).isEqualTo("核销");
    }

    @Test
    void onlyEqualInstalmentsAreSaidToStayTheSame() {
        for (RepaymentMethod method : RepaymentMethod.values()) {
            String code = method.name().toLowerCase(java.util.Locale.ROOT);
            boolean level = method == RepaymentMethod.EQUAL_INSTALMENT;
            assertThat(way(Language.ZH, "fewer_instalments", code).contains("月供不变"))
                    .as(code)
                    .isEqualTo(level);
            assertThat(way(Language.EN, "fewer_instalments", code).contains("Same instalments"))
                    .as(code)
                    .isEqualTo(level);
        }
        assertThat(way(Language.ZH, "fewer_instalments", "equal_principal")).isEqualTo("缩短期限（每期本金不变）");
    }

    private static String way(Language language, String way, String method) {
        return PageSamples.page(language, Theme.LIGHT, null, "/loans/1").way(way, method);
    }
}
