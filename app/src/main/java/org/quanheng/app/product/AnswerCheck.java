package org.quanheng.app.product;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.api.Fault;
import org.quanheng.app.api.Typed;

/**
 * Answers as typed, checked against their questions.
 *
 * @param values the answers in their normal form, by fact; only those without a fault
 * @param faults everything that is wrong, in the order of the questions
 */
public record AnswerCheck(Map<String, String> values, List<Fault> faults) {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,15}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{4,28}[0-9]");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N} .'’·-]{2,80}");
    private static final Pattern DATE_PARTS = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final int MOST_TEXT = 80;
    private static final String EXAMPLE = "1200";
    private static final int OLDEST_YEAR = 1900;

    /**
     * Checks the answers to these questions.
     *
     * @param typed the answers by fact as they were typed; a fact that is not there was not answered
     * @param today for the age that follows from a birth date
     */
    public static AnswerCheck of(List<Question> questions, Map<String, String> typed, LocalDate today) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (Question question : questions) {
            String answer = Typed.plain(typed.getOrDefault(question.fact(), ""));
            Fault fault = fault(question, answer, today);
            if (fault == null) {
                values.put(question.fact(), canonical(question, answer));
            } else {
                faults.add(fault);
            }
        }
        return new AnswerCheck(values, faults);
    }

    /** Age in whole years on a day. */
    public static int ageOn(LocalDate birthDate, LocalDate day) {
        return Period.between(birthDate, day).getYears();
    }

    private static String canonical(Question question, String answer) {
        return switch (question.kind()) {
            case WHOLE, MONEY -> Long.toString(Long.parseLong(Typed.number(answer)));
            case BIRTH_DATE -> String.valueOf(date(answer));
            case CHOICE, PERSONAL_TEXT, PERSONAL_PHONE, CONSENT -> answer;
        };
    }

    private static @Nullable Fault fault(Question question, String answer, LocalDate today) {
        if (answer.isEmpty() || answer.replace("-", "").isEmpty()) {
            return new Fault(
                    question.fact(), question.kind() == Question.Kind.CONSENT ? "consent" : "required", List.of(), "");
        }
        return switch (question.kind()) {
            case CHOICE ->
                question.options().contains(answer)
                        ? null
                        : new Fault(question.fact(), "option", List.of(String.join(", ", question.options())), answer);
            case WHOLE, MONEY -> wholeFault(question, answer);
            case BIRTH_DATE -> birthDateFault(question, answer, today);
            case PERSONAL_TEXT -> personalFault(question, NAME, "name", answer);
            case PERSONAL_PHONE -> personalFault(question, PHONE, "phone", answer);
            case CONSENT -> answer.equals("yes") ? null : new Fault(question.fact(), "consent", List.of(), answer);
        };
    }

    private static @Nullable Fault wholeFault(Question question, String answer) {
        String plain = Typed.number(answer);
        if (!WHOLE.matcher(plain).matches()) {
            return new Fault(question.fact(), "whole_number", List.of(EXAMPLE), answer);
        }
        long value = Long.parseLong(plain);
        long min = question.min() == null ? Long.MIN_VALUE : question.min();
        long max = question.max() == null ? Long.MAX_VALUE : question.max();
        return value < min || value > max
                ? new Fault(question.fact(), "between", List.of(Long.toString(min), Long.toString(max)), answer)
                : null;
    }

    private static @Nullable Fault birthDateFault(Question question, String answer, LocalDate today) {
        LocalDate birthDate = date(answer);
        // Personal data is never repeated in an error.
        if (birthDate == null || birthDate.getYear() < OLDEST_YEAR) {
            return new Fault(question.fact(), "birth_date", List.of(), "");
        }
        if (birthDate.isAfter(today)) {
            return new Fault(question.fact(), "birth_date_future", List.of(), "");
        }
        int age = ageOn(birthDate, today);
        int min = question.min() == null ? 0 : question.min();
        int max = question.max() == null ? Integer.MAX_VALUE : question.max();
        return age < min || age > max
                ? new Fault(question.fact(), "age_range", List.of(Integer.toString(min), Integer.toString(max)), "")
                : null;
    }

    private static @Nullable Fault personalFault(Question question, Pattern form, String code, String answer) {
        if (answer.length() > MOST_TEXT) {
            return new Fault(question.fact(), "too_long", List.of(Integer.toString(MOST_TEXT)), "");
        }
        return form.matcher(answer).matches() ? null : new Fault(question.fact(), code, List.of(), "");
    }

    private static @Nullable LocalDate date(String answer) {
        var parts = DATE_PARTS.matcher(answer);
        if (!parts.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
        } catch (DateTimeException e) {
            // A day such as 31 April: the caller names the fault.
            return null;
        }
    }
}
