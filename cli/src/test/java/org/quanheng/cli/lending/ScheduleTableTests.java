package org.quanheng.cli.lending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanheng.cli.Shell;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Json;
import tools.jackson.databind.JsonNode;

class ScheduleTableTests {
    private static final List<String> GOOD = List.of(
            "--principal", "12000", "--currency", "DEM", "--rate", "0.072", "--months", "12", "--start", "2026-01-31");

    @TempDir
    Path folder = Path.of("");

    private static String[] with(String... more) {
        List<String> arguments = new ArrayList<>(List.of("schedule"));
        arguments.addAll(GOOD);
        for (int i = 0; i < more.length; i += 2) {
            int at = arguments.indexOf(more[i]);
            if (at >= 0) {
                arguments.set(at + 1, more[i + 1]);
            } else {
                arguments.addAll(List.of(more).subList(i, Math.min(i + 2, more.length)));
            }
        }
        return arguments.toArray(new String[0]);
    }

    private static JsonNode json(String text) {
        CallFaults faults = new CallFaults();
        JsonNode node = Json.read("output", text, faults);
        faults.throwIfAny("test");
        assertThat(node).isNotNull();
        return Objects.requireNonNull(node);
    }

    @Test
    void jsonHasEveryInstalmentAndEndsAtZero() {
        Shell.Result result = Shell.run(with("--json"));
        assertThat(result.code()).isZero();
        JsonNode document = json(result.out());
        assertThat(document.path("instalments").size()).isEqualTo(12);
        assertThat(document.at("/instalments/0/dueDate").asString()).isEqualTo("2026-02-28");
        assertThat(document.at("/instalments/11/balanceAfter").asString()).isEqualTo("0.00");
        assertThat(document.path("method").asString()).isEqualTo("equal_instalment");
        assertThat(document.path("annualCost").asString()).startsWith("0.0744");
    }

    @Test
    void csvHasAHeadAndOneLineForEachInstalment() {
        Shell.Result result = Shell.run(with("--csv"));
        assertThat(result.out().lines()).hasSize(13).first().asString().startsWith("number,due_date,");
    }

    @Test
    void theTableBeginsWithTheTerms() throws IOException {
        assertThat(Shell.run(with()).out())
                .startsWith("DEM 12000.00 at 7.2 %, 12 instalments, every month, equal instalment\n");
        Path file = folder.resolve("floating.json");
        Files.writeString(file, """
                {"principal":"12000.00","currency":"DEM","months":6,"start":"2026-01-15",
                 "floating":{"index":"LPR-1Y","spread":"0.01"},"indexValues":[{"from":"2026-01-01","rate":"0.03"}]}""");
        assertThat(Shell.run("schedule", "--terms", file.toString()).out())
                .startsWith("DEM 12000.00 at LPR-1Y plus 1 %, 6 instalments");
    }

    @Test
    void anOptionWinsOverTheFile() throws IOException {
        Path file = folder.resolve("terms.json");
        Files.writeString(file, """
                {"principal":"12000.00","currency":"DEM","rate":0.072,"months":6,"method":"equal_principal","start":"2026-01-15"}""");
        Shell.Result result = Shell.run("schedule", "--terms", file.toString(), "--months", "4", "--json");
        assertThat(result.code()).isZero();
        JsonNode document = json(result.out());
        assertThat(document.path("months").asInt()).isEqualTo(4);
        assertThat(document.at("/instalments/0/principal").asString()).isEqualTo("3000.00");
    }

    @ParameterizedTest
    @CsvSource({
        "--principal, NaN, principal: expected a decimal number from 0 to 999999999999",
        "--principal, -5, principal: expected a decimal number",
        "--principal, 0, principal: expected an amount above zero",
        "--principal, 99999999999999999999, principal: expected a decimal number",
        "--principal, 10.001, principal: expected at most 2 decimals in DEM",
        "--currency, DMARK, currency: expected an ISO 4217 code",
        "--rate, 1e999999999, rate: expected a decimal number from 0 to 10",
        "--rate, Infinity, rate: expected a decimal number from 0 to 10",
        "--months, 1201, months: expected a whole number from 1 to 1200",
        "--months, 12.5, months: expected a whole number",
        "--method, balloon, method: expected one of",
        "--start, 2026-02-30, start: expected a date as YYYY-MM-DD",
        "--start, 0001-01-01, start: expected a date from 1900-01-01",
        "--fee, -1, fee: expected a decimal number",
        "--fee, 12000, fees up front",
        "--colour, red, arguments: expected only",
        "--terms, nowhere.json, --terms: expected a file that exists",
        "--terms, /, --terms: expected a file"
    })
    void refusesABadOption(String option, String value, String message) {
        Shell.Result result = Shell.run(with(option, value));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(message).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "[]",
                "{\"principal\":",
                "{\"principal\":1,\"principal\":2}",
                "{\"colour\":\"red\"}",
                "{\"principal\":null}",
                "{\"principal\":[1]}",
                "{\"principal\":true}",
                "{\"rate\":NaN}",
                "{} {}",
                "12"
            })
    void refusesABadFile(String content) throws IOException {
        Path file = folder.resolve("terms.json");
        Files.writeString(file, content);
        Shell.Result result = Shell.run("schedule", "--terms", file.toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("quanheng schedule: bad input").doesNotContain("\tat ");
    }

    @Test
    void refusesBrokenUtf8AndNamesThePlace() throws IOException {
        Path file = folder.resolve("terms.json");
        Files.write(file, "{\"currency\":\"D\u00c4M\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Shell.run("schedule", "--terms", file.toString()).err())
                .contains("expected text in UTF-8, came a byte that is not, at offset 14");
    }

    @Test
    void namesEveryFaultAtOnce() {
        Shell.Result result =
                Shell.run("schedule", "--principal", "x", "--rate", "y", "--months", "z", "--json", "--csv");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("principal:", "currency:", "rate:", "months:", "start:", "--json, --csv:");
    }
}
