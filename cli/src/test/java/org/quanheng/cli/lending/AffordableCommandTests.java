package org.quanheng.cli.lending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanheng.cli.Shell;

class AffordableCommandTests {
    private static final String TERMS = "{\"currency\":\"CNY\",\"rate\":0.06,\"months\":36}";
    private static final String[] HOUSEHOLD = {
        "--on", "2026-01-15", "--income", "10000", "--debt-service", "4000", "--highest-ratio", "0.5"
    };

    @TempDir
    Path folder = Path.of("");

    private Shell.Result affordable(String terms, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("terms.json"), terms);
        List<String> arguments = new ArrayList<>(List.of("affordable", "--terms", file.toString()));
        arguments.addAll(List.of(more));
        return Shell.run(arguments.toArray(String[]::new));
    }

    private static String[] with(String[] first, String... more) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void whatItPromisesIsTheScheduleOfThatLoan() throws IOException {
        String[] call = with(HOUSEHOLD, "--value", "100000", "--csv");
        List<String> lines = affordable(TERMS, call).out().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("currency,on,income,debt_service,highest_ratio,payment_left,largest_loan,highest_payment,"
                        + "debt_service_to_income,value,loan_to_value");
        String[] cells = lines.getLast().split(",", -1);
        assertThat(cells[5]).isEqualTo("1000.00");
        assertThat(Double.parseDouble(cells[8])).isBetween(0.49999, 0.5);
        Shell.Result schedule = Shell.run(
                "schedule",
                "--principal",
                cells[6],
                "--currency",
                "CNY",
                "--rate",
                "0.06",
                "--months",
                "36",
                "--start",
                "2026-01-15",
                "--csv");
        assertThat(schedule.out().lines().skip(1).map(line -> line.split(",", -1)[5]))
                .hasSize(36)
                .contains(cells[7])
                .allSatisfy(payment -> assertThat(Double.parseDouble(payment)).isLessThanOrEqualTo(1000));
    }

    @Test
    void printsATableAndJson() throws IOException {
        assertThat(affordable(TERMS, HOUSEHOLD).out()).contains("payment left", "largest loan", "CNY");
        assertThat(affordable(TERMS, with(HOUSEHOLD, "--json")).out())
                .contains("\"paymentLeft\":\"1000.00\"", "\"highestRatio\":\"0.5\"")
                .doesNotContain("loanToValue");
    }

    @Test
    void hasNoLoanWhereDebtsTakeEverything() throws IOException {
        Shell.Result result = affordable(
                TERMS,
                "--on",
                "2026-01-15",
                "--income",
                "5000",
                "--debt-service",
                "4000",
                "--highest-ratio",
                "0.5",
                "--json");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains(
                        "\"paymentLeft\":\"0.00\"",
                        "\"largestLoan\":\"0.00\"",
                        "\"highestPayment\":\"0.00\"",
                        "\"debtServiceToIncome\":\"0.8\"");
    }

    @Test
    void namesEveryFaultAtOnce() throws IOException {
        Shell.Result result = affordable(
                "{\"currency\":\"CNY\",\"months\":0,\"colour\":1}",
                "--income",
                "much",
                "--highest-ratio",
                "1.5",
                "--json",
                "--csv");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains(
                        "--json, --csv: expected one of the two",
                        "rate: expected a decimal",
                        "months: expected a whole number",
                        "start: expected a date",
                        "document: expected only the fields",
                        "--income: expected a decimal",
                        "--debt-service: expected a decimal",
                        "--highest-ratio: expected a decimal number from 0 to 1");
    }

    @Test
    void refusesWhatHasNoMonthOrNoOneLoan() throws IOException {
        assertThat(affordable("{\"currency\":\"CNY\",\"rate\":0.06,\"months\":3,\"frequency\":\"week\"}", HOUSEHOLD)
                        .err())
                .contains("frequency: expected month, as income is of a month");
        String drawn = "{\"currency\":\"CNY\",\"rate\":0.06,\"months\":3,\"principal\":2,\"draws\":["
                + "{\"on\":\"2026-01-15\",\"amount\":1},{\"on\":\"2026-02-15\",\"amount\":1}]}";
        assertThat(affordable(drawn, HOUSEHOLD).err()).contains("draw-downs: expected one of the whole loan");
        assertThat(affordable(TERMS, with(HOUSEHOLD, "--value", "0")).err()).contains("value: expected above zero");
    }
}
