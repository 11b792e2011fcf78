package org.quanheng.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quanheng.trials.lender.SharedLender;

/** How long the server took for each page of the replay, by its own metrics. */
class PageTimeTests {
    private static final double SECONDS_MOST = 0.1;
    private static final String TIMER = "http_server_requests_seconds{";
    private static final Pattern METHOD = Pattern.compile("method=\"([A-Z]+)\"");
    private static final Pattern URI = Pattern.compile("uri=\"([^\"]+)\"");

    @Test
    void theMedianOfEveryPageIsUnder100Milliseconds() throws IOException, InterruptedException {
        Map<String, Double> medians = new TreeMap<>();
        SharedLender.get()
                .metrics()
                .lines()
                .filter(line -> line.startsWith(TIMER) && line.contains("quantile=\"0.5\""))
                .forEach(line -> {
                    double seconds = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
                    if (seconds > 0) {
                        medians.merge(label(METHOD, line) + " " + label(URI, line), seconds, Math::max);
                    }
                });
        System.out.println("server seconds at the median: " + medians);
        assertThat(medians)
                .containsKeys("GET /", "GET /applications/{id}/steps/{step}", "GET /applications/{id}/answer");
        assertThat(medians)
                .allSatisfy((page, seconds) -> assertThat(seconds).as(page).isLessThan(SECONDS_MOST));
    }

    private static String label(Pattern pattern, String line) {
        Matcher label = pattern.matcher(line);
        return label.find() ? label.group(1) : "none";
    }
}
