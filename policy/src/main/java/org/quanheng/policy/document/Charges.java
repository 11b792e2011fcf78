package org.quanheng.policy.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.account.PenaltyTerms;
import org.quanheng.lending.terms.Fee;

/**
 * What a loan costs besides its interest.
 *
 * @param fees each named by its {@link FeeKind}, and who receives it
 * @param penalty what overdue principal bears on top of the agreed rate [罚息]
 */
public record Charges(List<Fee> fees, PenaltyTerms penalty) {
    /** No fees and no penalty interest. */
    public static final Charges NONE = new Charges(List.of(), PenaltyTerms.NONE);

    private static final int MULTIPLE_DIGITS = 6;

    /** Makes the list unmodifiable. */
    public Charges {
        fees = List.copyOf(fees);
    }

    /** The same, its penalty lowered so that overdue principal bears no more in a year than the highest rate allowed. */
    public Charges withPenaltyUpTo(BigDecimal rateMax, Rate agreed) {
        if (agreed.perYear().signum() == 0) {
            return this;
        }
        BigDecimal most = rateMax.subtract(agreed.perYear())
                .max(BigDecimal.ZERO)
                .divide(agreed.perYear(), MULTIPLE_DIGITS, RoundingMode.FLOOR);
        PenaltyTerms lowered = new PenaltyTerms(
                penalty.multiple().min(most), penalty.graceDays(), penalty.onInterest(), penalty.dayCount());
        return most.compareTo(penalty.multiple()) < 0 ? new Charges(fees, lowered) : this;
    }

    /** What is kept back when so much is paid out. */
    Money upFront(Money amount) {
        Money sum = Money.zero(amount.currency());
        for (Fee fee : fees) {
            if (fee.charged() == Fee.Charged.UP_FRONT) {
                BigDecimal percent = fee.percent();
                Money fixed = fee.amount();
                sum = sum.plus(
                        fixed != null
                                ? fixed
                                : amount.times(
                                        percent == null ? BigDecimal.ZERO : percent.movePointLeft(2),
                                        RoundingMode.CEILING));
            }
        }
        return sum;
    }
}
