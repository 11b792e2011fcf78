package org.quanheng.app.board.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.Estimate;
import org.quanheng.app.page.Page;

/**
 * The friction ledger of the live policy, per 1,000 applicants where nothing else is said, and who bears the effort.
 *
 * @param currency ISO 4217 code
 * @param people over how many people the policy was played
 * @param conflicts where control and ease are at odds
 * @param rows what each step costs and brings, what to change first on top
 * @param groups who is asked more at equal risk; empty if the plan compares nobody
 * @param bound by how many minutes more than others a group may be asked
 * @param kept whether the live policy keeps the bound
 * @param fairestRate the exchange rate of most value that keeps it; null if none does
 */
public record LedgerView(
        String currency,
        int people,
        List<Conflict> conflicts,
        List<Row> rows,
        List<Group> groups,
        double bound,
        boolean kept,
        @Nullable Double fairestRate) {
    public LedgerView {
        conflicts = List.copyOf(conflicts);
        rows = List.copyOf(rows);
        groups = List.copyOf(groups);
    }

    /**
     * Risk and ease at odds in one step, and what the change proposed would do.
     *
     * @param kind {@code ledger.kind.<kind>} says what is at odds, {@code ledger.change.<kind>} what is proposed
     * @param step {@code step.<code>}
     * @param value effect on value after cost, leavers and minutes
     * @param loss effect on credit loss
     * @param hours effect on the hours of customers
     * @param goods effect on good customers who are approved
     */
    public record Conflict(String kind, String step, Estimate value, Estimate loss, Estimate hours, Estimate goods) {}

    /**
     * One step: {@code step.<code>}.
     *
     * @param required whether rules or law need it, so that it is never left out
     * @param conflict whether it stands in a conflict
     * @param asked share of applicants whom the live policy asks it
     * @param minutes of an applicant who is asked it
     * @param measured how many visits the minutes were measured from; 0 if they are the plan's own
     * @param handling what it costs the lender with one who is asked it
     * @param goodLost good customers who leave there
     * @param prevented credit loss that it prevents
     * @param net what it is worth after its price
     * @param grade {@code grade.<code>} of minutes and leavers
     * @param by who entered or measured them
     */
    public record Row(
            String code,
            boolean required,
            boolean conflict,
            double asked,
            Estimate minutes,
            long measured,
            double handling,
            Estimate goodLost,
            Estimate prevented,
            Estimate net,
            String grade,
            String by) {
        /** Whether the live policy asks it of nobody but the random few. */
        public boolean idle() {
            return !required && asked == 0;
        }
    }

    /**
     * A group of people: {@code group.<column>} and {@code group.<column>.<group>} name it, if they stand there.
     *
     * @param people in the group
     * @param minutes more than others at equal risk
     * @param compared share of the group that could be compared
     * @param within whether it keeps the bound
     */
    public record Group(String column, String group, int people, Estimate minutes, double compared, boolean within) {
        /** Its name in the page's language, or as the data have it. */
        public String name(Page page) {
            String key = "group." + column + "." + group;
            return page.has(key) ? page.t(key) : group;
        }

        /** What it is a group by, or as the data have it. */
        public String columnName(Page page) {
            String key = "group." + column;
            return page.has(key) ? page.t(key) : column;
        }
    }
}
