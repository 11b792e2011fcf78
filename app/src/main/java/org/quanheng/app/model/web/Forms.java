package org.quanheng.app.model.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Role;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.api.ActKeys;
import org.quanheng.app.audit.ActKey;
import org.quanheng.app.page.Page;
import org.quanheng.fault.FaultyInputException;

/** What the workshop's forms have in common: whose act it is, its key, and the faults of what was typed. */
public final class Forms {
    private Forms() {}

    /** The name under which an act of this person stands in the records. */
    public static String by(StaffMember member) {
        return "account:" + member.id();
    }

    /** Whether this person may build and propose, so that the forms for it are shown. */
    public static boolean builds(StaffMember member) {
        return member.role() == Role.RISK_ANALYST;
    }

    /** The key of a form, tied to what was typed. */
    public static ActKey key(String scope, StaffMember member, Map<String, String> form) {
        return ActKeys.ofForm(scope + ":" + member.id(), form);
    }

    /** One thing that is wrong with what was typed, in the reader's words. */
    public record Wrong(String where, String expected, String came, String maybe) {}

    /** A text field within its bounds; what is wrong with it is added. */
    public static String text(Map<String, String> form, String name, int most, Page page, List<Wrong> wrongs) {
        String text = form.getOrDefault(name, "").strip();
        if (text.isEmpty() || text.length() > most) {
            wrongs.add(new Wrong(
                    page.t("workshop.field." + name),
                    page.t("workshop.expected.text", most),
                    text.isEmpty() ? page.t("workshop.came.nothing") : page.t("workshop.came.length", text.length()),
                    ""));
        }
        return text;
    }

    /** A number without trailing zeros, as somebody would type it. */
    public static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Does something and collects the faults that the library finds. */
    public static <T> @Nullable T tried(Page page, List<Wrong> wrongs, Supplier<T> work) {
        try {
            return work.get();
        } catch (FaultyInputException faulty) {
            wrongs.addAll(FaultWords.of(faulty.faults(), page));
            return null;
        }
    }
}
