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
        Changed changed = new Changed();
        changed.answers = newAnswers;
        return changed.application();
    }

    Application numbered(long given) {
        Changed changed = new Changed();
        changed.number = given;
        return changed.application();
    }

    Application written() {
        Changed changed = new Changed();
        changed.version = version + 1;
        return changed.application();
    }

    Application at(String nextStep) {
        Changed changed = new Changed();
        changed.step = nextStep;
        return changed.application();
    }

    Application decided(State decision, Instant now, @Nullable Instant promised) {
        Changed changed = new Changed();
        changed.state = decision;
        changed.submittedAt = submittedAt == null ? now : submittedAt;
        changed.decidedAt = now;
        changed.promisedAt = promised;
        return changed.application();
    }

    Application accepted(UUID loan) {
        Changed changed = new Changed();
        changed.state = State.ACCEPTED;
        changed.promisedAt = null;
        changed.loanId = loan;
        return changed.application();
    }

    /** What can change of an application, as it stands until it is set. */
    private final class Changed {
        private long number = Application.this.number;
        private State state = Application.this.state;
        private Map<String, Answered> answers = Application.this.answers;
        private String step = Application.this.step;
        private int version = Application.this.version;
        private @Nullable Instant submittedAt = Application.this.submittedAt;
        private @Nullable Instant decidedAt = Application.this.decidedAt;
        private @Nullable Instant promisedAt = Application.this.promisedAt;
        private @Nullable UUID loanId = Application.this.loanId;

        Application application() {
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
                    version,
                    askEverything,
                    startedAt,
                    submittedAt,
                    decidedAt,
                    promisedAt,
                    loanId);
        }
    }

    /** The answers by fact. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        answers.forEach((fact, answered) -> values.put(fact, answered.value()));
        return values;
    }
}
