package org.quanheng.trials;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.InputFile;
import org.quanheng.cli.shell.OperatingFailure;
import org.quanheng.fault.Phrase;
import org.quanheng.trials.browser.Chrome;
import org.quanheng.trials.browser.WorkshopTour;
import org.quanheng.trials.lender.Applicant;
import org.quanheng.trials.lender.Lender;
import org.quanheng.trials.lender.Web;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Builds a model from a file of real data in the workshop, by browser alone, up to the report. */
@Command(
        name = "workshop",
        description = "A model from a CSV file by browser alone, up to the signed champion and its report.")
final class Workshop extends Trial {
    private static final int WIDE = 1280;
    private static final int NARROW = 360;

    @Option(
            names = "--file",
            paramLabel = "CSV",
            description = "histories with their outcomes (default: those of the sample lender)")
    @Nullable String file;

    @Option(names = "--target", paramLabel = "COLUMN", description = "the column of outcomes (default: target)")
    String target = "target";

    @Option(
            names = "--protected",
            paramLabel = "COLUMN",
            description = "columns for fairness only (default: personal_status_sex)")
    List<String> protectedColumns = new ArrayList<>(List.of("personal_status_sex"));

    @Option(names = "--to", paramLabel = "DIR", description = "take pictures of the pages into this folder")
    @Nullable String to;

    @Override
    void check(CallFaults faults) {
        if (file != null) {
            InputFile.path("--file", file, faults);
        }
    }

    @Override
    ObjectNode attempt(Consumer<Phrase> progress) throws IOException, InterruptedException {
        if (file != null) {
            return attempt(Path.of(file).toAbsolutePath());
        }
        Path folder = Files.createTempDirectory("quanheng-workshop");
        Path data = folder.resolve("german-credit.csv");
        try {
            return attempt(Files.write(data, Applicant.table()));
        } finally {
            Files.deleteIfExists(data);
            Files.delete(folder);
        }
    }

    private ObjectNode attempt(Path data) throws IOException, InterruptedException {
        Path chromium = Chrome.executable()
                .orElseThrow(
                        () -> new OperatingFailure(
                                Phrase.of(
                                        "expected a Chromium on the path, there is none. Maybe run: apt-get install chromium fonts-noto-cjk")));
        List<String> faults = new ArrayList<>();
        try (Lender lender = Lender.afterDemo();
                Chrome chrome = Chrome.start(chromium)) {
            WorkshopTour.Built built;
            try (Chrome.Window window = chrome.window(WIDE)) {
                built = new WorkshopTour(
                                lender.address(),
                                window,
                                lender.signIns(),
                                "zh",
                                (name, at) -> see(name, "zh", WIDE, at, faults))
                        .build(data, target, protectedColumns);
            }
            for (String language : List.of("zh", "en")) {
                for (int width : new int[] {WIDE, NARROW}) {
                    try (Chrome.Window window = chrome.window(width)) {
                        new WorkshopTour(
                                        lender.address(),
                                        window,
                                        lender.signIns(),
                                        language,
                                        (name, at) -> see(name, language, width, at, faults))
                                .look(built.pages());
                    }
                }
            }
            boolean pdf = new String(built.pdf(), 0, Math.min(5, built.pdf().length), StandardCharsets.ISO_8859_1)
                    .equals("%PDF-");
            ObjectNode seen = Web.JSON
                    .createObjectNode()
                    .put("file", data.getFileName().toString())
                    .put("pages", built.pages().size())
                    .put("reportCharacters", built.html().length())
                    .put("pdfBytes", built.pdf().length);
            seen.set("faults", Web.JSON.valueToTree(faults));
            return seen.put(HELD, faults.isEmpty() && pdf && built.html().contains("<svg"));
        }
    }

    private void see(String name, String language, int width, Chrome.Window window, List<String> faults) {
        faults.addAll(window.violations());
        if (window.overflow() > 0) {
            faults.add(window.page().url() + ": " + window.overflow() + " px wider than the window");
        }
        if (to != null) {
            Path picture = Path.of(to).resolve(name + "-" + language + "-" + width + ".png");
            window.page()
                    .screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
        }
    }
}
