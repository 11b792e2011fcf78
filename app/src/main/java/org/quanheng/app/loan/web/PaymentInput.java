package org.quanheng.app.loan.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.loan.Loan;
import org.quanheng.app.loan.Payment;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.Excess;

/** Reads a payment that came in. */
final class PaymentInput {
    static final String EXCESS = "excess";

    private PaymentInput() {}

    /** Where the excess of a payment can go: first where the contract says. */
    static List<Excess> ways(Loan loan) {
        return Stream.of(loan.contract().excess(), Excess.HELD, Excess.FEWER_INSTALMENTS, Excess.SMALLER_INSTALMENTS)
                .distinct()
                .toList();
    }

    /** The payment, or null after noting what is wrong with it. */
    static @Nullable Payment read(LoanInputs inputs, Loan loan, LocalDate today) {
        LocalDate on = inputs.day(loan.contract().disbursedOn(), today);
        Excess excess = excess(inputs, loan, today);
        Money amount = amount(inputs, loan, on, today, excess);
        String reference = inputs.reference();
        if (on == null
                || amount == null
                || reference == null
                || !inputs.faults().isEmpty()) {
            return null;
        }
        return new Payment(on, amount, reference, early(loan, excess));
    }

    /** Where the excess goes; nobody is asked on a loan that is written off, where a recovery has none. */
    static @Nullable Excess excess(LoanInputs inputs, Loan loan, LocalDate today) {
        return loan.account().isWrittenOff(today) ? null : inputs.option(EXCESS, ways(loan));
    }

    /** An amount: any where the excess is held, for money that came is recorded; else what can be repaid early or recovered on the day. */
    static @Nullable Money amount(
            LoanInputs inputs, Loan loan, @Nullable LocalDate on, LocalDate today, @Nullable Excess excess) {
        if (loan.account().isWrittenOff(on == null ? today : on)) {
            return inputs.recoverable(loan, on, today);
        }
        return excess == null || excess == Excess.HELD
                ? inputs.amount(loan.contract().principal().currency())
                : inputs.payable(loan, on, today);
    }

    /** What a payment says of its excess: nothing where it goes where the contract says. */
    static @Nullable Excess early(Loan loan, @Nullable Excess excess) {
        return excess == loan.contract().excess() ? null : excess;
    }
}
