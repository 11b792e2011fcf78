package org.quanheng.cli.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanheng.cli.Shell;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands validate, compare and drift on two scorecards of one table. */
class ValidateTests {
    @TempDir
    static Path folder = Path.of("");

    private static String champion = "";
    private static String challenger = "";
    private static String table = "";

    /** Rows of which the later half has lower incomes when shifted. */
    private static String histories(int seed, int incomeMost) {
        Random random = new Random(seed);
        StringBuilder csv = new StringBuilder("income,home,quarter,target\n");
        for (int i = 0; i < 1_000; i++) {
            int income = random.nextInt(incomeMost);
            boolean rents = random.nextInt(3) == 0;
            double risk = (rents ? 0.45 : 0.15) + (income < 300 ? 0.3 : 0);
            csv.append(income)
                    .append(rents ? ",rent," : ",own,")
                    .append(i % 2 == 0 ? "2026Q1," : "2026Q2,")
                    .append(random.nextDouble() < risk ? 1 : 0)
                    .append('\n');
        }
        return csv.toString();
    }

    private static String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @BeforeAll
    static void train() throws IOException {
        table = file("h.csv", histories(1, 1_000));
        champion = folder.resolve("champion.json").toString();
        challenger = folder.resolve("challenger.json").toString();
        Shell.Result first = Shell.run("train", "--table", table, "--drop", "income,quarter", "--out", champion);
        assertThat(first.err()).isEmpty();
        String splits = file("splits.json", "{\"income\":[300,600],\"home\":[[\"own\"],[\"rent\"]]}");
        Shell.Result second = Shell.run(
                "train",
                "--table",
                table,
                "--drop",
                "quarter",
                "--splits",
                splits,
                "--method",
                "evidence",
                "--out",
                challenger);
        assertThat(second.err()).isEmpty();
        assertThat(Path.of(challenger)).content().contains("300.0, 600.0");
    }

    @Test
    void validatesWithinQuarters() {
        Shell.Result result =
                Shell.run("validate", "--scorecard", challenger, "--table", table, "--by", "quarter", "--json");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("\"rows\":1000", "\"hMeasure\":", "\"reliability\":[", "\"lift\":[", "\"name\":\"2026Q2\"");
        assertThat(Shell.run("validate", "--scorecard", challenger, "--table", table, "--by", "quarter")
                        .out())
                .contains("AUC 0.", "calibration: intercept", "2026Q1");
    }

    /** A row of weight two counts as the row given twice. */
    @Test
    void aColumnOfWeightsCountsInEveryFigure() throws IOException {
        StringBuilder weighted = new StringBuilder("income,home,quarter,target,times\n");
        StringBuilder repeated = new StringBuilder("income,home,quarter,target\n");
        List<String> lines = histories(4, 1_000).lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            int times = 1 + i % 3;
            weighted.append(lines.get(i)).append(',').append(times).append('\n');
            repeated.append((lines.get(i) + "\n").repeat(times));
        }
        JsonNode one = figures(file("weighted.csv", weighted.toString()), "--weight", "times");
        JsonNode other = figures(file("repeated.csv", repeated.toString()));
        for (String figure : List.of("auc", "ks", "brier", "logLoss", "hMeasure", "calibrationSlope")) {
            assertThat(one.path(figure).doubleValue())
                    .as(figure)
                    .isCloseTo(other.path(figure).doubleValue(), within(1e-9));
        }
        for (int band = 0; band < 10; band++) {
            assertThat(one.path("lift").path(band).path("lift").doubleValue())
                    .isCloseTo(other.path("lift").path(band).path("lift").doubleValue(), within(1e-9));
        }
        assertThat(one.path("rows").intValue()).isEqualTo(1_000);
        assertThat(Shell.run("validate", "--scorecard", challenger, "--table", table, "--weight", "heavy")
                        .err())
                .contains("--weight", "heavy");
    }

    private static JsonNode figures(String file, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("validate", "--scorecard", challenger, "--table", file, "--json"));
        arguments.addAll(List.of(more));
        Shell.Result result = Shell.run(arguments.toArray(String[]::new));
        assertThat(result.err()).isEmpty();
        return JsonMapper.shared().readTree(result.out());
    }

    /** Whoever was refused has no outcome, but counts among the decisions. */
    @Test
    void saysWherePeopleDecidedOtherwiseAndWhatCameOfIt() throws IOException {
        StringBuilder decided = new StringBuilder("income,home,quarter,target,approved\n");
        List<String> lines = histories(5, 1_000).lines().toList();
        int refused = 0;
        for (int i = 1; i < lines.size(); i++) {
            boolean no = i % 4 == 0;
            refused += no ? 1 : 0;
            decided.append(no ? lines.get(i).substring(0, lines.get(i).length() - 1) + ",0\n" : lines.get(i) + ",1\n");
        }
        String file = file("decided.csv", decided.toString());
        JsonNode document = figures(file, "--approved", "approved", "--cut-off", "0.3");
        assertThat(document.path("rows").intValue()).isEqualTo(1_000 - refused);
        JsonNode overrides = document.path("overrides");
        assertThat(overrides.path("rows").intValue()).isEqualTo(1_000);
        int low = overrides.path("lowSideOverrides").path("rows").intValue();
        int high = overrides.path("highSideOverrides").path("rows").intValue();
        assertThat(low).isPositive();
        assertThat(overrides.path("lowSideOverrides").path("observed").doubleValue())
                .isGreaterThan(0.3);
        assertThat(high).isPositive();
        assertThat(overrides.path("highSideOverrides").path("known").intValue()).isZero();
        assertThat(high + overrides.path("agreedRefusals").path("rows").intValue())
                .isEqualTo(refused);
        assertThat(overrides.path("overrideShare").doubleValue()).isCloseTo((low + high) / 1_000.0, within(1e-12));
        assertThat(Shell.run(
                                "validate",
                                "--scorecard",
                                challenger,
                                "--table",
                                file,
                                "--approved",
                                "approved",
                                "--cut-off",
                                "0.3")
                        .out())
                .contains("overrides at a PD of 30.00 %", "approved, the model would refuse");
        Shell.Result alone = Shell.run("validate", "--scorecard", challenger, "--table", table, "--cut-off", "8");
        assertThat(alone.code()).isEqualTo(2);
        assertThat(alone.err())
                .contains("--approved, --cut-off: expected both or neither", "expected a PD above 0 and below 1");
        Shell.Result wrong = Shell.run(
                "validate", "--scorecard", challenger, "--table", table, "--approved", "income", "--cut-off", "0.1");
        assertThat(wrong.err()).contains("1 or 0 in every row");
    }

    @Test
    void comparesTheChallengerWithTheChampion() {
        Shell.Result result =
                Shell.run("compare", "--scorecard", champion + "," + challenger, "--table", table, "--json");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("\"challenger\":", "\"pValue\":", "\"swappedIn\":");
        assertThat(Shell.run("compare", "--scorecard", champion + "," + challenger, "--table", table)
                        .out())
                .contains("against the champion: AUC +0.", "70 % approved");
    }

    @Test
    void driftRaisesAnAlarmOnlyWhenApplicantsMoved() throws IOException {
        String same = file("same.csv", histories(2, 1_000));
        String poorer = file("poorer.csv", histories(3, 400));
        Shell.Result calm = Shell.run("drift", "--scorecard", challenger, "--applicants", same);
        assertThat(calm.code()).as(calm.out()).isZero();
        assertThat(calm.out()).contains("score (PSI)", "stable");
        Shell.Result moved = Shell.run("drift", "--scorecard", challenger, "--applicants", poorer, "--json");
        assertThat(moved.code()).isEqualTo(1);
        assertThat(moved.out()).contains("\"name\":\"income\"", "\"verdict\":\"moved\"", "\"alarm\":true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "compare", "drift"})
    void eachHasHelpAndNamesEveryFault(String command) {
        Shell.Result help = Shell.run(command, "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).startsWith("Usage: quanheng " + command).contains("--json", "Example:");
        Shell.Result bad =
                Shell.run(command, command.equals("drift") ? "--applicants" : "--table", "nowhere.csv", "--colour");
        assertThat(bad.code()).isEqualTo(2);
        assertThat(bad.err()).contains("nowhere.csv", "--scorecard", "--colour").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "--by, nowhere, --by: expected one of",
        "--by, income, --by: expected at most 200 periods or segments",
        "--target, nowhere, --target: expected one of",
        "--target, income, 'expected 0 or 1'",
        "--target, home, expected a numeric column",
        "--drop, nowhere, columns: expected one of",
        "--card, nowhere.json, --card: expected a file that exists"
    })
    void validateRefusesABadOption(String option, String value, String message) {
        Shell.Result result = Shell.run("validate", "--scorecard", challenger, "--table", table, option, value);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void refusesTablesThatLackWhatTheScorecardAsksFor() throws IOException {
        String poor = file("poor.csv", "home,target\nown,0\nrent,1\n");
        assertThat(Shell.run("validate", "--scorecard", challenger, "--table", poor)
                        .err())
                .contains("--table: expected a column income");
        assertThat(Shell.run("drift", "--scorecard", challenger, "--applicants", poor)
                        .err())
                .contains("--applicants: expected a column income");
        assertThat(Shell.run("compare", "--scorecard", champion, "--table", poor)
                        .err())
                .contains("--scorecard: expected two files or more");
        assertThat(Shell.run("validate", "--scorecard", poor, "--table", poor).err())
                .contains("expected JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1,2]|a JSON object with a list for each characteristic",
                "{\"income\":7}|a list of numbers, or a list of lists of texts",
                "{\"income\":[600,300]}|cut 2: expected a number above the cut before, came 300.0",
                "{\"income\":[300,\"x\"]}|cuts that are numbers, or groups that are lists of texts",
                "{\"home\":[[]]}|at least one category in a group",
                "{\"home\":[[\"castle\"]]}|splits of home: expected categories of the column, came castle",
                "{\"income\":[[\"low\"]]}|splits of income: expected cuts, since the column holds numbers",
                "{\"shoe\":[40]}|splits of shoe: expected a feature"
            })
    void trainSaysWhySplitsAreImpossible(String json, String message) throws IOException {
        Shell.Result result = Shell.run(
                "train",
                "--table",
                table,
                "--splits",
                file("bad.json", json),
                "--out",
                folder.resolve("no.json").toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(message).doesNotContain("\tat ");
    }
}
