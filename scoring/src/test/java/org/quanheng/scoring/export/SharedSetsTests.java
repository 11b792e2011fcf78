package org.quanheng.scoring.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanheng.scoring.scorecard.FactSource;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.Card;
import org.quanheng.scoring.table.Sample;

/** Reload, Java class and PMML give the points of the library on every row of every public set, where the sets are. */
final class SharedSetsTests {
    /** Larger sets take minutes: they are tried when QUANHENG_LONG is set. */
    private static final int ROWS_MAX = System.getenv("QUANHENG_LONG") == null ? 5_000 : Integer.MAX_VALUE;

    @Test
    void exportsAgreeOnEveryRow(@TempDir Path folder) throws Throwable {
        String said = System.getenv("QUANHENG_SHARED");
        Path credit = (said == null ? Path.of("..", "..", "shared") : Path.of(said))
                .resolve("data")
                .resolve("credit");
        assumeTrue(
                Files.isDirectory(credit),
                "skipped: expected credit data in " + credit + ", came no folder. Maybe set QUANHENG_SHARED");
        int sets = 0;
        for (Path file : cards(credit)) {
            Card card = Card.read(file);
            Sample sample = card.sample(card.readTable(credit));
            if (sample.rows() <= ROWS_MAX) {
                Path own = Files.createDirectory(folder.resolve(card.name()));
                agree(Scorecard.train(sample, ScorecardRules.additive()), sample, own);
                sets++;
            }
        }
        assertThat(sets).isGreaterThanOrEqualTo(5);
    }

    private static List<Path> cards(Path credit) throws IOException {
        try (Stream<Path> files = Files.list(credit)) {
            return files.filter(file -> file.toString().endsWith(".card.json"))
                    .sorted()
                    .toList();
        }
    }

    private static void agree(Scorecard card, Sample sample, Path folder) throws Throwable {
        double[] points = card.points(sample.table());
        assertThat(Scorecard.fromJson(card.toJson()).points(sample.table())).containsExactly(points);
        PmmlReader pmml = new PmmlReader(PmmlExport.document(card));
        try (CompiledCard compiled = CompiledCard.of(card, folder)) {
            for (int row = 0; row < points.length; row++) {
                int at = row;
                FactSource facts = fact -> sample.table().cell(at, fact);
                if (compiled.points(facts) != points[row] || pmml.points(facts) != points[row]) {
                    assertThat(List.of(compiled.points(facts), pmml.points(facts)))
                            .as("%s, row %d", folder, row)
                            .containsOnly(points[row]);
                }
            }
        }
    }
}
