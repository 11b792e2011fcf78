package org.quanheng.trials;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.quanheng.cli.shell.OperatingFailure;
import org.quanheng.fault.Phrase;
import org.quanheng.trials.browser.Chrome;
import org.quanheng.trials.browser.Gate;
import org.quanheng.trials.browser.Tour;
import org.quanheng.trials.lender.Applicant;
import org.quanheng.trials.lender.Demonstrator;
import org.quanheng.trials.lender.Lender;
import org.quanheng.trials.lender.Web;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Takes the pictures of the pages on the demo's data. */
@Command(
        name = "pictures",
        description = "Takes the pictures of the pages, in both languages and two widths, after the demo's replay.")
final class Pictures extends Trial {
    private static final Set<String> NAMES =
            Set.of("start", "apply", "answer", "loan", "work", "case", "board", "model");
    private static final int WIDE = 1280;
    private static final int NARROW = 360;

    /** The pictures that the documents show, under a short name, and how wide. */
    private static final Map<String, Integer> SHOWN =
            Map.of("board", WIDE, "apply", NARROW, "answer", WIDE, "case", WIDE);

    private static final int FOR_THE_CHARTS_MILLIS = 1_200;

    @Option(names = "--to", paramLabel = "DIR", description = "the folder (default: docs/pictures beside the launcher)")
    String to = Path.of(System.getProperty("quanheng.home", "."), "docs", "pictures")
            .toString();

    @Override
    ObjectNode attempt(Consumer<Phrase> progress) throws IOException, InterruptedException, SQLException {
        Path folder = Path.of(to);
        Files.createDirectories(folder);
        Path chromium = Chrome.executable()
                .orElseThrow(
                        () -> new OperatingFailure(
                                Phrase.of(
                                        "expected a Chromium on the path, there is none. Maybe run: apt-get install chromium fonts-noto-cjk")));
        AtomicInteger taken = new AtomicInteger();
        progress.accept(Phrase.of("waiting for the demo's 300 people"));
        try (Lender lender = Lender.afterDemo();
                Chrome chrome = Chrome.start(chromium)) {
            Applicant applicant = Demonstrator.approved();
            balance(lender.address(), lender.signIns(), chrome, folder);
            for (String language : List.of("zh", "en")) {
                for (int width : new int[] {WIDE, NARROW}) {
                    try (Chrome.Window window = chrome.window(width)) {
                        Tour tour = new Tour(lender.address(), window, (name, at) -> {
                            if (NAMES.contains(name)) {
                                take(at.page(), folder.resolve(name + "-" + language + "-" + width + ".png"));
                                taken.incrementAndGet();
                            }
                        });
                        tour.staff(lender.signIns(), language);
                        tour.apply(applicant, language);
                    }
                }
            }
        }
        for (Map.Entry<String, Integer> shown : SHOWN.entrySet()) {
            Files.copy(
                    folder.resolve(shown.getKey() + "-zh-" + shown.getValue() + ".png"),
                    folder.resolve(shown.getKey() + ".png"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        int expected = NAMES.size() * 4;
        return Web.JSON
                .createObjectNode()
                .put("pictures", taken.get())
                .put("folder", folder.toString())
                .put(HELD, taken.get() == expected);
    }

    /** The frontier, the friction ledger, and a short and a long journey; before them the frontier is waited for. */
    static void balance(URI server, Map<String, String> signIns, Chrome chrome, Path folder) throws IOException {
        for (String language : List.of("zh", "en")) {
            try (Chrome.Window window = chrome.window(WIDE)) {
                Page board = new Gate(server, signIns, language).board(window);
                // What is drawn anew every three seconds is no longer there when its picture is taken.
                board.locator("#live-pause").click();
                element(board, "figure.frontier", folder.resolve("frontier-" + language + ".png"));
                element(board, "#ledger", folder.resolve("ledger-" + language + ".png"));
            }
            journey(
                    server,
                    chrome,
                    Demonstrator.clear(),
                    language,
                    folder.resolve("journey-short-" + language + ".png"));
            journey(
                    server,
                    chrome,
                    Demonstrator.approved(),
                    language,
                    folder.resolve("journey-long-" + language + ".png"));
        }
    }

    private static void element(Page page, String selector, Path file) {
        page.waitForTimeout(FOR_THE_CHARTS_MILLIS);
        page.locator(selector).screenshot(new Locator.ScreenshotOptions().setPath(file));
    }

    /** The last step of a journey, with the bar above it. */
    private static void journey(URI server, Chrome chrome, Applicant applicant, String language, Path file) {
        try (Chrome.Window window = chrome.window(NARROW)) {
            new Tour(server, window, (name, at) -> {
                        if (name.startsWith("apply")) {
                            take(at.page(), file);
                        }
                    })
                    .toTheAnswer(applicant, language);
        }
    }

    private static void take(Page page, Path file) {
        // As high as the page, so that what sticks to the edge of the window stands where the page ends.
        ViewportSize size = page.viewportSize();
        int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(size.width, Math.max(size.height, height));
        page.waitForTimeout(FOR_THE_CHARTS_MILLIS);
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        page.setViewportSize(size.width, size.height);
    }
}
