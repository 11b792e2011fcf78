package org.quanheng.app.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Failed attempts to get in, counted by what they were aimed at: ten in ten minutes, then no more until time has passed. */
@Component
public class Attempts {
    private static final int MOST = 10;
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final int MOST_TARGETS = 100_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_TARGETS)
            .expireAfterAccess(WITHIN)
            .build();

    /** Whether there were too many failures for the target to be tried now. */
    public boolean exhausted(String target) {
        Bucket bucket = buckets.getIfPresent(target);
        return bucket != null && bucket.getAvailableTokens() == 0;
    }

    /** Counts a failure. */
    public void failed(String target) {
        buckets.get(
                        target,
                        _ -> Bucket.builder()
                                .addLimit(limit -> limit.capacity(MOST).refillGreedy(MOST, WITHIN))
                                .build())
                .tryConsume(1);
    }
}
