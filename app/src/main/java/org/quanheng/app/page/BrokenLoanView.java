package org.quanheng.app.page;

import java.util.List;

/**
 * A loan of which no figure can be shown, because its record contradicts itself.
 *
 * @param refused whether somebody wanted to change it, which did not happen
 * @param faults what is wrong with the record, for the staff
 */
public record BrokenLoanView(String number, boolean refused, List<FieldError> faults) {
    public BrokenLoanView {
        faults = List.copyOf(faults);
    }
}
