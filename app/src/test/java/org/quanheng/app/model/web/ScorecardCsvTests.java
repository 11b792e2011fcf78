package org.quanheng.app.model.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorecardCsvTests {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-2+3", "@sum", "\tx", "-abc"})
    void whatASpreadsheetWouldComputeIsKeptAsText(String text) {
        assertThat(ScorecardCsv.cell(text)).isEqualTo("\"'" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-12", "-0.25", "own", "1 to < 2", "≥ 3"})
    void numbersAndWordsStayAsTheyAre(String text) {
        assertThat(ScorecardCsv.cell(text)).isEqualTo("\"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"say \"yes\""})
    void quotesAreDoubled(String text) {
        assertThat(ScorecardCsv.cell(text)).isEqualTo("\"say \"\"yes\"\"\"");
    }
}
