package org.quanheng.trials.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanheng.trials.lender.Lender;
import org.quanheng.trials.lender.SharedLender;

/** A stranger builds a model from a table by browser alone, up to the report; the table is the sample of German credit histories. */
class WorkshopBrowserTests {
    @Test
    void aModelIsBuiltByBrowserAlone(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("german.csv");
        try (InputStream in =
                Objects.requireNonNull(getClass().getResourceAsStream("/org/quanheng/app/sample/german-credit.csv"))) {
            Files.copy(in, file);
        }
        Lender lender = SharedLender.get().lender();
        List<String> faults = new ArrayList<>();
        try (Chrome chrome = InstalledChrome.start()) {
            WorkshopTour.Built built;
            try (Chrome.Window window = chrome.window(1280)) {
                built = new WorkshopTour(
                                lender.address(), window, lender.signIns(), "zh", (name, at) -> look(at, faults))
                        .build(file, "target", List.of("personal_status_sex", "foreign_worker"));
                faults.addAll(window.errors());
            }
            try (Chrome.Window window = chrome.window(360)) {
                new WorkshopTour(lender.address(), window, lender.signIns(), "en", (name, at) -> look(at, faults))
                        .look(built.pages());
                faults.addAll(window.errors());
            }
            assertThat(built.pages())
                    .containsKeys(
                            "workshop-data",
                            "workshop-training",
                            "workshop-bins",
                            "workshop-model",
                            "workshop-compare");
            assertThat(built.html())
                    .contains("验证报告", "personal_status_sex", "<svg")
                    .doesNotContain(" src=", "<script");
            assertThat(new String(built.pdf(), 0, 5, StandardCharsets.ISO_8859_1))
                    .isEqualTo("%PDF-");
        }
        assertThat(faults).isEmpty();
    }

    private static void look(Chrome.Window window, List<String> faults) {
        faults.addAll(window.violations());
        if (window.overflow() > 0) {
            faults.add(window.page().url() + ": " + window.overflow() + " px wider than the window");
        }
    }
}
