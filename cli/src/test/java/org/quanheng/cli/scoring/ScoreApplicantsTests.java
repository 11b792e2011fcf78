package org.quanheng.cli.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanheng.cli.Shell;

class ScoreApplicantsTests {
    @TempDir
    static Path folder = Path.of("");

    private static String card = "";

    @BeforeAll
    static void train() throws IOException {
        StringBuilder csv = new StringBuilder("income,home,target\n");
        for (int i = 0; i < 600; i++) {
            int income = i * 37 % 1000;
            int bad = i * 7919 % 100 < (i % 3 == 0 ? 45 : 10) + (income < 300 ? 30 : 0) ? 1 : 0;
            csv.append(income)
                    .append(i % 3 == 0 ? ",rent," : ",own,")
                    .append(bad)
                    .append('\n');
        }
        card = folder.resolve("card.json").toString();
        Shell.Result trained = Shell.run("train", "--table", file("h.csv", csv.toString()), "--out", card);
        assertThat(trained.err()).isEmpty();
        assertThat(Path.of(card)).content().contains("\"income\"", "\"home\"");
    }

    private static String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void csvAndJsonGiveTheSameScores() throws IOException {
        String csv = file("p.csv", "income,home\n100,rent\n900,own\n,own\n");
        String json = file(
                "p.json",
                "[{\"income\":100,\"home\":\"rent\"},{\"income\":900,\"home\":\"own\"},{\"income\":null,\"home\":\"own\"}]");
        Shell.Result fromCsv = Shell.run("score", "--scorecard", card, "--applicants", csv, "--json");
        Shell.Result fromJson = Shell.run("score", "--scorecard", card, "--applicants", json, "--json");
        assertThat(fromCsv.err()).isEmpty();
        assertThat(fromCsv.code()).isZero();
        assertThat(fromJson.out()).isEqualTo(fromCsv.out());
        assertThat(fromCsv.out()).contains("\"applicant\":3", "\"pd\":", "\"pointsLost\":");
    }

    @Test
    void theTableNamesWhatCostMost() throws IOException {
        Shell.Result result =
                Shell.run("score", "--scorecard", card, "--applicants", file("p.csv", "income,home\n100,rent\n"));
        assertThat(result.out()).contains("home").contains("income");
    }

    @Test
    void passesOverUnknownColumnsOnlyWhenTold() throws IOException {
        String people = file("p.csv", "income,home,colour\n100,rent,red\n");
        assertThat(Shell.run("score", "--scorecard", card, "--applicants", people)
                        .err())
                .contains("came 'colour'. Maybe add --allow-unknown");
        assertThat(Shell.run("score", "--scorecard", card, "--applicants", people, "--allow-unknown")
                        .code())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "7",
                "[1,2]",
                "{\"income\":100}",
                "{\"income\":\"much\",\"home\":\"own\"}",
                "{\"income\":1e999,\"home\":\"own\"}",
                "{\"income\":NaN,\"home\":\"own\"}",
                "{\"income\":100,\"home\":[\"own\"]}",
                "{\"income\":100,\"home\":true}",
                "{\"income\":100,\"home\":\"own\",\"home\":\"rent\"}",
                "{\"income\":100,\"home\":\"own\",\"colour\":\"red\"}"
            })
    void refusesBadJson(String content) throws IOException {
        Shell.Result result = Shell.run("score", "--scorecard", card, "--applicants", file("p.json", content));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("expected").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "income,home\n",
                "income\n100\n",
                "income,home\n100\n",
                "income,income\n1,2\n",
                "income,home\nmuch,own\nmuch,own\n1,own\n",
                "income,home\n\"100,own\n"
            })
    void refusesBadCsv(String content) throws IOException {
        Shell.Result result = Shell.run("score", "--scorecard", card, "--applicants", file("p.csv", content));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("expected").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "x", "{\"form\":\"another-1\"}", "{\"form\":\"quanheng-scorecard-1\"}"})
    void refusesABadScorecard(String content) throws IOException {
        Shell.Result result = Shell.run(
                "score",
                "--scorecard",
                file("bad.json", content),
                "--applicants",
                file("p.csv", "income,home\n1,own\n"));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("expected").doesNotContain("\tat ");
    }

    @Test
    void refusesBrokenUtf8() throws IOException {
        Path people = folder.resolve("p.json");
        Files.write(people, "{\"home\":\"h\u00f6me\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Shell.run("score", "--scorecard", card, "--applicants", people.toString())
                        .err())
                .contains("expected text in UTF-8");
    }

    @Test
    void namesBothFilesWhenBothAreMissing() {
        Shell.Result result = Shell.run("score", "--applicants", "nowhere.csv");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--scorecard: expected the name of a file, came nothing", "nowhere.csv");
    }
}
