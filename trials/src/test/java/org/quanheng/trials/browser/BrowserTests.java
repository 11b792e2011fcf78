package org.quanheng.trials.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanheng.trials.lender.Demonstrator;
import org.quanheng.trials.lender.Lender;
import org.quanheng.trials.lender.SharedLender;

/** The whole journey and the pages of the staff in a real browser, in both languages, narrow and wide. */
class BrowserTests {
    private static final double SECONDS_MOST = 180;
    private static @Nullable Chrome chrome;

    @BeforeAll
    static void startChromium() {
        chrome = InstalledChrome.start();
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
        BiConsumer<String, Chrome.Window> look = (name, at) -> {
            stops.add(name);
            faults.addAll(faultsOf(at, language));
        };
        try (Chrome.Window window = running.window(width)) {
            Tour tour = new Tour(lender.address(), window, look);
            Tour.Effort effort = tour.apply(Demonstrator.approved(), language);
            System.out.println("journey " + language + " " + width + " px: " + effort);
            assertThat(effort.seconds()).isLessThan(SECONDS_MOST);
            tour.everywhere(lender.signIns(), language);
            tour.staff(lender.signIns(), language);
            faults.addAll(window.errors());
        }
        // A window of its own: a browser reports every answer above 399 on its console.
        try (Chrome.Window window = running.window(width)) {
            new Tour(lender.address(), window, look).mistakes(language);
        }
        System.out.println("pages looked at, " + language + " " + width + " px: " + stops);
        assertThat(stops)
                .contains(
                        "start",
                        "apply",
                        "answer",
                        "loan",
                        "sign-in",
                        "work",
                        "case",
                        "board",
                        "model",
                        "audit",
                        "start-faults",
                        "not-found");
        assertThat(faults).isEmpty();
    }

    private static List<String> faultsOf(Chrome.Window window, String language) {
        List<String> faults = new ArrayList<>(window.violations());
        String url = window.page().url();
        if (window.overflow() > 0) {
            faults.add(url + ": " + window.overflow() + " px wider than the window");
        }
        String spoken = String.valueOf(window.page().locator("html").getAttribute("lang"));
        if (!spoken.startsWith(language)) {
            faults.add(url + ": speaks " + spoken);
        }
        return faults;
    }
}
