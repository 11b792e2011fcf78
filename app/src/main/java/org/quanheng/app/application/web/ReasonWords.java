package org.quanheng.app.application.web;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.quanheng.app.page.Language;
import org.quanheng.app.page.Page;
import org.quanheng.policy.reason.Reason;
import org.quanheng.policy.reason.ReasonTexts;

/** Reasons in the reader's language, with their values as the page writes them. */
final class ReasonWords {
    private static final ReasonTexts ZH = ReasonTexts.of(Locale.CHINESE);
    private static final ReasonTexts EN = ReasonTexts.of(Locale.ENGLISH);

    private ReasonWords() {}

    /** What weighed against the applicant. */
    static String reason(Reason reason, Page page) {
        return texts(page).text(reason, (name, value) -> label(page, name, value));
    }

    /** What would change it, where something can. */
    static Optional<String> change(Reason reason, Page page) {
        String change = texts(page).change(reason, (name, value) -> label(page, name, value));
        return change.isBlank() ? Optional.empty() : Optional.of(change);
    }

    private static ReasonTexts texts(Page page) {
        return page.language() == Language.ZH ? ZH : EN;
    }

    private static String label(Page page, String name, String value) {
        if (name.endsWith("_months")) {
            // The sentences about a term carry the unit themselves.
            return value;
        }
        if (page.has("fact." + name)) {
            return page.value(name, value);
        }
        return value.matches("-?\\d+(\\.\\d+)?") ? page.formats().number(new BigDecimal(value), 0) : value;
    }
}
