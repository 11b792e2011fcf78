package org.quanheng.app.loan.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The staff's list of loans, those with the most days past due first, or of what borrowers ask for.
 *
 * @param scope {@code servicing.scope.<code>}: {@code overdue}, {@code running}, {@code requests}, {@code refunds} or {@code written_off}
 * @param toReturn of {@code refunds} and {@code written_off}: loans off the plan, with what is held or still owed
 * @param buckets the running loans by days past due
 * @param broken the loans that belong here and cannot be shown, because their record cannot be replayed
 * @param nextHref the rest of the list, or null
 */
public record ServicingListView(
        String scope,
        LocalDate asOf,
        String currency,
        List<Scope> scopes,
        List<Bucket> buckets,
        List<Row> rows,
        List<Asked> asked,
        List<ToReturn> toReturn,
        List<Broken> broken,
        @Nullable String nextHref) {

    public ServicingListView {
        scopes = List.copyOf(scopes);
        buckets = List.copyOf(buckets);
        rows = List.copyOf(rows);
        asked = List.copyOf(asked);
        toReturn = List.copyOf(toReturn);
        broken = List.copyOf(broken);
    }

    /** A loan that cannot be shown; its own page says why. */
    public record Broken(String id, String number) {}

    /** A tab and how much is behind it. */
    public record Scope(String code, long count) {}

    /** Loans of one bucket [M1, M2 …]: how many and the principal owed on them; {@code bucket.<code>}. */
    public record Bucket(String code, int loans, BigDecimal principal) {}

    /**
     * One loan.
     *
     * @param bucket {@code bucket.<code>}
     * @param tier {@code tier.<code>}, of the five-tier classification
     * @param since the due date of the oldest instalment that is not paid, past or to come
     */
    public record Row(
            String id,
            String number,
            String borrower,
            BigDecimal principal,
            BigDecimal due,
            int daysPastDue,
            String bucket,
            String tier,
            LocalDate since) {}

    /** A loan that is paid back while money is held, or that was written off while something is owed. */
    public record ToReturn(String id, String number, String borrower, String currency, BigDecimal amount) {}

    /**
     * One request that waits.
     *
     * @param method {@code method.<code>}, in which the loan is paid back
     */
    public record Asked(
            String loanId,
            String loanNumber,
            String borrower,
            String currency,
            String method,
            LoanView.Request request,
            Instant askedAt) {}
}
