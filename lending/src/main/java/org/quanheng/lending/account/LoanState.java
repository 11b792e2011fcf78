package org.quanheng.lending.account;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;

/**
 * How a loan stands at the end of a day.
 *
 * @param asOf the day
 * @param status its stage of life
 * @param principal outstanding, due or not
 * @param duePrincipal principal that fell due and is unpaid
 * @param dueInterest interest that fell due and is unpaid
 * @param dueFees fees that are unpaid
 * @param duePenalty penalties and penalty interest up to the day, unpaid
 * @param accruedInterest interest of the running period up to the day, and interest put off by a grace or holiday
 * @param held paid and held for the borrower until something falls due
 * @param payoff what settles the loan on the day, beside what is held
 * @param daysPastDue days since the oldest unpaid due date; 0 when nothing is overdue (DPD)
 * @param oldestDue that due date; null when nothing is overdue
 * @param lost what was written off and did not come back
 */
public record LoanState(
        LocalDate asOf,
        Status status,
        Money principal,
        Money duePrincipal,
        Money dueInterest,
        Money dueFees,
        Money duePenalty,
        Money accruedInterest,
        Money held,
        Money payoff,
        int daysPastDue,
        @Nullable LocalDate oldestDue,
        Money lost) {
    /** A loan's stage of life. */
    public enum Status {
        /** Nothing was paid out yet. */
        PENDING,
        /** Running, nothing overdue. */
        ACTIVE,
        /** Something is overdue. */
        OVERDUE,
        /** Everything is paid. */
        CLOSED,
        /** Given up as lost. */
        WRITTEN_OFF
    }

    /** Everything that fell due and is unpaid. */
    public Money due() {
        return duePrincipal.plus(dueInterest).plus(dueFees).plus(duePenalty);
    }

    /** The bucket of its days past due. */
    public ArrearsBucket bucket() {
        return ArrearsBucket.of(daysPastDue);
    }

    /** The tier that its days past due reach; who knows that its credit is impaired asks {@link RiskTier#of}. */
    public RiskTier tier(List<RiskTier.Threshold> thresholds) {
        return RiskTier.of(daysPastDue, false, thresholds);
    }
}
