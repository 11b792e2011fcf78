package org.quanheng.app.application.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one fact moved the score from the neutral value.
 *
 * @param points more than 0 if it helped
 * @param source {@code source.<code>}, such as {@code applicant} or {@code bureau}, or null where it is not to be shown
 * @param known since when it was known, or null
 */
public record Contribution(
        String fact,
        @Nullable String value,
        double points,
        @Nullable String source,
        @Nullable Instant known) {

    /** A contribution whose source is not shown. */
    public static Contribution of(String fact, @Nullable String value, double points) {
        return new Contribution(fact, value, points, null, null);
    }
}
