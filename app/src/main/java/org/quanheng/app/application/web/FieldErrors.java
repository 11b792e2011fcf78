package org.quanheng.app.application.web;

import java.util.List;
import org.quanheng.app.api.Fault;
import org.quanheng.app.page.FieldError;
import org.quanheng.app.page.Page;

/** Faults of answers as the page shows them beside their fields. */
final class FieldErrors {
    private FieldErrors() {}

    static List<FieldError> of(List<Fault> faults, Page page) {
        return faults.stream()
                .map(fault ->
                        new FieldError(fault.field(), fault.code(), fault.wordingArguments(page.fact(fault.field()))))
                .toList();
    }
}
