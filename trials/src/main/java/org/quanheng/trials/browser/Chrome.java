package org.quanheng.trials.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's Chromium, driven by Playwright. */
public final class Chrome implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chrome(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Where a Chromium of the system is, if there is one. */
    public static Optional<Path> executable() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts a browser. */
    public static Chrome start(Path executable) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        return new Chrome(playwright, browser);
    }

    /** A window of its own, without cookies. */
    public Window window(int width) {
        BrowserContext context =
                browser.newContext(new Browser.NewContextOptions().setViewportSize(width, width < 600 ? 740 : 860));
        return new Window(context, context.newPage());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** One window and what went wrong in it. */
    public static final class Window implements AutoCloseable {
        private final BrowserContext context;
        private final Page page;
        private final List<String> errors = new ArrayList<>();

        private Window(BrowserContext context, Page page) {
            this.context = context;
            this.page = page;
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(page.url() + ": " + message.text());
                }
            });
            page.onPageError(error -> errors.add(page.url() + ": " + error));
        }

        /** The page that the window shows. */
        public Page page() {
            return page;
        }

        /** Errors of the console since the window was opened. */
        List<String> errors() {
            return List.copyOf(errors);
        }

        /** Violations of serious or critical grade on the page as it is now, each with the places where it is. */
        public List<String> violations() {
            List<String> found = new ArrayList<>();
            for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
                if (rule.getImpact().equals("serious") || rule.getImpact().equals("critical")) {
                    found.add(page.url() + ": " + rule.getId() + " at "
                            + rule.getNodes().stream()
                                    .limit(3)
                                    .map(node -> String.valueOf(node.getTarget()))
                                    .toList());
                }
            }
            return found;
        }

        /** How many pixels the page is wider than the window. */
        public int overflow() {
            return ((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).intValue();
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
