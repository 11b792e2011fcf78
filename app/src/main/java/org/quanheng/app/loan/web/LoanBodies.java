package org.quanheng.app.loan.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.api.JsonBody;
import org.quanheng.app.loan.Loan;
import org.quanheng.app.loan.LoanChange;

/** Reads the fields of a JSON body as a form would have them; what is missing or of the wrong kind is noted and left out. */
final class LoanBodies {
    private static final String KIND = "kind";

    private LoanBodies() {}

    /** The version that the caller looked at. */
    static int version(JsonBody body) {
        return Math.clamp(body.whole("version"), 0, Integer.MAX_VALUE);
    }

    /** The amount and the day. */
    static Map<String, String> amountAndDay(JsonBody body, Loan loan) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put(LoanInputs.AMOUNT, amount(body, loan));
        typed.put(LoanInputs.ON, body.text(LoanInputs.ON));
        return typed;
    }

    private static String amount(JsonBody body, Loan loan) {
        JsonBody amount = body.object(LoanInputs.AMOUNT);
        String currency = amount.text("currency");
        String expected = loan.contract().principal().currencyCode();
        if (!currency.isEmpty() && !currency.equals(expected)) {
            amount.fault("currency", "currency", List.of(expected), currency);
        }
        return amount.text("amount");
    }

    /** The terms of a new plan. */
    static Map<String, String> terms(JsonBody body) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put(LoanChangeInput.INSTALMENTS, body.wholeText(LoanChangeInput.INSTALMENTS));
        typed.put(LoanChangeInput.RATE, body.optionalText(LoanChangeInput.RATE).orElse(""));
        return typed;
    }

    /** The kind of change, which decides on the other fields. */
    static LoanChange.@Nullable Kind kind(JsonBody body, List<LoanChange.Kind> allowed) {
        LoanInputs inputs = new LoanInputs(Map.of(KIND, body.text(KIND)));
        LoanChange.Kind kind = inputs.option(KIND, allowed);
        note(body, inputs);
        return kind;
    }

    /** What a preview of a change is made of. */
    static Map<String, String> change(JsonBody body, Loan loan, LoanChange.Kind kind) {
        Map<String, String> typed = new LinkedHashMap<>();
        switch (kind) {
            case EARLY_REPAYMENT -> typed.putAll(amountAndDay(body, loan));
            case EXTENSION -> typed.put(LoanChangeInput.MONTHS, body.wholeText(LoanChangeInput.MONTHS));
            case HOLIDAY -> typed.put(LoanChangeInput.INSTALMENTS, body.wholeText(LoanChangeInput.INSTALMENTS));
            case RESTRUCTURING -> typed.put(LoanInputs.AMOUNT, amount(body, loan));
            case WRITE_OFF -> {}
        }
        return typed;
    }

    /** Takes over what the inputs noted; what is missing was noted by the body itself. */
    static void note(JsonBody body, LoanInputs inputs) {
        inputs.faults().stream()
                .filter(fault -> !fault.code().equals("required"))
                .forEach(fault -> body.fault(fault.field(), fault.code(), fault.arguments(), fault.came()));
    }
}
