package org.quanheng.app.application.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.FieldError;
import org.quanheng.app.page.Said;

/**
 * One case for the person who decides it. Posts {@code decision} ({@code approve}, {@code propose} or {@code decline}), {@code reason} (repeated, for
 * a decline) and {@code note} to {@code /cases/{id}/decision}.
 *
 * @param applicant the applicant's name, or the words that stand for it if the reader may not see it
 * @param facts what is known about the applicant, for the left column
 * @param why {@code why_person.<code>} with the figures behind it
 * @param layers the four layers, in order
 * @param evidence every fact with its source and its points
 * @param pd probability of default; null if not scored
 * @param pdLow lower end of its interval; null if there is none
 * @param pdHigh upper end of its interval; null if there is none
 * @param notAsked facts not asked because they could not change the answer
 * @param decision the form, or null once decided
 * @param decided what was decided, by whom, or null
 */
public record CaseView(
        String id,
        String number,
        String applicant,
        String currency,
        BigDecimal amount,
        int months,
        @Nullable String purpose,
        List<FactValue> facts,
        List<String> why,
        List<Layer> layers,
        List<Contribution> evidence,
        @Nullable Integer score,
        @Nullable Double pd,
        @Nullable Double pdLow,
        @Nullable Double pdHigh,
        List<String> notAsked,
        @Nullable Instant dueAt,
        Instant now,
        List<Event> timeline,
        @Nullable Decision decision,
        @Nullable Decided decided,
        String policyVersion,
        @Nullable String receiptHash) {

    public CaseView {
        facts = List.copyOf(facts);
        why = List.copyOf(why);
        layers = List.copyOf(layers);
        evidence = List.copyOf(evidence);
        notAsked = List.copyOf(notAsked);
        timeline = List.copyOf(timeline);
    }

    /** {@code layer.<code>}: {@code ability}, {@code history}, {@code finances} or {@code outlook}, and its points. */
    public record Layer(String code, double points) {}

    /** {@code event.<code>} at a moment, and whose turn it was: {@code customer}, {@code bank}, {@code third_party} or {@code system}. */
    public record Event(Instant at, String code, String turn, List<String> arguments) {

        public Event {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * The form, with what the reader may decide shown before anything is pressed.
     *
     * @param authorityAmount the greatest amount that this person may approve
     * @param authorityPd the greatest probability of default that this person may approve, or null
     * @param within whether an approval of this case is within it
     * @param choices what this person may do, {@code decision.<choice>}, the first one first; empty if nothing
     * @param notice {@code authority.<code>} if there is more to say about it, otherwise null
     * @param rate the price that the policy proposes, or null
     * @param rateMax the legal cap, or null
     * @param limit the greatest amount that the policy allows, or null
     * @param reasons what a decline may be told with, {@code reason.<code>}
     */
    public record Decision(
            BigDecimal authorityAmount,
            @Nullable Double authorityPd,
            boolean within,
            List<String> choices,
            @Nullable String notice,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal rateMax,
            @Nullable BigDecimal limit,
            List<Said> reasons,
            @Nullable String note,
            List<FieldError> errors,
            String idempotencyKey) {

        public Decision {
            choices = List.copyOf(choices);
            reasons = List.copyOf(reasons);
            errors = List.copyOf(errors);
        }

        /** The fault of a field, or null. */
        public @Nullable FieldError error(String field) {
            return errors.stream()
                    .filter(error -> error.field().equals(field))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** {@code case.state.<state>} by whom and when. */
    public record Decided(
            String state, String by, Instant at, @Nullable String note) {}

    /** Time left until the promise, less than zero once it is broken; null if none was made. */
    public @Nullable Duration left() {
        return dueAt == null ? null : Duration.between(now, dueAt);
    }

    /** The greatest distance from the neutral value among the layers, at least 1; the scale of their bars. */
    public double layerScale() {
        return layers.stream().mapToDouble(layer -> Math.abs(layer.points())).reduce(1, Math::max);
    }
}
