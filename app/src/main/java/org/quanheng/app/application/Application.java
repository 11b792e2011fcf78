package org.quanheng.app.application;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.Language;
import org.quanheng.app.product.Product;
import org.quanheng.app.product.Step;
import org.quanheng.experience.Channel;

/**
 * One application as it stands.
 *
 * @param number by which people name it
 * @param answers what was answered so far, by fact, without personal data
 * @param step where the applicant is
 * @param version grows with each change; a change to another version than the one read is refused
 * @param askEverything whether chance chose this applicant to be asked everything, so that estimates stay unbiased
 * @param promisedAt until when a person has promised to answer, while it waits for one
 */
public record Application(
        UUID id,
        long number,
        UUID customerId,
        String productId,
        int productVersion,
        Channel channel,
        Language language,
        State state,
        Map<String, Answered> answers,
        String step,
        int version,
        boolean askEverything,
        Instant startedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant promisedAt,
        @Nullable UUID loanId) {

    public Application {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** How far an application is. */
    public enum State {
        DRAFT,
        OFFERED,
        DECLINED,
        REFERRED,
        ACCEPTED
    }

    /** An answer and when it was given. */
    public record Answered(String value, Instant at) {}

    static Application draft(
            UUID id,
            UUID customerId,
            Product product,
            Visit visit,
            Map<String, Answered> answers,
            Step step,
            boolean askEverything,
            Instant now) {
        return new Application(
                id,
                0,
                customerId,
                product.id(),
                product.version(),
                visit.channel(),
                visit.language(),
                State.DRAFT,
                answers,
                step.id(),
                0,
                askEverything,
                now,
                null,
                null,
                null,
                null);
    }

    Application with(Map<String, Answered> newAnswers) {
        return new Application(
                id,
                number,
                customerId,
                productId,
                productVersion,
                channel,
                language,
                state,
                newAnswers,
                step,
                version,
                askEverything,
                startedAt,
                submittedAt,
                decidedAt,
                promisedAt,
                loanId);
    }

    Application numbered(long given) {
        return new Application(
                id,
                given,
                customerId,
                productId,
                productVersion,
                channel,
                language,
                state,
                answers,
                step,
                version,
                askEverything,
                startedAt,
                submittedAt,
                decidedAt,
                promisedAt,
                loanId);
    }

    Application written() {
        return new Application(
                id,
                number,
                customerId,
                productId,
                productVersion,
                channel,
                language,
                state,
                answers,
                step,
                version + 1,
                askEverything,
                startedAt,
                submittedAt,
                decidedAt,
                promisedAt,
                loanId);
    }

    Application at(String nextStep) {
        return new Application(
                id,
                number,
                customerId,
                productId,
                productVersion,
                channel,
                language,
                state,
                answers,
                nextStep,
                version,
                askEverything,
                startedAt,
                submittedAt,
                decidedAt,
                promisedAt,
                loanId);
    }

    Application decided(State decision, Instant now, @Nullable Instant promised) {
        return new Application(
                id,
                number,
                customerId,
                productId,
                productVersion,
                channel,
                language,
                decision,
                answers,
                step,
                version,
                askEverything,
                startedAt,
                submittedAt == null ? now : submittedAt,
                now,
                promised,
                loanId);
    }

    Application accepted(UUID loan) {
        return new Application(
                id,
                number,
                customerId,
                productId,
                productVersion,
                channel,
                language,
                State.ACCEPTED,
                answers,
                step,
                version,
                askEverything,
                startedAt,
                submittedAt,
                decidedAt,
                null,
                loan);
    }

    /** The answers by fact. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        answers.forEach((fact, answered) -> values.put(fact, answered.value()));
        return values;
    }
}
