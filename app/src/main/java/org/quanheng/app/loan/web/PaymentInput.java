package org.quanheng.app.loan.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.loan.Loan;
import org.quanheng.app.loan.Payment;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.Excess;

/** Reads a payment that came in. */
final class PaymentInput {
    /** Where the borrower can let the excess of a payment go. */
    static final List<Excess> WAYS =
            List.of(Excess.NEXT_INSTALMENTS, Excess.FEWER_INSTALMENTS, Excess.SMALLER_INSTALMENTS);

    private PaymentInput() {}

    /** The payment, or null after noting what is wrong with it. */
    static @Nullable Payment read(LoanInputs inputs, Loan loan, LocalDate today) {
        LocalDate on = inputs.day(loan.contract().disbursedOn(), today);
        Money amount = inputs.payable(loan, on, today);
        String reference = inputs.reference();
        Excess excess = inputs.option("excess", WAYS);
        if (on == null || amount == null || reference == null || excess == null) {
            return null;
        }
        return inputs.faults().isEmpty() ? new Payment(on, amount, reference, early(excess)) : null;
    }

    /** Counting towards the next instalments is what an ordinary payment does. */
    static @Nullable Excess early(Excess excess) {
        return excess == Excess.NEXT_INSTALMENTS ? null : excess;
    }
}
