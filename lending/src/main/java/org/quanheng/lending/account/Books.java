package org.quanheng.lending.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.AllocationOrder.Part;
import org.quanheng.lending.ledger.LedgerAccount;
import org.quanheng.lending.ledger.LedgerEntry;
import org.quanheng.lending.ledger.Posting;

/** Writes the double entries of a history. */
final class Books {
    private final Currency currency;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Map<Part, Long> partnerBase = new EnumMap<>(Part.class);
    private final Map<Part, Long> partnerTaken = new EnumMap<>(Part.class);
    private BigDecimal partnerShare = BigDecimal.ZERO;
    private long partnerBacks;
    private long recovered;
    private @Nullable String event;

    Books(Currency currency) {
        this.currency = currency;
    }

    List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    /** What is booked meanwhile is booked for this event, except interest: time alone earns it. */
    void during(LoanEvent happening, Runnable effects) {
        event = happening.id();
        try {
            effects.run();
        } finally {
            event = null;
        }
    }

    boolean hasPartner() {
        return partnerShare.signum() > 0;
    }

    void disbursed(LocalDate day, long amount) {
        book(day, LedgerEntry.Kind.DISBURSEMENT, LedgerAccount.PRINCIPAL_RECEIVABLE, LedgerAccount.CASH, amount);
        partnerFunds(day, amount);
    }

    void charged(LocalDate day, Part part, long amount) {
        switch (part) {
            case INTEREST -> book(day, LedgerEntry.Kind.INTEREST, receivable(part), income(part), amount);
            case FEE -> book(day, LedgerEntry.Kind.FEE, receivable(part), income(part), amount);
            case PENALTY -> book(day, LedgerEntry.Kind.PENALTY, receivable(part), income(part), amount);
            case PRINCIPAL -> throw new IllegalStateException("expected a part that is earned, came PRINCIPAL");
        }
    }

    /** So much of a fee that was charged is not the lender's. */
    void passedOn(LocalDate day, long amount) {
        book(day, LedgerEntry.Kind.FEE, LedgerAccount.FEE_INCOME, LedgerAccount.FEE_PAYABLE, amount);
    }

    /** A payment, the parts it covers and how much more, or less, is held after it. */
    void repaid(LocalDate day, Map<Part, Long> covered, long held) {
        repaid(day, LedgerEntry.Kind.REPAYMENT, covered, sum(covered) + held, -held);
    }

    /** What was held pays these parts. */
    void repaidFromHeld(LocalDate day, Map<Part, Long> covered) {
        repaid(day, LedgerEntry.Kind.HELD_APPLIED, covered, 0, sum(covered));
    }

    /** The money and the parts it covers; a partner's share of them follows in an entry of its own. */
    private void repaid(LocalDate day, LedgerEntry.Kind kind, Map<Part, Long> covered, long cash, long held) {
        List<Posting> postings = new ArrayList<>();
        post(postings, LedgerAccount.CASH, cash);
        covered.forEach((part, amount) -> post(postings, receivable(part), -amount));
        post(postings, LedgerAccount.HELD_FOR_BORROWERS, held);
        entries.add(new LedgerEntry(day, kind, event, postings));
        if (partnerShare.signum() > 0) {
            covered.forEach((part, amount) -> partnerTakes(day, part, amount));
        }
    }

    void refunded(LocalDate day, long amount) {
        book(day, LedgerEntry.Kind.REFUND, LedgerAccount.HELD_FOR_BORROWERS, LedgerAccount.CASH, amount);
    }

    void partner(LocalDate day, BigDecimal percent, long balance) {
        partnerShare = percent.movePointLeft(2);
        partnerFunds(day, balance);
    }

    /** The partner pays its share of what is owed when it comes in, and of what is drawn later. */
    private void partnerFunds(LocalDate day, long amount) {
        long before = share(partnerBacks);
        partnerBacks += hasPartner() ? amount : 0;
        long funded = share(partnerBacks) - before;
        book(day, LedgerEntry.Kind.PARTNER, LedgerAccount.CASH, LedgerAccount.PARTNER_FUNDING, funded);
    }

    private void partnerTakes(LocalDate day, Part part, long amount) {
        long base = partnerBase.merge(part, amount, Long::sum);
        long taken = share(base) - partnerTaken.getOrDefault(part, 0L);
        partnerTaken.merge(part, taken, Long::sum);
        LedgerAccount from = part == Part.PRINCIPAL ? LedgerAccount.PARTNER_FUNDING : income(part);
        if (part != Part.FEE) {
            book(day, LedgerEntry.Kind.PARTNER, from, LedgerAccount.PARTNER_PAYABLE, taken);
        }
    }

    private long share(long amount) {
        return BigDecimal.valueOf(amount)
                .multiply(partnerShare)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    void writtenOff(LocalDate day, Map<Part, Long> owed) {
        List<Posting> postings = new ArrayList<>();
        long sum = sum(owed);
        post(postings, LedgerAccount.WRITE_OFF_EXPENSE, sum);
        owed.forEach((part, amount) -> post(postings, receivable(part), -amount));
        if (sum != 0) {
            entries.add(new LedgerEntry(day, LedgerEntry.Kind.WRITE_OFF, event, postings));
        }
        long borne = share(partnerBacks) - partnerTaken.getOrDefault(Part.PRINCIPAL, 0L);
        book(day, LedgerEntry.Kind.PARTNER, LedgerAccount.PARTNER_FUNDING, LedgerAccount.WRITE_OFF_EXPENSE, borne);
    }

    void recovered(LocalDate day, long amount) {
        book(day, LedgerEntry.Kind.RECOVERY, LedgerAccount.CASH, LedgerAccount.RECOVERY_INCOME, amount);
        long before = share(recovered);
        recovered += amount;
        long taken = share(recovered) - before;
        book(day, LedgerEntry.Kind.PARTNER, LedgerAccount.RECOVERY_INCOME, LedgerAccount.PARTNER_PAYABLE, taken);
    }

    private void book(LocalDate day, LedgerEntry.Kind kind, LedgerAccount debit, LedgerAccount credit, long amount) {
        if (amount != 0) {
            entries.add(new LedgerEntry(
                    day,
                    kind,
                    kind == LedgerEntry.Kind.INTEREST ? null : event,
                    List.of(new Posting(debit, money(amount)), new Posting(credit, money(-amount)))));
        }
    }

    private static long sum(Map<Part, Long> parts) {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }

    private void post(List<Posting> postings, LedgerAccount account, long amount) {
        if (amount != 0) {
            postings.add(new Posting(account, money(amount)));
        }
    }

    private Money money(long minorUnits) {
        return Money.ofMinor(currency, minorUnits);
    }

    private static LedgerAccount receivable(Part part) {
        return switch (part) {
            case PRINCIPAL -> LedgerAccount.PRINCIPAL_RECEIVABLE;
            case INTEREST -> LedgerAccount.INTEREST_RECEIVABLE;
            case FEE -> LedgerAccount.FEE_RECEIVABLE;
            case PENALTY -> LedgerAccount.PENALTY_RECEIVABLE;
        };
    }

    private static LedgerAccount income(Part part) {
        return switch (part) {
            case PRINCIPAL -> throw new IllegalStateException("expected a part that is earned, came PRINCIPAL");
            case INTEREST -> LedgerAccount.INTEREST_INCOME;
            case FEE -> LedgerAccount.FEE_INCOME;
            case PENALTY -> LedgerAccount.PENALTY_INCOME;
        };
    }
}
