package org.quanheng.app.audit;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The one place where the platform draws chance: identifiers that sort by time (UUID version 7, RFC 9562 section 5.7), and draws. */
@Component
public class Ids implements Chance {
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Ids(Clock clock) {
        this.clock = clock;
    }

    /** A new identifier: 48 bits of Unix milliseconds, then 74 random bits. */
    public UUID next() {
        long high = (clock.millis() << 16) | 0x7000L | random.nextInt(1 << 12);
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    @Override
    public double draw() {
        return random.nextDouble();
    }

    /** A key for one act that a page offers, so that pressing its button twice does it once. */
    public String nextKey() {
        return next().toString();
    }
}
