package org.quanheng.cli.replay;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What a person applies with: keeps cookies, follows redirects, reads pages and submits forms. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI server;
    private final String language;
    private final Latencies latencies;
    private final HttpClient client;

    Browser(URI server, String language, Latencies latencies) {
        this.server = server;
        this.language = language;
        this.latencies = latencies;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .build();
    }

    /** A page as it came: where it is, its status and its content. */
    record Page(int status, String path, Document content, long millis) {}

    /** Opens a page of the server. */
    Page open(String path) throws IOException {
        return send(HttpRequest.newBuilder(server.resolve(path)).GET());
    }

    /** Submits a form with its fields in order. */
    Page submit(String action, List<Map.Entry<String, String>> fields) throws IOException {
        String body = fields.stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(server.resolve(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Page send(HttpRequest.Builder request) throws IOException {
        long begun = System.nanoTime();
        try {
            HttpResponse<String> response = client.send(
                    request.timeout(PATIENCE)
                            .header("Accept", "text/html")
                            .header("Accept-Language", language)
                            .header("User-Agent", "Quanheng-Replay/1")
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            long nanos = System.nanoTime() - begun;
            String path = response.uri().getRawPath();
            latencies.add(response.request().method(), path, nanos);
            Document content = Jsoup.parse(response.body(), response.uri().toString());
            return new Page(response.statusCode(), path, content, Math.ceilDiv(nanos, 1_000_000L));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
