package org.quanheng.app.application.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.FieldError;

/**
 * The first page: what the loan is for, how much, how long, and what that costs. Posts {@code purpose}, {@code amount} and
 * {@code months} to {@code /applications}.
 *
 * @param purposes the codes of the fact {@code purpose}, in the order to show
 * @param purpose the chosen code, or null
 * @param methods the ways to pay back that the calculator shows, {@code method.<code>}
 * @param method the chosen one
 * @param compare the one to compare it with, or empty
 * @param monthly what somebody can pay a month, as typed; or empty
 * @param shareMax the largest share of income that the policy lets a payment take, or null before there is a policy
 * @param questionsFrom how many questions most applicants answer after this page, at least
 * @param questionsTo at most
 * @param minutes how many minutes that usually takes
 */
public record StartView(
        String currency,
        List<String> purposes,
        @Nullable String purpose,
        BigDecimal amount,
        BigDecimal amountMin,
        BigDecimal amountMax,
        BigDecimal amountStep,
        int months,
        int monthsMin,
        int monthsMax,
        int monthsStep,
        List<String> methods,
        String method,
        String compare,
        String monthly,
        @Nullable BigDecimal shareMax,
        PaymentView payment,
        int questionsFrom,
        int questionsTo,
        int minutes,
        List<FieldError> errors,
        String idempotencyKey) {

    public StartView {
        purposes = List.copyOf(purposes);
        methods = List.copyOf(methods);
        errors = List.copyOf(errors);
    }
}
