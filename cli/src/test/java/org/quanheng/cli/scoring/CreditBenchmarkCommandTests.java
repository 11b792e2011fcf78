package org.quanheng.cli.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanheng.cli.Shell;

final class CreditBenchmarkCommandTests {
    @Test
    void measuresEveryMethodAndWritesPredictions(@TempDir Path folder) throws IOException {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("x,c,y\n");
        for (int row = 0; row < 500; row++) {
            double x = random.nextDouble();
            csv.append(x).append(random.nextBoolean() ? ",a," : ",b,");
            csv.append(random.nextDouble() < x ? "1\n" : "0\n");
        }
        Files.writeString(folder.resolve("t.csv"), csv);
        Files.writeString(
                folder.resolve("t.card.json"), "{\"name\":\"t\",\"file\":\"t.csv\",\"target\":\"y\",\"bad\":1}");
        Shell.Result result =
                Shell.run("credit-benchmark", folder.toString(), "--json", "--predictions", folder.toString());
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out())
                .startsWith(
                        "{\"results\":[{\"dataset\":\"t\",\"method\":\"scorecard\",\"rows\":500,\"auc\":{\"mean\":0.")
                .contains("\"method\":\"additive\"", "\"method\":\"boosted\"", "\"wrongSigns\":0", "\"seconds\":");
        assertThat(Files.readAllLines(folder.resolve("t.boosted.csv")))
                .hasSize(501)
                .first()
                .isEqualTo("row,target,pd");
        String baselines = "dataset,method,auc_mean,brier_mean\n";
        Path easy = Files.writeString(folder.resolve("easy.csv"), baselines + "t,toad_woe_lr,0.6,0.3\n");
        Path hard = Files.writeString(folder.resolve("hard.csv"), baselines + "t,toad_woe_lr,0.999,0.01\n");
        Shell.Result easily = Shell.run(
                "credit-benchmark", folder.toString(), "--method", "scorecard", "--baselines", easy.toString());
        assertThat(easily.code()).as(easily.out()).isZero();
        assertThat(easily.out()).contains("holds: scorecard against").doesNotContain("does not hold");
        Shell.Result hardly = Shell.run(
                "credit-benchmark", folder.toString(), "--method", "scorecard", "--baselines", hard.toString());
        assertThat(hardly.code()).isEqualTo(1);
        assertThat(hardly.out()).contains("does not hold: scorecard against", "does not hold: Brier");
        Shell.Result table = Shell.run("credit-benchmark", folder.toString(), "--method", "scorecard");
        assertThat(table.out()).contains("dataset").contains("scorecard");
    }

    /** Of two sets one cannot be used: the other is measured all the same, and the exit code says that not all went well. */
    @Test
    void aSetThatCannotBeUsedDoesNotStopTheOthers(@TempDir Path folder) throws IOException {
        StringBuilder csv = new StringBuilder("x,y,z\n");
        for (int row = 0; row < 300; row++) {
            csv.append(row % 7)
                    .append(row % 7 > 3 ? ",1" : row % 11 == 0 ? ",1" : ",0")
                    .append(",0\n");
        }
        Files.writeString(folder.resolve("t.csv"), csv);
        Files.writeString(folder.resolve("a.card.json"), "{\"name\":\"a\",\"file\":\"t.csv\",\"target\":\"z\"}");
        Files.writeString(
                folder.resolve("b.card.json"), "{\"name\":\"b\",\"file\":\"t.csv\",\"target\":\"y\",\"drop\":[\"z\"]}");
        Shell.Result result = Shell.run("credit-benchmark", folder.toString(), "--method", "scorecard", "--json");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("{\"dataset\":\"a\",\"method\":\"scorecard\",\"faults\":[\"target z: expected good and bad")
                .contains("\"dataset\":\"b\",\"method\":\"scorecard\",\"rows\":300");
        assertThat(result.err()).contains("no bad case");
    }

    @Test
    void namesEveryFaultOfTheCall(@TempDir Path folder) {
        Shell.Result result = Shell.run(
                "credit-benchmark", folder + "/nope", "--method", "magic", "--predictions", "", "--baselines", "x.csv");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("FOLDER", "magic", "--predictions", "--baselines");
        assertThat(Shell.run("credit-benchmark", folder.toString()).err()).contains("at least one NAME.card.json");
        assertThat(Shell.run("credit-benchmark").code()).isEqualTo(2);
    }
}
