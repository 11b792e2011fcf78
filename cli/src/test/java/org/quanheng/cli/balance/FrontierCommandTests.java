package org.quanheng.cli.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quanheng.cli.Shell;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Json;
import tools.jackson.databind.JsonNode;

final class FrontierCommandTests {
    private static final String STAGES =
            "[{'name':'x','features':['a']},{'name':'w','features':['b']},{'name':'z','features':['c']}]";

    private static Path card(Path folder, String stages) throws IOException {
        Path card = folder.resolve("t.card.json");
        String text = "{'name':'t','file':'t.csv','target':'y','bad':1,'stages':" + stages + "}";
        Files.writeString(card, text.replace('\'', '"'));
        return card;
    }

    private static void data(Path folder, int rows, boolean oneClassInAFold) throws IOException {
        Random random = new Random(2);
        StringBuilder csv = new StringBuilder("a,b,c,y\n");
        for (int row = 0; row < rows; row++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            double c = random.nextGaussian();
            boolean bad = random.nextDouble() < 1 / (1 + Math.exp(1 - a - b - c));
            csv.append(a).append(',').append(b).append(',').append(c).append(',');
            csv.append(bad || (oneClassInAFold && row % 5 == 2) ? "1\n" : "0\n");
        }
        Files.writeString(folder.resolve("t.csv"), csv);
    }

    @Test
    void printsTheFrontierAndWritesThePage(@TempDir Path folder) throws IOException {
        data(folder, 400, false);
        Path card = card(folder, STAGES);
        Path page = folder.resolve("frontier.html");
        Shell.Result result = Shell.run(
                "frontier",
                card.toString(),
                "--json",
                "--approval",
                "0.7",
                "--rates",
                "0.01,0,0.001",
                "--report",
                page.toString());
        assertThat(result.code()).as(result.err()).isZero();
        JsonNode entry = document(result).path("results").path(0);
        assertThat(entry.path("dataset").asString()).isEqualTo("t");
        assertThat(entry.path("target").asDouble()).isEqualTo(0.7);
        JsonNode points = entry.path("points");
        assertThat(points.size()).isEqualTo(3);
        assertThat(points.path(0).propertyNames())
                .contains(
                        "rate",
                        "approval",
                        "stagesMean",
                        "featureShare",
                        "askedEverythingShare",
                        "decidedAtStageOne",
                        "badRate",
                        "badRateAskAll",
                        "relativeChange",
                        "sameDecisionShare",
                        "effortMinutes");
        assertThat(points.path(0).path("askedEverythingShare").asDouble()).isEqualTo(1);
        assertThat(points.path(0).path("effortMinutes").asDouble()).isEqualTo(13);
        assertThat(entry.path("hypervolume").asDouble()).isNotNegative();
        assertThat(entry.propertyNames()).contains("knee", "defaultRate", "noise");
        assertThat(Files.readString(page))
                .contains("<svg", "多少是偶然", "How much is noise")
                .doesNotContain("http");
    }

    private static JsonNode document(Shell.Result result) {
        JsonNode document = Json.read("out", result.out(), new CallFaults());
        assertThat(document).isNotNull();
        return java.util.Objects.requireNonNull(document);
    }

    @Test
    void ofAFolderTakesTheCardsWithStages(@TempDir Path folder) throws IOException {
        data(folder, 400, false);
        card(folder, STAGES);
        Files.writeString(
                folder.resolve("u.card.json"), "{\"name\":\"u\",\"file\":\"t.csv\",\"target\":\"y\",\"bad\":1}");
        Shell.Result result =
                Shell.run("frontier", folder.toString(), "--approval", "0.7", "--rates", "0,0.01", "--by", "question");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out().lines().filter(line -> line.startsWith("t "))).hasSize(1);
        assertThat(result.out()).doesNotContain("\nu ");
    }

    static Stream<Arguments> badStages() {
        return Stream.of(
                Arguments.of("[]", "at least two"),
                Arguments.of("[{'name':'x','features':['a']}]", "at least two"),
                Arguments.of("{'x':['a'],'z':['b']}", "a list in the order of asking"),
                Arguments.of("[['a'],['b']]", "a text"),
                Arguments.of("[{'name':'x','features':['a']},{'features':['b']}]", "stage 2, name"),
                Arguments.of("[{'name':'x','features':[]},{'name':'z','features':['b']}]", "at least one feature"),
                Arguments.of(
                        "[{'name':'x','features':'a'},{'name':'z','features':['b']}]", "a list of different texts"),
                Arguments.of("[{'name':'x','features':['q']},{'name':'z','features':['b']}]", "no such column"),
                Arguments.of("[{'name':'x','features':['y']},{'name':'z','features':['b']}]", "the target"),
                Arguments.of("[{'name':'x','features':['a']},{'name':'z','features':['a']}]", "no earlier stage asked"),
                Arguments.of("[{'name':'x','features':['a']},{'name':'x','features':['b']}]", "a name of its own"),
                Arguments.of(
                        "[{'name':'x','features':['a'],'minutes':-2},{'name':'z','features':['b'],'minutes':1}]",
                        "minutes"),
                Arguments.of(
                        "[{'name':'x','features':['a'],'minutes':'2'},{'name':'z','features':['b'],'minutes':1}]",
                        "minutes"),
                Arguments.of(
                        "[{'name':'x','features':['a'],'minutes':2},{'name':'z','features':['b']}]", "minutes for all"),
                Arguments.of("[{'name':'x','features':['a'],'hazard':1.5},{'name':'z','features':['b']}]", "hazard"),
                Arguments.of("[{'name':'x','features':['a'],'hazard':-0.1},{'name':'z','features':['b']}]", "hazard"),
                Arguments.of("[{'name':'x','features':['a'],'order':1},{'name':'z','features':['b']}]", "order"),
                Arguments.of(
                        "[{'name':'x','features':['a'],'position':2},{'name':'z','features':['b'],'position':1}]",
                        "stage 2, position: expected a whole number above 2"),
                Arguments.of(
                        "[{'name':'x','features':['a'],'position':1},{'name':'z','features':['b'],'position':1}]",
                        "stage 2, position: expected a whole number above 1"),
                Arguments.of(
                        "[{'name':'x','features':['a'],'position':-1},{'name':'z','features':['b'],'position':1}]",
                        "stage 1, position"),
                Arguments.of(
                        "[{'name':'x','features':['a'],'position':1.5},{'name':'z','features':['b'],'position':2}]",
                        "stage 1, position"),
                Arguments.of(
                        "[{'name':'x','features':['a'],'position':1},{'name':'z','features':['b']}]",
                        "position for all stages or for none"),
                Arguments.of("[{'name':'x','features':['a','a']},{'name':'z','features':['b']}]", "different texts"),
                Arguments.of(
                        "[{'name':'x','features':['a'],'hazard':'much'},{'name':'z','features':['b']}]", "hazard"));
    }

    @Test
    void namesEveryFaultOfTheStagesInOneMessage(@TempDir Path folder) throws IOException {
        data(folder, 100, false);
        Shell.Result result = Shell.run(
                "frontier",
                card(
                                folder,
                                "[{'name':'x','features':['a','y'],'position':3,'minutes':-1},"
                                        + "{'name':'x','features':['a'],'position':2,'hazard':1.5},"
                                        + "{'name':'w','features':[],'cost':4}]")
                        .toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains(
                        "stage 1, y",
                        "the target",
                        "stage 1, minutes",
                        "stage 2: expected a name of its own",
                        "stage 2, a: expected a fact that no earlier stage asked for, came also in stage 1",
                        "stage 2, position: expected a whole number above 3",
                        "stage 2, hazard",
                        "stage 3, features: expected at least one feature",
                        "came cost",
                        "minutes for all stages or for none, came minutes for 1 of 3",
                        "position for all stages or for none, came position for 2 of 3")
                .doesNotContain("Exception");
        assertThat(result.out()).isEmpty();
    }

    /** 24 of stages, 7 of the call, 6 of files and data. */
    @Test
    void twentyBadInputsAndMoreAreTried() {
        assertThat(Stream.concat(badStages(), badCalls())
                        .map(each -> List.of(each.get()).toString()))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("badStages")
    void saysOnceWhatIsWrongWithTheStages(String stages, String word, @TempDir Path folder) throws IOException {
        data(folder, 100, false);
        Shell.Result result = Shell.run("frontier", card(folder, stages).toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(word, "expected", "came").doesNotContain("Exception");
        assertThat(result.out()).isEmpty();
    }

    static Stream<Arguments> badCalls() {
        return Stream.of(
                Arguments.of(List.of("--approval", "1.2"), "--approval"),
                Arguments.of(List.of("--approval", "0.7,0.7"), "each number once"),
                Arguments.of(List.of("--approval", "many"), "many"),
                Arguments.of(List.of("--rates", "-0.1"), "--rates"),
                Arguments.of(List.of("--by", "person"), "stage or question"),
                Arguments.of(List.of("--report", "nowhere/at/all.html"), "--report"),
                Arguments.of(List.of("--colour"), "--colour"));
    }

    @ParameterizedTest
    @MethodSource("badCalls")
    void saysOnceWhatIsWrongWithTheCall(List<String> options, String word, @TempDir Path folder) throws IOException {
        data(folder, 100, false);
        String[] call = Stream.concat(Stream.of("frontier", card(folder, STAGES).toString()), options.stream())
                .toArray(String[]::new);
        Shell.Result result = Shell.run(call);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(word);
    }

    @Test
    void refusesDataThatCannotBeSplit(@TempDir Path folder) throws IOException {
        data(folder, 400, true);
        assertThat(refusal(card(folder, STAGES).toString())).contains("fold 2", "0 good and 80 bad");
        Files.delete(folder.resolve("t.csv"));
        assertThat(refusal(card(folder, STAGES).toString())).contains("t, file", "a file that exists");
        Files.writeString(folder.resolve("t.card.json"), "{");
        assertThat(refusal(folder.toString())).contains("JSON");
        Files.delete(folder.resolve("t.card.json"));
        assertThat(refusal(folder.toString())).contains("at least one NAME.card.json");
        assertThat(refusal(folder + "/nope")).contains("a file that exists");
        assertThat(refusal(null)).contains("CARD|FOLDER");
    }

    private static String refusal(@Nullable String from) {
        Shell.Result result = from == null ? Shell.run("frontier") : Shell.run("frontier", from);
        assertThat(result.code()).isEqualTo(2);
        return result.err();
    }
}
