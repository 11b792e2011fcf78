package org.quanheng.cli.lending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanheng.cli.Shell;

class AnnualCostCommandTests {
    @TempDir
    Path folder = Path.of("");

    private Shell.Result cost(String content, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("flows"), content);
        String[] arguments = new String[3 + more.length];
        System.arraycopy(new String[] {"annual-cost", "--flows", file.toString()}, 0, arguments, 0, 3);
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Shell.run(arguments);
    }

    /** The example of PBOC notice 2021 no. 3: 100,000, fee 1,000 up front, twelve payments of 8,833.3. */
    private static String official() {
        StringBuilder lines = new StringBuilder("date,amount\n2026-01-01,99000\n");
        for (int month = 2; month <= 13; month++) {
            lines.append(month == 13 ? "2027-01-01" : "2026-%02d-01".formatted(month))
                    .append(",-8833.3\n");
        }
        return lines.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "china, 13.5826, 12.8038",
        "eu, 13.5826, 12.8038",
        "uk, 13.5826, 12.8038",
        "us, 12.8038, 12.8038",
        "irr, 1.0670, 1.0670"
    })
    void isTheOfficialExample(String convention, String percent, String simple) throws IOException {
        Shell.Result result = cost(official(), "--convention", convention, "--json");
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("\"percent\":\"" + percent + "\"", "\"simplePercent\":\"" + simple + "\"");
    }

    @Test
    void readsJsonAndPrintsCsvAndText() throws IOException {
        String flows = "[{\"date\":\"2026-01-01\",\"amount\":100},{\"date\":\"2027-01-01\",\"amount\":\"-110\"}]";
        assertThat(cost(flows, "--convention", "xirr", "--csv").out())
                .isEqualToIgnoringNewLines("convention,unit,rate,simple_ratexirr,month,0.100000000000,0.100000000000");
        assertThat(cost(flows).out()).contains("china: 10.0000 % a year", "simple: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | --flows: expected a file with content",
                "2026-01-01,100 | flows: expected at least one received and one paid, came 1 received and 0 paid",
                "2026-01-01,100\\n2026-02-30,-110 | --flows line 2: expected a date",
                "2026-01-01,100\\n9999-12-31,-110 | --flows line 2: expected a date from 1900-01-01 to 2200-12-31",
                "2026-01-01,100\\n2026-01-01,-110 | expected amounts received and amounts paid at different times",
                "2026-01-01,100\\n2026-02-01,much | --flows line 2: expected a decimal number",
                "2026-01-01,100\\n-110 | --flows line 2: expected date,amount",
                "2026-01-01,1,2,3 | --flows line 1: expected date,amount",
                "[{\"date\":\"2026-01-01\"}] | flow 1.amount: expected a decimal",
                "[{\"amount\":1}] | flow 1.date: expected a date",
                "[{\"date\":\"2026-01-01\",\"amount\":1,\"payee\":\"x\"}] | flow 1: expected only the fields",
                "{\"flows\":[]} | --flows: expected a JSON list",
                "[1] | flow 1: expected a JSON object",
                "2026-01-01,-100\\n2027-01-01,230\\n2028-01-01,-132 | expected exactly one rate"
            })
    void refusesBadFlows(String content, String message) throws IOException {
        Shell.Result result = cost(content.replace("\\n", "\n"), "--unit", "year");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("quanheng annual-cost: bad input").contains(message);
    }

    @Test
    void namesEveryFaultAtOnce() throws IOException {
        assertThat(cost("x,y", "--convention", "moon", "--unit", "now and then", "--json", "--csv")
                        .err())
                .contains(
                        "--json, --csv:",
                        "--convention:",
                        "--unit:",
                        "line 1: expected a date",
                        "line 1: expected a dec");
    }
}
