package org.quanheng.app.access.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.Page;

/**
 * The record of every act, newest first.
 *
 * @param subject the subject by which the list is narrowed ({@code ?subject=}), or null
 * @param olderHref the next page, or null on the last
 * @param newerHref the page before, or null on the first
 */
public record AuditView(
        Chain chain,
        List<Entry> entries,
        @Nullable String subject,
        @Nullable String olderHref,
        @Nullable String newerHref) {

    public AuditView {
        entries = List.copyOf(entries);
    }

    /** Who or what a record names, of an id its end alone: {@code loan:…7bace975cd72}. */
    public static String brief(String named) {
        return named.replaceFirst("(?<=^[a-z]{1,20}:)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-(?=[0-9a-f]{12}$)", "…");
    }

    /**
     * Whether each record's hash follows from the one before.
     *
     * @param brokenAt the number of the first record that does not, or null if all do
     * @param head the hash of the newest record, or null if there is none
     */
    public record Chain(
            long records,
            @Nullable Long brokenAt,
            Instant checkedAt,
            @Nullable String head) {}

    /** One act. */
    public record Entry(
            long number, Instant at, String actor, @Nullable String role, String act, String subject, String hash) {

        /** What was done, in the page's language if there is such a text. */
        public String act(Page page) {
            return page.has("act." + act) ? page.t("act." + act) : act;
        }

        /** The first digits of the hash, enough to tell records apart. */
        public String shortHash() {
            return hash.length() <= 12 ? hash : hash.substring(0, 12) + "…";
        }
    }
}
