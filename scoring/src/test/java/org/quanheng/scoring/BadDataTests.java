package org.quanheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.scoring.boosted.Boosted;
import org.quanheng.scoring.boosted.BoostedRules;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.CsvFormat;
import org.quanheng.scoring.table.CsvTable;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

/** Data as they come: each case ends in a clear error or in the treatment that docs/methods/scoring.md names, never in a silent answer. */
final class BadDataTests {
    private static final int ROWS = 400;

    private static Table csv(String text) {
        return CsvTable.read("t.csv", text.getBytes(StandardCharsets.UTF_8), CsvFormat.standard());
    }

    /** Income says something; the second column is the case. */
    private static Sample sample(String extra, IntFunction<String> value) {
        StringBuilder text = new StringBuilder("income," + extra + ",target\n");
        for (int row = 0; row < ROWS; row++) {
            int income = row * 37 % 100;
            int bad = row * 7919 % 100 < (income < 40 ? 50 : 15) ? 1 : 0;
            text.append(income)
                    .append(',')
                    .append(value.apply(row))
                    .append(',')
                    .append(bad)
                    .append('\n');
        }
        return Sample.of(csv(text.toString()), "target", List.of("income", extra));
    }

    private static Scorecard train(Sample sample) {
        Scorecard card = Scorecard.train(sample, ScorecardRules.standard());
        double[] pds = card.pds(sample.table());
        assertThat(Arrays.stream(pds)).allMatch(pd -> pd > 0 && pd < 1);
        return card;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x,target\\n1,0\\n2,0\\n|target target: expected good and bad cases, came no bad case",
                "x,target\\n1,1\\n2,1\\n|came no good case",
                "x,target\\n1,0\\n2,2\\n3,1\\n|data row 1: expected 0 or 1, came 2.0",
                "x,target\\n1,0\\n2,\\n3,1\\n|data row 1: expected 0 or 1, came missing",
                "x,target\\n1,good\\n2,bad\\n|expected a numeric column of the table, came texts",
                "x,outcome\\n1,0\\n2,1\\n|expected a numeric column of the table, came no such column",
                "target\\n0\\n1\\n|features: expected at least one, came none"
            })
    void refusesATargetThatCannotBeUsed(String text, String message) {
        Table table = csv(text.replace("\\n", "\n"));
        List<String> features =
                table.names().stream().filter(name -> !name.equals("target")).toList();
        assertThatThrownBy(() -> Sample.of(table, "target", features))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|header: expected a line of column names, came nothing",
                "x,y\\n|table: expected at least one data row, came none",
                "x,x\\n1,2\\n|header, column 2: expected a name of its own",
                "x,\\n1,2\\n|header, column 2: expected a name, came nothing",
                "x,n\\0l\\n1,2\\n|header, column 2: expected a name without control characters, came 'n?l'",
                "x,y\\n1\\n1,2,3\\n|line 2: expected 2 fields, as in the header, came 1 fields",
                "x,y\\n1,2\\n3,\"open\\n|last record: expected a closing quote, came the end of the text",
                "x\\n1\\n2\\nthree\\n|column x: expected all numbers or mostly texts, came 2 numbers and 1 texts, the first 'three' in line 4",
                "x\\n1\\nNaN\\n2\\n|the first 'NaN' in line 3",
                "x\\n1\\nInfinity\\n2\\n|the first 'Infinity' in line 3",
                "x\\n1\\n1e999\\n2\\n|the first '1e999' in line 3"
            })
    void refusesATextThatIsNoTable(String text, String message) {
        assertThatThrownBy(() -> csv(text.replace("\\n", "\n").replace("\\0", "\0")))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesBytesThatAreNotUtf8AndFilesThatAreNotPacked(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> CsvTable.read(
                        "t", "f\u00e4ct\n1\n".getBytes(StandardCharsets.ISO_8859_1), CsvFormat.standard()))
                .hasMessageContaining("text: expected UTF-8");
        Path file = Files.writeString(folder.resolve("t.csv.gz"), "x\n1\n");
        assertThatThrownBy(() -> Table.read(file)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void refusesAnIdentifier() {
        StringBuilder text = new StringBuilder("id\n");
        IntStream.rangeClosed(0, 50_000)
                .forEach(row -> text.append('k').append(row).append('\n'));
        assertThatThrownBy(() -> csv(text.toString()))
                .hasMessageContaining("column id: expected at most 50000 different texts, came more, in line 50002")
                .hasMessageContaining("it is an identifier");
    }

    @Test
    void readsByteOrderMarksAndWindowsLineEnds() {
        Table table = csv("\ufeffx,y\r\n1,a\r\n2,\r\n");
        assertThat(table.names()).containsExactly("x", "y");
        assertThat(table.cell(1, "x")).isEqualTo(2.0);
        assertThat(table.cell(1, "y")).isNull();
    }

    @Test
    void leavesOutWhatSaysNothing() {
        for (IntFunction<String> value :
                List.<IntFunction<String>>of(row -> "", row -> "7", row -> "same", row -> "k" + row)) {
            Scorecard card = train(sample("extra", value));
            assertThat(card.facts()).containsExactly("income");
            assertThat(card.development().left()).hasSize(1);
        }
    }

    @Test
    void givesACategoryNeverSeenTheBinOfRareOnes() {
        Scorecard card = train(sample("home", row -> row % 2 == 0 ? "own" : "rent"));
        double other = card.score(Map.of("income", 50, "home", "castle")::get).points();
        double own = card.score(Map.of("income", 50, "home", "own")::get).points();
        double rent = card.score(Map.of("income", 50, "home", "rent")::get).points();
        assertThat(other).isBetween(Math.min(own, rent), Math.max(own, rent));
    }

    @Test
    void refusesFactsOfTheWrongKindAndTablesThatLackColumns() {
        Scorecard card =
                train(sample("age", row -> Integer.toString(row * 53 % 100 + (row * 7919 % 100 < 30 ? 40 : 0))));
        assertThatThrownBy(() -> card.score(Map.of("income", "much", "age", true)::get))
                .hasMessageContaining("fact income: expected a number, came String 'much'");
        assertThatThrownBy(() -> card.points(csv("y\n1\n")))
                .hasMessageContaining("column income: expected to be in the table");
        assertThatThrownBy(() -> card.points(csv("income,age\nlow,1\nhigh,2\n")))
                .hasMessageContaining("column income: expected a number, came texts");
        assertThat(card.score(fact -> null).pd()).isBetween(0.0, 1.0);
    }

    @Test
    void holdsAPerfectCopyOfTheTargetFinite() {
        Sample sample = sample("leak", row -> row * 7919 % 100 < (row * 37 % 100 < 40 ? 50 : 15) ? "1" : "0");
        Scorecard card = train(sample);
        assertThat(card.characteristics())
                .allMatch(each -> Double.isFinite(each.least()) && Double.isFinite(each.most()));
        assertThat(card.characteristics().getFirst().name()).isEqualTo("leak");
        assertThat(Arrays.stream(Boosted.train(sample, BoostedRules.standard()).pds(sample.table())))
                .allMatch(pd -> pd > 0 && pd < 1);
    }

    @Test
    void takesNumbersAtTheEndsOfDouble() {
        Scorecard card = train(sample("x", row -> row % 3 == 0 ? "1e308" : row % 3 == 1 ? "-1e308" : "-0.0"));
        assertThat(card.facts()).contains("income");
    }

    @Test
    void refusesTooFewCases() {
        Sample tiny = sample("x", row -> "1").where(row -> row < 3);
        assertThatThrownBy(() -> Scorecard.train(tiny, ScorecardRules.standard()))
                .hasMessageContaining("goods and bads enough for 5 folds");
        boolean[] bad = sample("x", row -> "1").bad();
        int firstBad =
                IntStream.range(0, ROWS).filter(row -> bad[row]).findFirst().orElseThrow();
        Sample one = sample("x", row -> "1").where(row -> row == firstBad || !bad[row]);
        assertThatThrownBy(() -> Scorecard.train(one, ScorecardRules.standard()))
                .hasMessageContaining("goods and bads enough for 5 folds");
    }

    @Test
    void refusesRowsThatAreAllTheSame() {
        Table table = Table.of(List.of(
                new NumericColumn("x", new double[100]),
                CategoricalColumn.of("c", java.util.Collections.nCopies(100, "a")),
                new NumericColumn(
                        "y", IntStream.range(0, 100).mapToDouble(row -> row % 2).toArray())));
        assertThatThrownBy(() -> Scorecard.train(Sample.of(table, "y", List.of("x", "c")), ScorecardRules.standard()))
                .hasMessageContaining("at least one that separates goods from bads");
    }

    @Test
    void refusesWeightsThatAreNone() {
        Table table = csv("x,w,y\n1,0,0\n2,-1,1\n3,,1\n");
        assertThatThrownBy(() -> Sample.of(table, "y", 1, List.of("x"), "w"))
                .hasMessageContaining("weights w, data row 0: expected a number above 0, came 0.0")
                .hasMessageContaining("weights w, data row 1: expected a number above 0, came -1.0")
                .hasMessageContaining("weights w, data row 2: expected a number above 0, came NaN");
        assertThatThrownBy(() -> Sample.of(table, "y", 1, List.of("x", "x", "y"), null))
                .hasMessageContaining("features: expected each once")
                .hasMessageContaining("feature y: expected a column other than the target");
    }

    @Test
    void trainsWithAFewBadCasesAmongMany() {
        int rows = 5_000;
        double[] x = new double[rows];
        double[] y = new double[rows];
        for (int row = 0; row < rows; row++) {
            x[row] = row * 37 % 1_000;
            y[row] = row % 400 == 7 && x[row] > 200 ? 1 : 0;
        }
        Sample sample =
                Sample.of(Table.of(List.of(new NumericColumn("x", x), new NumericColumn("y", y))), "y", List.of("x"));
        assertThat(sample.badWeight()).isBetween(5.0, 15.0);
        try {
            assertThat(Arrays.stream(Scorecard.train(sample, ScorecardRules.standard())
                                    .pds(sample.table()))
                            .average()
                            .orElseThrow())
                    .isBetween(0.0005, 0.02);
        } catch (FaultyInputException refused) {
            assertThat(refused).hasMessageContaining("at least one that separates goods from bads");
        }
    }
}
