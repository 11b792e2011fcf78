package org.quanheng.cli.lending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanheng.cli.Shell;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Json;
import tools.jackson.databind.JsonNode;

class RepayCommandTests {
    private static final String TERMS = """
        {"principal":"12000","currency":"CNY","rate":"0.072","instalments":12,"start":"2026-01-15",
         "account":{"penalty":{"multiple":"1.5","dayCount":"ACT/360"}}}\
        """;
    private static final String EVENTS = """
        [{"event":"disbursed","date":"2026-01-15","amount":"12000"},
         {"event":"repaid_early","date":"2026-02-15","amount":"5000","excess":"fewer_instalments"}]\
        """;

    @TempDir
    Path folder = Path.of("");

    private Path terms = folder;
    private Path events = folder;

    @BeforeEach
    void write() throws IOException {
        terms = Files.writeString(folder.resolve("terms.json"), TERMS);
        events = Files.writeString(folder.resolve("events.json"), EVENTS);
    }

    private Shell.Result repay(String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(
                new String[] {"repay", "--terms", terms.toString(), "--events", events.toString()}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Shell.run(arguments);
    }

    private static JsonNode json(String text) {
        CallFaults faults = new CallFaults();
        return Objects.requireNonNull(Json.read("output", text, faults));
    }

    @Test
    void jsonHasStateScheduleAndEntriesThatSumToZero() {
        Shell.Result result = repay("--json");
        assertThat(result.err()).isEmpty();
        JsonNode document = json(result.out());
        assertThat(document.path("status").asString()).isEqualTo("active");
        assertThat(document.path("principal").asString()).isEqualTo("7072.00");
        assertThat(document.at("/schedule/0/paid").asString()).isEqualTo("5000.00");
        document.path("entries").forEach(entry -> {
            long sum = 0;
            for (JsonNode posting : entry.path("postings")) {
                sum += posting.path("amount")
                        .decimalValue(java.math.BigDecimal.ZERO)
                        .movePointRight(2)
                        .longValueExact();
            }
            assertThat(sum).isZero();
        });
    }

    @Test
    void csvAndTheTableEndAtZero() {
        assertThat(repay("--csv").out().lines().toList().getLast()).endsWith(",0.00");
        assertThat(repay().out())
                .contains("status             active", "payoff            7072.00", "principal receivable");
    }

    @Test
    void anotherDayCountsDaysPastDueAndPenalty() {
        JsonNode late = json(repay("--json", "--as-of", "2026-06-20").out());
        assertThat(late.path("daysPastDue").asInt()).isEqualTo(97);
        assertThat(late.path("bucket").asString()).isEqualTo("dpd_91_180");
        assertThat(late.path("tier").asString()).isEqualTo("substandard");
        assertThat(late.path("duePenalty").asString()).isNotEqualTo("0.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | --events: expected a JSON list",
                "[1] | event 1: expected a JSON object",
                "[{\"event\":\"vanished\",\"date\":\"2026-02-15\"}] | event 1.event: expected one of",
                "[{\"date\":\"2026-02-15\"}] | event 1.event: expected a text, came nothing",
                "[{\"event\":\"repaid\",\"date\":\"2026-02-30\",\"amount\":\"1\"}] | event 1.date: expected a date",
                "[{\"event\":\"repaid\",\"date\":\"2026-02-15\"}] | event 1.amount: expected a decimal number",
                "[{\"event\":\"repaid\",\"date\":\"2026-02-15\",\"amount\":\"1.001\"}] | event 1.amount: expected at"
                        + " most 2",
                "[{\"event\":\"repaid\",\"date\":\"2026-02-15\",\"amount\":\"1\"}] | expected one that was paid out",
                "[{\"event\":\"written_off\",\"date\":\"2026-02-15\",\"why\":\"x\"}] | event 1: expected only the"
                        + " fields",
                "[{\"event\":\"extended\",\"date\":\"2026-02-15\",\"periods\":0}] | event 1.periods: expected a whole"
                        + " number",
                "[{\"event\":\"reversed\",\"date\":\"2026-02-15\",\"reverses\":\"x\"}] | expected the id of a recorded"
                        + " event",
                "[{\"event\":\"rate_reset\",\"date\":\"2026-02-15\",\"rate\":\"-2\"}] | event 1.rate: expected a"
                        + " decimal",
            })
    void refusesBadEvents(String content, String message) throws IOException {
        Files.writeString(events, content);
        Shell.Result result = repay();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("quanheng repay: bad input").contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"currency\":\"CNY\"} | principal: expected a decimal number",
                "{\"frequency\":\"fortnightly\"} | frequency: expected how often, such as month",
                "{\"interest\":\"ACT/999\"} | interest: expected one of 1/1, ACT/365F",
                "{\"rounding\":{\"mode\":\"up and down\"}} | rounding.mode: expected one of",
                "{\"grace\":{\"principal\":-1}} | grace.principal: expected a whole number",
                "{\"dates\":{\"calendar\":\"MARS\"}} | dates.calendar: expected CN, EU, US",
                "{\"fees\":[{\"name\":\"x\"}]} | fees[0].payee: expected a text",
                "{\"step\":{\"every\":0,\"percent\":5}} | step.every: expected a whole number",
                "{\"draws\":{}} | draws: expected a JSON list",
                "{\"account\":{\"allocation\":[\"principal\"]}} | expected each of PENALTY",
                "{\"floating\":{\"index\":\"LPR\"}} | floating.spread: expected a decimal",
                "{\"principalParts\":[\"x\"]} | principalParts[0]: expected a decimal",
                "{\"principalParts\":[{}]} | principalParts[0]: expected text or a number",
                "{\"account\":{\"allocation\":[[]]}} | account.allocation[0]: expected text or a number",
                "{\"months\":6,\"instalments\":12} | instalments, months: expected one of the two, came both",
                "{\"rates\":[{\"from\":\"2026-03-01\",\"rate\":0.1},{\"from\":\"2026-03-01\",\"rate\":0.2}]}"
                        + " | rates[1].from: expected each day once, came 2026-03-01 twice",
                "{\"principal\":1e99999999999} | --terms: expected numbers of at most 999999999 digits",
            })
    void refusesBadTerms(String content, String message) throws IOException {
        Files.writeString(terms, content);
        Shell.Result result = repay();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void eventsTakeEffectInTheOrderOfTheirDaysWhateverTheirOrderInTheFile() throws IOException {
        Shell.Result inOrder = repay("--json");
        List<String> lines = EVENTS.strip().replaceAll("^\\[|]$", "").lines().toList();
        assertThat(lines).hasSize(2);
        String first = lines.get(0).strip().replaceAll(",$", "");
        Files.writeString(
                events,
                "[{\"event\":\"reversed\",\"date\":\"2026-03-01\",\"reverses\":\"x\"}," + lines.get(1) + "," + first
                        + ",{\"event\":\"repaid\",\"id\":\"x\",\"date\":\"2026-02-20\",\"amount\":\"1\"}]");
        assertThat(repay("--json", "--as-of", "2026-02-15").out()).isEqualTo(inOrder.out());
    }

    @Test
    void holdsWhatIsPaidBeforeItIsDueUntilItGoesBack() throws IOException {
        Files.writeString(events, """
            [{"event":"disbursed","date":"2026-01-15","amount":"12000"},
             {"event":"repaid","date":"2026-01-20","amount":"500"},
             {"event":"refunded","date":"2026-01-21","amount":"200"}]\
            """);
        JsonNode state = json(repay("--json", "--as-of", "2026-01-21").out());
        assertThat(state.path("held").asString()).isEqualTo("300.00");
        assertThat(state.path("principal").asString()).isEqualTo("12000.00");
        assertThat(repay("--as-of", "2026-01-21").out()).contains("held for borrowers", "refund");
    }

    @Test
    void namesEveryEventThatCannotBe() throws IOException {
        Files.writeString(events, """
            [{"event":"repaid_early","date":"2026-02-15","amount":"99999"},
             {"event":"disbursed","date":"2026-01-15","amount":"12000"},
             {"event":"extended","date":"2026-02-15","periods":600},
             {"event":"extended","date":"2026-02-15","periods":600},
             {"event":"reversed","date":"2026-02-15","reverses":"event 9"}]\
            """);
        assertThat(repay().err())
                .contains(
                        "loan event event 1: amount: expected at most CNY 12072.00, came CNY 99999.00.",
                        "loan event event 4: periods: expected 1 to 589, came 600.",
                        "loan event event 5: reverses: expected the id of a recorded event that is no reversal");
    }

    @Test
    void refusesMoreEventsThanALoanCanHaveAtOnce() throws IOException {
        String fee = ",{\"event\":\"fee_charged\",\"date\":\"2026-02-01\",\"name\":\"f\",\"amount\":\"1\"}";
        Files.writeString(events, EVENTS.replaceAll("]$", "") + fee.repeat(200_000) + "]");
        Shell.Result result = repay();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("events: expected at most 10000, came 200002.");
    }

    @Test
    void numbersMayBeWrittenWithAnExponentAndAnIndexMayLieBelowZero() throws IOException {
        Files.writeString(terms, """
            {"principal":1.2e4,"currency":"EUR","instalments":12,"start":"2026-01-15",
             "floating":{"index":"EURIBOR-3M","spread":2e-02,"reset":"quarter"},
             "indexValues":[{"from":"2021-01-01","rate":-0.005}]}\
            """);
        Shell.Result result = Shell.run("schedule", "--terms", terms.toString(), "--json");
        assertThat(result.err()).isEmpty();
        assertThat(json(result.out()).path("rate").asString()).isEqualTo("0.015");
        assertThat(Shell.run("schedule", "--terms", terms.toString()).out())
                .startsWith("EUR 12000.00 at EURIBOR-3M plus 2 %, 12 instalments, every month");
        // 12000 at 1.5 % a year is 15.00 in the first month.
        assertThat(json(result.out()).at("/instalments/0/interest").asString()).isEqualTo("15.00");
    }

    @Test
    void aScheduleWithoutOneAnnualCostIsPrintedAndSaysSo() throws IOException {
        Files.writeString(terms, """
            {"principal":"100000","currency":"CNY","rate":"0.06","instalments":24,"start":"2026-01-15","method":"revolving",
             "draws":[{"on":"2026-06-15","amount":"100000"}],
             "fees":[{"name":"commitment","payee":"lender","charged":"each_instalment","amount":"2000"}]}\
            """);
        JsonNode document = json(
                Shell.run("schedule", "--terms", terms.toString(), "--json").out());
        assertThat(document.path("annualCost").isNull()).isTrue();
        assertThat(document.path("annualCostNone").asString()).contains("expected exactly one rate");
        assertThat(document.path("instalments").size()).isEqualTo(24);
        assertThat(Shell.run("schedule", "--terms", terms.toString()).out())
                .contains("annual cost none: flows: expected exactly one rate");
        assertThat(Shell.run("schedule", "--terms", terms.toString(), "--csv").code())
                .isZero();
    }

    @Test
    void anUnreadableFileIsOneFault() throws IOException {
        Files.writeString(terms, "{\"principal\":NaN}");
        Shell.Result result = Shell.run("schedule", "--terms", terms.toString());
        assertThat(result.err())
                .startsWith(
                        "quanheng schedule: bad input\n  --terms: expected a JSON document, came text that is none at line 1, column 1")
                .hasLineCount(2);
    }

    @Test
    void namesEveryFaultOfBothFilesAtOnce() throws IOException {
        Files.writeString(terms, "{\"currency\":\"XYZ\",\"colour\":\"red\"}");
        Files.writeString(events, "[{\"event\":\"x\"},{\"event\":\"repaid\",\"date\":\"x\"}]");
        assertThat(repay("--json", "--csv", "--as-of", "soon").err())
                .contains(
                        "--json, --csv:",
                        "--as-of:",
                        "currency:",
                        "colour",
                        "rate:",
                        "start:",
                        "event 1.event:",
                        "event 2.date:");
    }

    @Test
    void everyKindOfLoanCanBeSaid() throws IOException {
        Files.writeString(terms, """
            {"principal":"9000","currency":"EUR","method":"custom","principalParts":["3000","2000","4000"],
             "start":"2026-01-15","frequency":"quarter","interest":"30E/360","firstDue":"2026-05-01",
             "dates":{"monthEnd":"last_day","businessDay":"modified_following","calendar":"EU","interestFollows":true},
             "rounding":{"mode":"half_even","interestUnit":1,"instalmentUnit":1,"place":"slice"},
             "grace":{"interestPayment":1},"downPaymentPercent":0,
             "fees":[{"name":"guarantee","payee":"Guarantor","charged":"each_instalment","percent":"0.1"}],
             "draws":[{"on":"2026-01-15","amount":"6000"},{"on":"2026-02-01","amount":"3000"}],
             "floating":{"index":"EURIBOR","spread":"0.02","reset":"quarter","floor":"0","cap":"0.1"},
             "indexValues":[{"from":"2026-01-01","rate":"0.021"}],"rates":[{"from":"2026-06-01","rate":"0.05"}],
             "account":{"allocation":["principal","interest","fee","penalty"],"allocationScope":"part_by_part",
             "lateInterest":"none","excessOnDueDate":"fewer_instalments","excessBetween":"smaller_instalments"}}\
            """);
        Shell.Result result = Shell.run("schedule", "--terms", terms.toString(), "--json");
        assertThat(result.err()).isEmpty();
        JsonNode document = json(result.out());
        assertThat(document.path("instalments").size()).isEqualTo(3);
        assertThat(document.at("/costs/1/payee").asString()).isEqualTo("Guarantor");
        assertThat(document.at("/instalments/0/dueDate").asString()).isEqualTo("2026-05-04");
    }
}
