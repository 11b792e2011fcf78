package org.quanheng.cli.lending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanheng.cli.Shell;

class WorkingCapitalCommandTests {
    private static final String FIRM =
            "{\"currency\":\"CNY\",\"sales\":36000000,\"margin\":0.20,\"growth\":0.10,\"stockDays\":60,"
                    + "\"receivableDays\":75,\"payableDays\":40,\"prepaidDays\":10,\"advanceDays\":15,"
                    + "\"ownFunds\":3000000,\"presentLoans\":2500000,\"otherSources\":0}";

    @TempDir
    Path folder = Path.of("");

    private Shell.Result capital(String figures, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("firm.json"), figures);
        String[] arguments = new String[3 + more.length];
        System.arraycopy(new String[] {"working-capital", "--figures", file.toString()}, 0, arguments, 0, 3);
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Shell.run(arguments);
    }

    @Test
    void printsEveryStepOfTheFormula() throws IOException {
        assertThat(capital(FIRM, "--json").out())
                .contains(
                        "\"cycleDays\":\"90\"",
                        "\"turnsPerYear\":\"4\"",
                        "\"need\":\"7920000.00\"",
                        "\"thereAlready\":\"5500000.00\"",
                        "\"newLoan\":\"2420000.00\"");
        assertThat(capital(FIRM).out())
                .contains("7920000.00  sales × (1 − margin) × (1 + growth) / turns per year", "360 / cycle days");
        assertThat(capital(FIRM, "--csv").out())
                .startsWith("currency,sales,margin,growth,stock_days,")
                .contains(",there_already,new_loan")
                .contains(",5500000.00,2420000.00");
    }

    @Test
    void namesEveryFaultAtOnce() throws IOException {
        Shell.Result result = capital(
                "{\"currency\":\"CNY\",\"sales\":-1,\"margin\":2,\"growth\":\"x\",\"stockDays\":-3,\"profit\":1}",
                "--json",
                "--csv");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains(
                        "--json, --csv: expected one of the two",
                        "sales: expected a decimal",
                        "margin: expected a decimal number from -10 to 1",
                        "growth: expected a decimal",
                        "stockDays: expected a decimal",
                        "receivableDays: expected a decimal",
                        "otherSources: expected a decimal",
                        "document: expected only the fields");
    }

    @Test
    void refusesAFirmThatTiesUpNothing() throws IOException {
        assertThat(capital(FIRM.replace("\"payableDays\":40", "\"payableDays\":400"))
                        .err())
                .contains("days of the cycle: expected above zero, came -270");
        assertThat(capital("[]").err()).contains("--figures: expected a JSON object, came 'array'");
    }
}
