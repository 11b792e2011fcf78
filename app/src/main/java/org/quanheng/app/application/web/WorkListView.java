package org.quanheng.app.application.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.Page;
import org.quanheng.app.page.Sheet;
import org.quanheng.app.page.Sheet.Column;

/**
 * The cases that wait for a person, the nearest deadline first.
 *
 * @param scope {@code mine}, {@code team} or {@code done}: which list is shown ({@code ?scope=})
 * @param scopes the lists one may see, with their counts
 */
public record WorkListView(String scope, List<Scope> scopes, List<Case> cases, Instant now) {

    public WorkListView {
        scopes = List.copyOf(scopes);
        cases = List.copyOf(cases);
    }

    /** The list as a sheet, with the columns of its page. */
    Sheet<Case> sheet(Page page) {
        return new Sheet<>(
                page.t("work.title") + " " + page.t("work.scope." + scope),
                List.of(
                        Column.text(page.t("work.col.case"), Case::number),
                        Column.text(page.t("sheets.col.applicant"), Case::applicant),
                        Column.text(page.t("sheets.col.currency"), Case::currency),
                        Column.money(page.t("fact.credit_amount"), Case::amount),
                        Column.count(page.t("sheets.col.months"), Case::months),
                        Column.text(page.t("fact.purpose"), row -> page.value("purpose", row.purpose())),
                        Column.text(page.t("work.col.why"), row -> page.t("why_short." + row.why())),
                        Column.percent(
                                page.t("work.col.pd"), row -> row.pd() == null ? null : BigDecimal.valueOf(row.pd())),
                        Column.moment(page.t("work.col.received"), page.zone(), Case::receivedAt),
                        Column.moment(page.t("work.col.due"), page.zone(), Case::dueAt),
                        Column.text(page.t("work.col.state"), row -> page.t("case.state." + row.state()))),
                cases);
    }

    /** A list: {@code work.scope.<code>} and how many cases it holds. */
    public record Scope(String code, int count) {}

    /**
     * One case.
     *
     * @param why {@code why_short.<code>}: why it came to a person
     * @param pd probability of default, or null if not scored
     * @param dueAt the promised time, or null
     * @param owner who works on it, or null
     * @param state {@code case.state.<code>}: {@code open}, {@code approved}, {@code declined}
     */
    public record Case(
            String id,
            String number,
            String applicant,
            @Nullable String purpose,
            BigDecimal amount,
            String currency,
            int months,
            @Nullable Double pd,
            String why,
            Instant receivedAt,
            @Nullable Instant dueAt,
            @Nullable String owner,
            String state) {

        /** Time left until the promise, less than zero once it is broken; null if none was made. */
        public @Nullable Duration left(Instant now) {
            return dueAt == null ? null : Duration.between(now, dueAt);
        }
    }
}
