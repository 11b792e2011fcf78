package org.quanheng.app.model.web.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quanheng.app.model.web.Forms;
import org.quanheng.app.model.web.Forms.Wrong;
import org.quanheng.app.page.Page;
import org.quanheng.scoring.table.SpecialCode;

/** Special codes as a person types them: {@code -9 = no record; -8, -7 = not asked}. */
final class SpecialsText {
    private SpecialsText() {}

    static String of(List<SpecialCode> specials) {
        return specials.stream()
                .map(special -> special.codes().stream().map(Forms::plain).collect(Collectors.joining(", ")) + " = "
                        + special.meaning())
                .collect(Collectors.joining("; "));
    }

    /** The codes of a text; what is wrong with it is added. */
    static List<SpecialCode> parse(String column, String text, Page page, List<Wrong> wrongs) {
        Map<String, List<Double>> codes = new LinkedHashMap<>();
        for (String part : text.split("[;；]", -1)) {
            if (part.isBlank()) {
                continue;
            }
            int equals = part.indexOf('=');
            String numbers = equals < 0 ? part : part.substring(0, equals);
            String meaning =
                    equals < 0 ? part.strip() : part.substring(equals + 1).strip();
            for (String number : numbers.split("[,，]", -1)) {
                try {
                    codes.computeIfAbsent(meaning, none -> new ArrayList<>()).add(Double.parseDouble(number.strip()));
                } catch (NumberFormatException none) {
                    wrongs.add(new Wrong(
                            column,
                            page.t("workshop.expected.specials"),
                            number.strip(),
                            page.t("workshop.specials.hint")));
                }
            }
        }
        List<SpecialCode> specials = new ArrayList<>();
        Forms.tried(page, wrongs, () -> {
            codes.forEach((meaning, numbers) -> specials.add(new SpecialCode(meaning, numbers)));
            SpecialCode.check(column, specials);
            return specials;
        });
        return specials;
    }
}
