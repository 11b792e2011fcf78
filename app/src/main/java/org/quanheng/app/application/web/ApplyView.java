package org.quanheng.app.application.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.Estimate;
import org.quanheng.app.page.FieldError;
import org.quanheng.app.page.Page;

/**
 * One step of an application. Posts its fields to its own address, {@code /applications/{id}/steps/{step}}.
 *
 * @param id the application's id as in its address
 * @param number the application's number as people read it
 * @param step the step's code; {@code step.<code>} is its title when it asks more than one thing, and {@code step.<code>.why}, if
 *     there is one, says why it is worth asking
 * @param previousHref where Back leads, or null on the first step
 * @param savedAt when the answers so far were saved, or null
 * @param resumeCode the code with which to go on from another device, or null
 * @param answered the answers so far
 * @param estimate the payment as it now looks, or null before it can be told
 * @param last whether the decision follows this step
 * @param asked why this step is asked of this applicant although it could be left out; null for a step that everybody is asked
 */
public record ApplyView(
        String id,
        String number,
        String step,
        List<Question> questions,
        List<FieldError> errors,
        Progress progress,
        @Nullable String previousHref,
        @Nullable Instant savedAt,
        @Nullable String resumeCode,
        List<Answered> answered,
        @Nullable Estimate estimate,
        boolean last,
        @Nullable Asked asked,
        String idempotencyKey) {

    public ApplyView {
        questions = List.copyOf(questions);
        errors = List.copyOf(errors);
        answered = List.copyOf(answered);
    }

    /** The id of the field to which the fault of a question leads. */
    public String errorTarget(String field) {
        return questions.stream()
                .filter(question -> question.key().equals(field))
                .findFirst()
                .map(Question::firstId)
                .orElse("main");
    }

    /** Why this step is worth asking, or null if nothing is said about it. */
    public @Nullable String why(Page page) {
        String ofStep = "step." + step + ".why";
        if (page.has(ofStep)) {
            return page.t(ofStep);
        }
        String ofQuestion =
                questions.size() == 1 ? "why." + questions.getFirst().key() : ofStep;
        return page.has(ofQuestion) ? page.t(ofQuestion) : null;
    }

    /**
     * What an answer that could be left out can change: {@code apply.asked.<why>}.
     *
     * @param why {@code worth_asking} or {@code random_slice}
     * @param between {@code choice.<code>}: the decisions that are still possible
     */
    public record Asked(String why, List<String> between) {
        public Asked {
            between = List.copyOf(between);
        }

        /** What is said to the applicant. */
        public String text(Page page) {
            return page.t(
                    "apply.asked." + why,
                    String.join(
                            page.t("apply.asked.between"),
                            between.stream()
                                    .map(choice -> page.t("choice." + choice))
                                    .toList()));
        }
    }

    /** How a question is answered. */
    public enum Kind {
        /** One of its options, as large tiles. */
        CHOICE,
        /** A whole number with the unit of its fact. */
        WHOLE,
        /** A whole amount of money. */
        MONEY,
        /** Three fields: {@code <key>-year}, {@code <key>-month}, {@code <key>-day}. */
        BIRTH_DATE,
        /** A personal text, such as the name. */
        PERSONAL_TEXT,
        /** A telephone number. */
        PERSONAL_PHONE,
        /** An e-mail address. */
        PERSONAL_EMAIL,
        /** A box to tick; posts {@code yes}. */
        CONSENT
    }

    /**
     * One thing asked. {@code question.<key>} is its words, {@code question.<key>.hint} its hint if there is one, and
     * {@code why.<key>} says why it is worth asking if there is one.
     *
     * @param key the fact's name, and the field's
     * @param options the codes of a choice, empty for the other kinds
     * @param value the value so far as typed ({@code 1984-5-12} for a birth date, also in part), or null
     * @param currency the currency of a money question, or null
     * @param min the least whole number or amount allowed, or null
     * @param max the greatest, or null
     * @param prefilled whether the value was known to us and only needs a look
     */
    public record Question(
            String key,
            Kind kind,
            List<String> options,
            @Nullable String value,
            @Nullable String currency,
            @Nullable Integer min,
            @Nullable Integer max,
            boolean prefilled) {

        public Question {
            options = List.copyOf(options);
        }

        /** A choice among codes of a fact. */
        public static Question choice(String key, List<String> options, @Nullable String value) {
            return new Question(key, Kind.CHOICE, options, value, null, null, null, false);
        }

        /** Anything but a choice, without bounds. */
        public static Question of(String key, Kind kind, @Nullable String value) {
            return new Question(key, kind, List.of(), value, null, null, null, false);
        }

        /** One part of a birth date as typed: 0 the year, 1 the month, 2 the day. */
        public String part(int index) {
            String[] parts = value == null ? new String[0] : value.split("-", 3);
            return index < parts.length ? parts[index] : "";
        }

        /** The id of the first field, to which an error leads. */
        public String firstId() {
            return switch (kind) {
                case CHOICE -> "f-" + key + "-0";
                case BIRTH_DATE -> "f-" + key + "-year";
                default -> "f-" + key;
            };
        }

        /** Whether several fields answer it together, under one legend. */
        public boolean grouped() {
            return kind == Kind.CHOICE || kind == Kind.BIRTH_DATE;
        }

        /** Whether it is typed with digits only. */
        public boolean numeric() {
            return kind == Kind.WHOLE || kind == Kind.MONEY;
        }

        /** The type of its input field. */
        public String inputType() {
            return switch (kind) {
                case PERSONAL_PHONE -> "tel";
                case PERSONAL_EMAIL -> "email";
                default -> "text";
            };
        }

        /** What the browser may fill in. */
        public String autocomplete() {
            return switch (kind) {
                case PERSONAL_PHONE -> "tel";
                case PERSONAL_EMAIL -> "email";
                case PERSONAL_TEXT ->
                    key.equals("full_name") ? "name" : key.equals("address") ? "street-address" : "off";
                default -> "off";
            };
        }

        /** The ids of the hint and the error that describe it, or null if it has neither. */
        public @Nullable String describedBy(boolean hinted, boolean wrong) {
            String hint = hinted ? "f-" + key + "-hint" : "";
            String error = wrong ? "f-" + key + "-error" : "";
            String both = (hint + " " + error).strip();
            return both.isEmpty() ? null : both;
        }

        /** The fault of this question, or null. */
        public @Nullable FieldError error(List<FieldError> errors) {
            return errors.stream()
                    .filter(error -> error.field().equals(key))
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * How far the applicant is.
     *
     * @param done steps done
     * @param left steps left, this one included
     * @param perhaps steps that follow only if they can change the answer enough
     * @param spared steps that the answers so far made needless
     * @param secondsLeft how long the steps left usually take
     */
    public record Progress(int done, int left, int perhaps, int spared, int secondsLeft) {}

    /** An answer given before, and where to change it (null if it cannot be changed any more). */
    public record Answered(FactValue answer, @Nullable String changeHref) {}

    /** What the loan would cost as things stand. */
    public record Estimate(String currency, BigDecimal payment, BigDecimal annualCost) {}
}
