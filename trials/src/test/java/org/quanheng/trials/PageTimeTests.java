package org.quanheng.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How long the server took for each page of the replay, by its own metrics. */
class PageTimeTests {
    private static final double SECONDS_MOST = 0.1;
    private static final Pattern MEDIAN = Pattern.compile(
            "http_server_requests_seconds\\{[^}]*method=\"(GET|POST)\"[^}]*quantile=\"0\\.5\"[^}]*uri=\"([^\"]+)\"[^}]*} (\\S+)");

    @Test
    void theMedianOfEveryPageIsUnder100Milliseconds() throws IOException, InterruptedException {
        Map<String, Double> medians = new TreeMap<>();
        Matcher line = MEDIAN.matcher(SharedLender.get().metrics());
        while (line.find()) {
            double seconds = Double.parseDouble(line.group(3));
            if (!Double.isNaN(seconds)) {
                medians.merge(line.group(1) + " " + line.group(2), seconds, Math::max);
            }
        }
        System.out.println("server seconds at the median: " + medians);
        assertThat(medians)
                .containsKeys("GET /", "GET /applications/{id}/steps/{step}", "GET /applications/{id}/answer");
        assertThat(medians)
                .allSatisfy((page, seconds) -> assertThat(seconds).as(page).isLessThan(SECONDS_MOST));
    }
}
