package org.quanheng.app.application.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.FieldError;

/**
 * Go on with an application: posts {@code application} (its number) and {@code code} to {@code /resume}; a link fills both in.
 *
 * @param number the number typed or linked, or null
 * @param code the code typed or linked, or null
 */
public record ResumeView(@Nullable String number, @Nullable String code, List<FieldError> errors) {

    public ResumeView {
        errors = List.copyOf(errors);
    }

    /** The fault of a field, or null. */
    public @Nullable FieldError error(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .findFirst()
                .orElse(null);
    }
}
