package org.quanheng.app.application.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.FieldError;

/**
 * The working capital of a firm: a form of its figures, sent by GET to {@code /working-capital}, and what follows from them.
 *
 * @param errors what is wrong with the figures, in the order of the fields
 * @param steps null until every figure is sound
 */
public record WorkingCapitalView(
        String currency,
        List<Field> fields,
        List<FieldError> errors,
        @Nullable Steps steps) {

    public WorkingCapitalView {
        fields = List.copyOf(fields);
        errors = List.copyOf(errors);
    }

    /** What is wrong with a field; null if nothing is. */
    public @Nullable FieldError error(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .findFirst()
                .orElse(null);
    }

    /**
     * A field of the form.
     *
     * @param name {@code capital.<name>} is its label
     * @param unit {@code amount}, {@code percent} or {@code days}
     * @param value as typed
     */
    public record Field(String name, String unit, String value) {}

    /**
     * The formula, step by step.
     *
     * @param cycleDays 周转天数
     * @param turnsPerYear 周转次数
     * @param need 营运资金量
     * @param thereAlready own funds, present loans and other sources together
     * @param newLoan 新增流动资金贷款额度, not below zero
     */
    public record Steps(
            BigDecimal cycleDays,
            BigDecimal turnsPerYear,
            BigDecimal need,
            BigDecimal thereAlready,
            BigDecimal newLoan) {}
}
