package org.quanheng.app.loan.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.api.Fault;
import org.quanheng.app.loan.Loan;
import org.quanheng.app.loan.Refund;
import org.quanheng.lending.Money;

/** Reads held money that went back. On its page the fields have names of their own, for a payment is typed there too. */
final class RefundInput {
    private static final String PREFIX = "refund_";
    private static final List<String> FIELDS = List.of(LoanInputs.AMOUNT, LoanInputs.ON, LoanInputs.REFERENCE);

    private RefundInput() {}

    /** The refund, or null after noting what is wrong with it. */
    static @Nullable Refund read(LoanInputs inputs, Loan loan, LocalDate today) {
        LocalDate on = inputs.day(loan.contract().disbursedOn(), today);
        Money amount = inputs.refundable(loan, on, today);
        String reference = inputs.reference();
        if (on == null || amount == null || reference == null) {
            return null;
        }
        return inputs.faults().isEmpty() ? new Refund(on, amount, reference) : null;
    }

    /** What was typed into the page's fields of a refund, by the plain names of the fields; empty if nothing was. */
    static Map<String, String> typed(Map<String, String> form) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String text = form.get(PREFIX + field);
            if (text != null) {
                typed.put(field, text);
            }
        }
        return typed;
    }

    /** The same faults, of the page's fields. */
    static List<Fault> onPage(List<Fault> faults) {
        return faults.stream()
                .map(fault -> FIELDS.contains(fault.field())
                        ? new Fault(PREFIX + fault.field(), fault.code(), fault.arguments(), fault.came())
                        : fault)
                .toList();
    }
}
