package org.quanheng.app.loan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
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
     * @param heldMore what it adds to what is held for the borrower
     * @param held what is held after it
     */
    public record Line(
            LedgerEntry entry,
            boolean reversal,
            @Nullable String reference,
            Money change,
            Money owed,
            Money heldMore,
            Money held) {}

    /**
     * All lines up to a day; what fell due since the last end of day is there too.
     *
     * @throws BrokenLoanException if its postings make no sense
     */
    public List<Line> of(Loan loan, LocalDate to) {
        List<LedgerLine> booked = booked(loan);
        List<Line> lines = new ArrayList<>();
        for (LedgerLine line : booked) {
            lines.add(line(loan, line.entry(), line.reverses() != null, lines));
        }
        for (LedgerEntry entry : LoanLedger.Difference.between(
                        booked, loan.account().entries(to))
                .missing()) {
            lines.add(line(loan, entry, false, lines));
        }
        return lines;
    }

    private List<LedgerLine> booked(Loan loan) {
        try {
            return ledger.booked(loan.id());
        } catch (IllegalArgumentException e) {
            throw new BrokenLoanException(loan.id(), loan.number(), e);
        }
    }

    private static Line line(Loan loan, LedgerEntry entry, boolean reversal, List<Line> before) {
        Money change = LedgerLine.change(entry);
        Money heldMore = LedgerLine.heldMore(entry);
        Money owed = before.isEmpty() ? change : before.getLast().owed().plus(change);
        Money held = before.isEmpty() ? heldMore : before.getLast().held().plus(heldMore);
        return new Line(entry, reversal, reference(loan, entry), change, owed, heldMore, held);
    }

    private static @Nullable String reference(Loan loan, LedgerEntry entry) {
        String event = entry.event();
        return event == null
                ? null
                : loan.events().get(Integer.parseInt(event) - 1).reference();
    }
}
