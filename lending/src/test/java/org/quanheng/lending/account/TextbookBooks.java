package org.quanheng.lending.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import org.quanheng.lending.ledger.LedgerAccount;

/** The lender's T-accounts, in cents: each act writes two sides. A partner's share is rounded over all that it is a share of. */
final class TextbookBooks {
    private final Map<LedgerAccount, Long> sums = new EnumMap<>(LedgerAccount.class);
    private BigDecimal share = BigDecimal.ZERO;
    private long funded;
    private long principalPaid;
    private final Map<LedgerAccount, Long> incomePaid = new EnumMap<>(LedgerAccount.class);
    private long recovered;

    private void move(LedgerAccount debit, LedgerAccount credit, long cents) {
        sums.merge(debit, cents, Long::sum);
        sums.merge(credit, -cents, Long::sum);
    }

    /** The share of an amount that grows from before to before + more. */
    private long shareOf(long before, long more) {
        return sharePart(before + more) - sharePart(before);
    }

    private long sharePart(long cents) {
        return Fraction.of(share.movePointLeft(2)).times(cents).rounded(1, RoundingMode.HALF_UP);
    }

    void draw(long cents, long fees) {
        move(LedgerAccount.PRINCIPAL_RECEIVABLE, LedgerAccount.CASH, cents);
        move(LedgerAccount.CASH, LedgerAccount.FEE_INCOME, fees);
        move(LedgerAccount.CASH, LedgerAccount.PARTNER_FUNDING, shareOf(funded, cents));
        funded += share.signum() == 0 ? 0 : cents;
    }

    void share(BigDecimal percent, long outstanding) {
        share = percent;
        funded = outstanding;
        move(LedgerAccount.CASH, LedgerAccount.PARTNER_FUNDING, sharePart(outstanding));
    }

    void interest(long cents) {
        move(LedgerAccount.INTEREST_RECEIVABLE, LedgerAccount.INTEREST_INCOME, cents);
    }

    void fee(long cents) {
        move(LedgerAccount.FEE_RECEIVABLE, LedgerAccount.FEE_INCOME, cents);
    }

    void passOn(long cents) {
        move(LedgerAccount.FEE_INCOME, LedgerAccount.FEE_PAYABLE, cents);
    }

    void penalty(long cents) {
        move(LedgerAccount.PENALTY_RECEIVABLE, LedgerAccount.PENALTY_INCOME, cents);
    }

    void hold(long cents) {
        move(LedgerAccount.CASH, LedgerAccount.HELD_FOR_BORROWERS, cents);
    }

    void pay(AllocationOrder.Part part, long cents) {
        switch (part) {
            case PRINCIPAL -> {
                move(LedgerAccount.CASH, LedgerAccount.PRINCIPAL_RECEIVABLE, cents);
                move(LedgerAccount.PARTNER_FUNDING, LedgerAccount.PARTNER_PAYABLE, shareOf(principalPaid, cents));
                principalPaid += share.signum() == 0 ? 0 : cents;
            }
            case INTEREST -> {
                move(LedgerAccount.CASH, LedgerAccount.INTEREST_RECEIVABLE, cents);
                shareIncome(LedgerAccount.INTEREST_INCOME, cents);
            }
            case FEE -> move(LedgerAccount.CASH, LedgerAccount.FEE_RECEIVABLE, cents);
            case PENALTY -> {
                move(LedgerAccount.CASH, LedgerAccount.PENALTY_RECEIVABLE, cents);
                shareIncome(LedgerAccount.PENALTY_INCOME, cents);
            }
        }
    }

    private void shareIncome(LedgerAccount income, long cents) {
        move(income, LedgerAccount.PARTNER_PAYABLE, shareOf(incomePaid.getOrDefault(income, 0L), cents));
        incomePaid.merge(income, share.signum() == 0 ? 0 : cents, Long::sum);
    }

    /** What is owed leaves the books; the partner's part of the principal is the partner's loss. */
    void writeOff() {
        for (LedgerAccount receivable : new LedgerAccount[] {
            LedgerAccount.PRINCIPAL_RECEIVABLE,
            LedgerAccount.INTEREST_RECEIVABLE,
            LedgerAccount.FEE_RECEIVABLE,
            LedgerAccount.PENALTY_RECEIVABLE
        }) {
            move(LedgerAccount.WRITE_OFF_EXPENSE, receivable, sums.getOrDefault(receivable, 0L));
        }
        long borne = -sums.getOrDefault(LedgerAccount.PARTNER_FUNDING, 0L);
        move(LedgerAccount.PARTNER_FUNDING, LedgerAccount.WRITE_OFF_EXPENSE, borne);
    }

    void recover(long cents) {
        long partners = shareOf(recovered, cents);
        recovered += cents;
        move(LedgerAccount.CASH, LedgerAccount.RECOVERY_INCOME, cents - partners);
        move(LedgerAccount.CASH, LedgerAccount.PARTNER_PAYABLE, partners);
    }

    /** What stands on each account that is not zero. */
    Map<LedgerAccount, Long> sums() {
        Map<LedgerAccount, Long> standing = new EnumMap<>(sums);
        standing.values().removeIf(sum -> sum == 0);
        return standing;
    }
}
