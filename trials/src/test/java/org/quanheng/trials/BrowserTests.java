package org.quanheng.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole journey and the pages of the staff in a real browser, in both languages, narrow and wide. */
class BrowserTests {
    private static final double SECONDS_MOST = 180;
    private static @Nullable Chrome chrome;

    @BeforeAll
    static void startChromium() {
        Path chromium = Chrome.executable().orElse(null);
        Assumptions.assumeTrue(
                chromium != null, "no Chromium on the path. Maybe run: apt-get install chromium fonts-noto-cjk");
        if (chromium != null) {
            chrome = Chrome.start(chromium);
        }
    }

    @AfterAll
    static void stopChromium() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh,360", "zh,1280", "en,360", "en,1280"})
    void everyPageIsAccessibleFitsAndIsQuiet(String language, int width) throws IOException, InterruptedException {
        Lender lender = SharedLender.get().lender();
        List<String> faults = new ArrayList<>();
        Set<String> stops = new LinkedHashSet<>();
        Chrome running = chrome;
        if (running == null) {
            throw new IllegalStateException("Chromium was not started");
        }
        try (Chrome.Window window = running.window(width)) {
            Tour tour = new Tour(lender.address(), window, (name, at) -> {
                stops.add(name);
                faults.addAll(at.violations());
                if (at.overflow() > 0) {
                    faults.add(at.page().url() + ": " + at.overflow() + " px wider than the window");
                }
                String spoken = String.valueOf(at.page().locator("html").getAttribute("lang"));
                if (!spoken.startsWith(language)) {
                    faults.add(at.page().url() + ": speaks " + spoken);
                }
            });
            Tour.Effort effort = tour.apply(Demonstrator.approved(), language);
            System.out.println("journey " + language + " " + width + " px: " + effort);
            assertThat(effort.seconds()).isLessThan(SECONDS_MOST);
            tour.staff(lender.signIns(), language);
            faults.addAll(window.errors());
        }
        assertThat(stops)
                .contains("start", "apply", "answer", "loan", "sign-in", "work", "case", "board", "model", "audit");
        assertThat(faults).isEmpty();
    }
}
