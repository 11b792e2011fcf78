package org.quanheng.cli.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanheng.cli.Shell;

class TrainTests {
    @TempDir
    Path folder = Path.of("");

    private static String histories() {
        StringBuilder csv = new StringBuilder("income,home,target\n");
        for (int i = 0; i < 600; i++) {
            int bad = (i * 7919 % 100) < (i % 3 == 0 ? 50 : 12) ? 1 : 0;
            csv.append(i * 37 % 1000)
                    .append(i % 3 == 0 ? ",rent," : ",own,")
                    .append(bad)
                    .append('\n');
        }
        return csv.toString();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void trainsOnSevenOfTenAndValidatesOnTheRest() throws IOException {
        String out = folder.resolve("card.json").toString();
        Shell.Result result = Shell.run("train", "--table", file("h.csv", histories()), "--out", out, "--json");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("\"development\":{\"rows\":420", "\"holdout\":{\"rows\":180", "\"aucInterval\":[");
        assertThat(Path.of(out)).content().contains("\"home\"");
    }

    @Test
    void aCardSaysTheSameAsTheOptions() throws IOException {
        String table = file("h.csv", histories());
        String card =
                file("h.card.json", "{\"name\":\"h\",\"file\":\"h.csv\",\"target\":\"target\",\"drop\":[\"income\"]}");
        Path byCard = folder.resolve("a.json");
        Path byOptions = folder.resolve("b.json");
        assertThat(Shell.run("train", "--table", table, "--card", card, "--out", byCard.toString())
                        .code())
                .isZero();
        assertThat(Shell.run("train", "--table", table, "--drop", "income", "--out", byOptions.toString())
                        .code())
                .isZero();
        assertThat(byCard).hasSameTextualContentAs(byOptions);
        assertThat(byCard).content().doesNotContain("\"income\"");
    }

    @ParameterizedTest
    @CsvSource({
        "--target, nowhere, nowhere",
        "--bad, 2, --bad: expected a whole number from 0 to 1",
        "--bad, NaN, --bad: expected a whole number",
        "--holdout, 9, --holdout: expected a whole number from 0 to 5",
        "--holdout, -1, --holdout",
        "--drop, nowhere, columns: expected one of",
        "--categorical, nowhere, columns: expected one of",
        "--card, nowhere.json, --card: expected a file that exists",
        "--table, nowhere.csv, --table: expected a file that exists",
        "--table, /, --table: expected a file",
        "--out, /, --out: expected a file",
        "--out, /nowhere/card.json, --out: expected a file in a folder that exists",
        "--colour, red, arguments: expected only"
    })
    void refusesABadOption(String option, String value, String message) throws IOException {
        String table = option.equals("--table") ? value : file("h.csv", histories());
        String out =
                option.equals("--out") ? value : folder.resolve("card.json").toString();
        Shell.Result result = option.equals("--table") || option.equals("--out")
                ? Shell.run("train", "--table", table, "--out", out)
                : Shell.run("train", "--table", table, "--out", out, option, value);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(message).doesNotContain("\tat ");
        assertThat(folder.resolve("card.json")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "income,home,target\n",
                "income,income,target\n1,2,0\n",
                "income,home,target\n1,own\n",
                "income,home,target\n1,own,0\n2,own,0\n",
                "income,home,target\n1,own,0\n2,own,7\n3,rent,1\n",
                "income,home,target\n1,own,0\nNaN,own,1\n3,rent,1\n",
                "income,home,target\n1,own,0\n2,\"own,1\n",
                "target\n0\n1\n",
                "income,home,target\n1,own,\n2,rent,1\n3,own,0\n"
            })
    void refusesABadTable(String content) throws IOException {
        Shell.Result result = Shell.run(
                "train",
                "--table",
                file("h.csv", content),
                "--out",
                folder.resolve("card.json").toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("expected").doesNotContain("\tat ");
        assertThat(folder.resolve("card.json")).doesNotExist();
    }

    @Test
    void refusesBrokenUtf8() throws IOException {
        Path table = folder.resolve("h.csv");
        Files.write(table, "f\u00e4ct,target\n1,0\n2,1\n".getBytes(StandardCharsets.ISO_8859_1));
        Shell.Result result = Shell.run(
                "train",
                "--table",
                table.toString(),
                "--out",
                folder.resolve("card.json").toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("UTF-8");
    }

    @Test
    void refusesAFileThatOnlyClaimsToBePacked() throws IOException {
        Shell.Result result = Shell.run(
                "train",
                "--table",
                file("h.csv.gz", histories()),
                "--out",
                folder.resolve("card.json").toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--table: expected a file that can be read");
    }
}
