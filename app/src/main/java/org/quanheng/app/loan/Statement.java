package org.quanheng.app.loan;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.LoanEvent;
import org.quanheng.lending.ledger.LedgerEntry;
import org.springframework.stereotype.Component;

/** The statement of a loan: every entry of its ledger in the order in which it was booked, and what was owed after each. */
@Component
public class Statement {
    private final LoanLedger ledger;

    Statement(LoanLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * One line.
     *
     * @param entry its postings
     * @param reversal whether it undoes an earlier line
     * @param reference the payment's reference, of a payment only
     * @param change what it adds to what the borrower owes
     * @param owed what is owed after it
     */
    public record Line(
            LedgerEntry entry, boolean reversal, @Nullable String reference, Money change, Money owed) {}

    /** All lines up to a day; what fell due since the last end of day is there too. */
    public List<Line> of(Loan loan, LocalDate to) {
        List<LedgerLine> booked = ledger.booked(loan.id());
        Map<Paid, Deque<String>> references = references(loan);
        List<Line> lines = new ArrayList<>();
        Money owed = Money.zero(loan.contract().principal().currency());
        for (LedgerLine line : booked) {
            owed = add(lines, owed, line.entry(), line.reverses() != null, references);
        }
        for (LedgerEntry entry : LoanLedger.Difference.between(
                        booked, loan.account().entries(to))
                .missing()) {
            owed = add(lines, owed, entry, false, references);
        }
        return lines;
    }

    private static Money add(
            List<Line> lines, Money owed, LedgerEntry entry, boolean reversal, Map<Paid, Deque<String>> references) {
        Money change = LedgerLine.change(entry);
        Money after = owed.plus(change);
        Deque<String> known = entry.kind() == LedgerEntry.Kind.REPAYMENT
                ? references.get(new Paid(entry.valueDate(), reversal ? change : change.negate()))
                : null;
        lines.add(new Line(entry, reversal, known == null ? null : turned(known), change, after));
        return after;
    }

    /** Two equal payments of one day take turns. */
    private static String turned(Deque<String> references) {
        String first = references.removeFirst();
        references.addLast(first);
        return first;
    }

    private record Paid(LocalDate on, Money amount) {}

    private static Map<Paid, Deque<String>> references(Loan loan) {
        Map<Paid, Deque<String>> references = new HashMap<>();
        for (RecordedEvent recorded : loan.events()) {
            String reference = recorded.reference();
            if (reference != null) {
                Paid paid = switch (recorded.event()) {
                    case LoanEvent.Repaid repaid -> new Paid(repaid.date(), repaid.amount());
                    case LoanEvent.RepaidEarly early -> new Paid(early.date(), early.amount());
                    default -> throw new IllegalStateException("expected a payment with a reference, came " + recorded);
                };
                references.computeIfAbsent(paid, _ -> new ArrayDeque<>()).addLast(reference);
            }
        }
        return references;
    }
}
