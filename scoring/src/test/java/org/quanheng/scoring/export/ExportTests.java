package org.quanheng.scoring.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanheng.scoring.scorecard.FactSource;
import org.quanheng.scoring.scorecard.Scaling;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.SpecialCode;
import org.quanheng.scoring.table.Table;

/** Exports are run, not read: the Java class is compiled, the PMML walked by its own rules. */
final class ExportTests {
    /** Two numbers that act together, a category with quotes in its texts and name, missing values everywhere. */
    private static Sample sample() {
        java.util.Random random = new java.util.Random(9);
        int rows = 3_000;
        double[][] columns = new double[3][rows];
        List<@Nullable String> texts = new ArrayList<>();
        String[] categories = {"a'b", "say \"x\" & <y>", "中文", "rare\\"};
        for (int row = 0; row < rows; row++) {
            columns[0][row] = random.nextInt(20) == 0 ? Double.NaN : random.nextInt(100) / 10.0;
            if (row % 31 == 0) {
                columns[0][row] = row % 2 == 0 ? -9 : row % 3 == 0 ? -8 : -1.5;
            }
            columns[1][row] = random.nextInt(20) == 0 ? Double.NaN : random.nextDouble();
            int category = random.nextInt(4);
            texts.add(random.nextInt(20) == 0 ? null : categories[category]);
            boolean same = columns[0][row] > 5 == columns[1][row] > 0.5;
            double logOdds = -1 + 0.1 * columns[0][row] + (same ? 1 : -1) + 0.5 * category;
            columns[2][row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
        }
        return Sample.of(
                Table.of(List.of(
                        new NumericColumn(
                                "debt \"ratio\"",
                                columns[0],
                                List.of(
                                        new SpecialCode("no debt", List.of(-9.0, -8.0)),
                                        new SpecialCode("secret", List.of(-1.5)))),
                        new NumericColumn("x", columns[1]),
                        CategoricalColumn.of("home's", texts),
                        new NumericColumn("y", columns[2]))),
                "y",
                List.of("debt \"ratio\"", "x", "home's"));
    }

    private static Scorecard card(int decimals) {
        Scorecard card =
                Scorecard.train(sample(), ScorecardRules.additive().withScaling(new Scaling(600, 19, 50, decimals)));
        assertThat(card.interactions()).isNotEmpty();
        return card;
    }

    private static FactSource row(Table table, int row) {
        return fact -> fact.equals("home's") && row % 97 == 0 ? "never seen" : table.cell(row, fact);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2})
    void javaClassGivesTheSameBits(int decimals, @TempDir Path folder) throws Throwable {
        Scorecard card = card(decimals);
        try (CompiledCard compiled = CompiledCard.of(card, folder)) {
            Table table = sample().table();
            for (int row = 0; row < table.rows(); row++) {
                FactSource facts = row(table, row);
                assertThat(compiled.points(facts)).isEqualTo(card.score(facts).points());
            }
        }
    }

    @Test
    void javaClassNeedsRealNames() {
        assertThatThrownBy(() -> JavaExport.source(card(0), "", "1x")).hasMessageContaining("came  and 1x");
        assertThatThrownBy(() -> JavaExport.source(card(0), "A;", "X")).hasMessageContaining("A;");
    }

    @Test
    void pmmlGivesTheSamePoints() throws Exception {
        Scorecard card = card(0);
        String xml = PmmlExport.document(card);
        PmmlReader reader = new PmmlReader(xml);
        Table table = sample().table();
        for (int row = 0; row < table.rows(); row++) {
            FactSource facts = row(table, row);
            assertThat(reader.points(facts)).isEqualTo(card.score(facts).points());
        }
        assertThat(xml).contains("reasonCodeAlgorithm=\"pointsBelow\"", "baselineScore=");
    }

    @Test
    void sqlQuotesNamesAndTexts() throws IOException {
        String sql = SqlExport.points(card(0));
        assertThat(sql)
                .contains("\"debt \"\"ratio\"\"\" IS NULL", "'a''b'", "\"home's\" IN (")
                .doesNotContain("'a'b'");
        assertThat(SqlExport.points(card(-1))).contains("AS double precision)");
    }
}
