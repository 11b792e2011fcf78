package org.quanheng.app.model.web;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.springframework.stereotype.Component;

/**
 * Prints a page that stands alone as PDF with the Chromium of the machine, one at a time. The browser sees the file and nothing else: no
 * network, no profile of its own left behind.
 */
@Component
class PdfPrinter {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int SECONDS_MAX = 60;

    private final Semaphore one = new Semaphore(1);

    /** Whether there is a Chromium. */
    boolean isThere() {
        return chromium().isPresent();
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The page as PDF; refused when there is no Chromium. */
    byte[] print(String html) {
        Path chromium = chromium()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.UNAVAILABLE,
                        "expected a Chromium on the server's path, there is none. Maybe take the HTML and print it."));
        one.acquireUninterruptibly();
        try {
            Path folder = Files.createTempDirectory("quanheng-report");
            try {
                return print(chromium, folder, html);
            } finally {
                delete(folder);
            }
        } catch (IOException failed) {
            throw new IllegalStateException("the report could not be printed", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the report was not printed: the server is going down", stopped);
        } finally {
            one.release();
        }
    }

    private static byte[] print(Path chromium, Path folder, String html) throws IOException, InterruptedException {
        Path page = folder.resolve("report.html");
        Path pdf = folder.resolve("report.pdf");
        Files.writeString(page, html, StandardCharsets.UTF_8);
        Process process = new ProcessBuilder(List.of(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--no-pdf-header-footer",
                        "--print-to-pdf=" + pdf,
                        page.toUri().toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            boolean ended = process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
            if (!ended || !Files.exists(pdf)) {
                throw new IOException("expected a PDF within " + SECONDS_MAX + " s, it did not come");
            }
            return Files.readAllBytes(pdf);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
