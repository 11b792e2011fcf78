package org.quanheng.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.quanheng.lending.Money;
import org.quanheng.policy.document.PolicyDocument;
import org.quanheng.policy.document.PolicyDocument.Grade;

/** Makes limits: the least of the grade's, the debt service's and the product's. */
final class Limiting {
    private final PolicyDocument document;

    Limiting(PolicyDocument document) {
        this.document = document;
    }

    /**
     * The limit at a term.
     *
     * @param request what was asked: its instalment takes the given share of disposable income
     * @param share that share
     * @param pd PD at the term
     * @param months the term; at another term than asked the share changes with the number of instalments
     */
    Limit limit(LoanRequest request, BigDecimal share, BigDecimal pd, int months) {
        Grade grade = document.gradeOf(pd);
        Money byGrade = grade.limit();
        BigDecimal affordable = request.amount()
                .amount()
                .multiply(document.limits().debtService().shareMax())
                .multiply(BigDecimal.valueOf(months))
                .divide(
                        share.multiply(BigDecimal.valueOf(request.months())),
                        document.currency().getDefaultFractionDigits(),
                        RoundingMode.FLOOR);
        Money byDebtService = Money.of(document.currency(), affordable);
        Money byProduct = document.scope().amountMax();
        Money least = byGrade.min(byDebtService).min(byProduct);
        Limit.Binding binding = least.equals(byProduct)
                ? Limit.Binding.PRODUCT
                : least.equals(byGrade) ? Limit.Binding.GRADE : Limit.Binding.DEBT_SERVICE;
        long step = document.scope().amountStep().minorUnits();
        Money amount = Money.ofMinor(least.currency(), least.minorUnits() / step * step);
        return new Limit(amount, binding, grade.name(), byGrade, byDebtService, byProduct);
    }
}
