package org.quanheng.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenFolderTests {
    @TempDir
    private Path folder;

    private static Path shared() {
        String said = System.getenv("QUANHENG_SHARED");
        return said == null ? Path.of("..", "..", "shared") : Path.of(said);
    }

    /** The numbers of others are not part of this repository; without their folder the test says that it was skipped. */
    @Test
    void allPublishedNumbersComeOutButTheKnownOnes() throws Exception {
        Path golden = shared().resolve("golden");
        assumeTrue(
                Files.isDirectory(golden),
                "skipped: expected published numbers in " + golden + ", came no folder. Maybe set QUANHENG_SHARED");
        Map<String, List<String>> failed = new TreeMap<>();
        long cases = 0;
        for (FileResult result : GoldenFolder.check(golden)) {
            cases += result.verdicts().size();
            result.verdicts().forEach((id, verdict) -> {
                if (verdict instanceof Verdict.Failed || verdict instanceof Verdict.Unsupported) {
                    failed.computeIfAbsent(result.file(), file -> new ArrayList<>())
                            .add(id);
                }
            });
        }
        assertThat(cases).isGreaterThan(300);
        assertThat(failed)
                .isEqualTo(Map.of(
                        "apr_eir.json", List.of("FS-EU-2pay"),
                        "apr_time_fractions.json", List.of("TF-uk-224"),
                        "schedules_fineract.json", List.of("FN-C3153")));
    }

    @Test
    void tellsWhatFailedWhatIsUnsupportedAndWhatIsSkipped() throws Exception {
        Files.writeString(folder.resolve("counts.json"), """
                [{"id":"right","day_count":"ACT_360","start":"2024-01-01","end":"2024-02-01","expected_year_fraction":0.0861111111,"tolerance":1e-9},
                 {"id":"wrong","day_count":"ACT_360","start":"2024-01-01","end":"2024-02-01","expected_year_fraction":0.09,"tolerance":1e-9},
                 {"id":"unknown","day_count":"BUS_252","start":"2024-01-01","end":"2024-02-01","expected_year_fraction":0.09},
                 {"id":"old","superseded_by":"right","day_count":"ACT_360","expected_year_fraction":1},
                 {"id":"unused","use":false,"day_count":"ACT_360","expected_year_fraction":1}]
                """);
        Files.writeString(folder.resolve("other.json"), "{\"subject\":\"another\"}");
        List<FileResult> results = GoldenFolder.check(folder);
        assertThat(results).hasSize(1);
        FileResult result = results.getFirst();
        assertThat(result.file()).isEqualTo("counts.json");
        assertThat(result.passed()).isEqualTo(1);
        assertThat(result.verdicts())
                .containsEntry("right", new Verdict.Passed())
                .containsEntry("wrong", new Verdict.Failed("0.09", "0.08611111111111111"))
                .containsEntry("unknown", new Verdict.Unsupported("day count BUS_252"))
                .containsEntry("old", new Verdict.Skipped("superseded by right"))
                .containsEntry("unused", new Verdict.Skipped("marked use: false"));
    }
}
