package org.quanheng.app.application.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.BalanceChart;
import org.quanheng.app.page.FieldError;
import org.quanheng.app.page.Page;

/**
 * The decision and what follows from it.
 *
 * <p>A chosen offer ({@code ?offer=} and its id) shows its cost table and the form that posts it, with {@code read=yes}, to
 * {@code /applications/{id}/acceptance}; a person is asked for by a post to {@code /applications/{id}/review-request}.
 *
 * @param amount what was asked for
 * @param offersUntil until when the offers hold, or null
 * @param chosen the chosen offer's id, or null
 * @param costs what the chosen offer costs, empty if none is chosen
 * @param reasons what weighed against the applicant, in sentences, most weighty first, at most four
 * @param changes what would change the answer, in sentences
 * @param referral whose turn it is, only if referred or if a review was asked for
 * @param loanId the loan, only once accepted
 * @param spared what was not asked, in sentences that say why
 * @param canAskForPerson whether the form that asks for a person is shown
 */
public record AnswerView(
        String id,
        String number,
        Outcome outcome,
        String currency,
        BigDecimal amount,
        int months,
        @Nullable String purpose,
        Effort effort,
        List<Offer> offers,
        @Nullable Instant offersUntil,
        @Nullable String chosen,
        List<CostLine> costs,
        List<String> reasons,
        List<String> changes,
        @Nullable Referral referral,
        @Nullable String loanId,
        List<Contribution> contributions,
        List<String> spared,
        boolean canAskForPerson,
        List<FieldError> errors,
        String idempotencyKey) {

    public AnswerView {
        offers = List.copyOf(offers);
        costs = List.copyOf(costs);
        reasons = List.copyOf(reasons);
        changes = List.copyOf(changes);
        contributions = List.copyOf(contributions);
        spared = List.copyOf(spared);
        errors = List.copyOf(errors);
    }

    /** What was decided, or that a person decides; or that it has been signed. */
    public enum Outcome {
        APPROVED,
        DECLINED,
        REFERRED,
        ACCEPTED
    }

    /** What the answer took: our machine's time, the questions asked, and the applicant's active time. */
    public record Effort(long decisionMillis, int questions, long activeSeconds) {}

    /**
     * One way to borrow.
     *
     * @param name {@code offer.<name>}: {@code soon}, {@code steady}, {@code light} or {@code falling}
     * @param method {@code method.<method>}: {@code equal_instalment} or {@code equal_principal}
     * @param payment the first payment
     * @param lastPayment the last payment if the payments differ by more than rounding, otherwise null
     * @param rate nominal rate a year
     * @param annualCost true annual cost
     * @param balances what is owed after 0, 1, … n instalments
     */
    public record Offer(
            String id,
            String name,
            String method,
            BigDecimal amount,
            int months,
            BigDecimal payment,
            @Nullable BigDecimal lastPayment,
            BigDecimal interest,
            BigDecimal fees,
            BigDecimal total,
            BigDecimal rate,
            BigDecimal annualCost,
            List<BigDecimal> balances) {

        public Offer {
            balances = List.copyOf(balances);
        }

        /** The balance as a drawing on axes shared by all offers. */
        public BalanceChart chart(List<Offer> all) {
            int months = all.stream().mapToInt(Offer::months).max().orElse(this.months);
            BigDecimal amount = all.stream().map(Offer::amount).reduce(this.amount, BigDecimal::max);
            return BalanceChart.of(balances, months, amount);
        }
    }

    /**
     * One line of the cost table, in words.
     *
     * @param how how it is charged
     * @param receiver who receives it, or null for nobody
     * @param amount the amount if all goes as agreed, or null if it is owed only in the case named
     */
    public record CostLine(
            String item,
            String how,
            @Nullable String receiver,
            @Nullable BigDecimal amount) {}

    /**
     * A person looks.
     *
     * @param turn {@code turn.<code>}: {@code bank}, {@code customer} or {@code third_party}
     * @param why {@code referral.<code>}
     */
    public record Referral(
            String turn,
            String why,
            Instant since,
            @Nullable Instant promisedBy) {}

    /** The answer in one sentence. */
    public String title(Page page) {
        String asked = page.formats().moneyWhole(amount, currency);
        return switch (outcome) {
            case APPROVED -> {
                BigDecimal most = offers.stream().map(Offer::amount).reduce(BigDecimal.ZERO, BigDecimal::max);
                String key = most.compareTo(amount) < 0 ? "answer.approved.less" : "answer.approved";
                yield page.t(key, page.formats().moneyWhole(most, currency), offers.size());
            }
            case DECLINED -> page.t("answer.declined", asked);
            case REFERRED -> page.t("answer.referred");
            case ACCEPTED -> page.t("answer.accepted");
        };
    }

    /** What follows from the answer, in one or two sentences. */
    public String lead(Page page) {
        if (outcome != Outcome.APPROVED) {
            return page.t("answer." + outcome.name().toLowerCase(Locale.ROOT) + ".lead");
        }
        List<String> sentences = new ArrayList<>();
        if (offersUntil != null) {
            sentences.add(page.t("answer.until", page.formats().dateTime(offersUntil)));
        }
        sentences.add(page.t("answer.nothing_charged"));
        return String.join(page.t("list.sentence"), sentences);
    }

    /** The chosen offer, or null. */
    public @Nullable Offer chosenOffer() {
        return offers.stream()
                .filter(offer -> offer.id().equals(chosen))
                .findFirst()
                .orElse(null);
    }

    /** The greatest distance from the neutral value among the contributions, at least 1; the scale of their bars. */
    public double contributionScale() {
        return contributions.stream()
                .mapToDouble(part -> Math.abs(part.points()))
                .reduce(1, Math::max);
    }
}
