package org.quanheng.app.page;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Phrase;

/**
 * What every template gets: who reads, in which language, and how to write it.
 *
 * @param lender the name of the lender in the page's language
 * @param sample whether this is the sample lender, so that every page names its data and its currency
 * @param user who is signed in, or null
 * @param nav where this person may go
 * @param path the path of this page, without its query
 * @param query the query of this page without {@code lang} and {@code theme}, or empty
 * @param assetVersion changes when a static file changes
 */
public record Page(
        Language language,
        Theme theme,
        ZoneId zone,
        String lender,
        boolean sample,
        @Nullable User user,
        List<NavItem> nav,
        Csrf csrf,
        String path,
        String query,
        String assetVersion) {

    public Page {
        nav = List.copyOf(nav);
    }

    /** Who is signed in: the name to show and the code of the role, such as {@code head_of_lending}. */
    public record User(String name, String role) {}

    /** One place to go: {@code nav.<key>} is its text; a count of waiting things may stand beside it. */
    public record NavItem(String key, String href, @Nullable Integer count) {}

    /** The hidden field that every form carries. */
    public record Csrf(String parameter, String token) {}

    /** The text of a key in the page's language with its arguments filled in; throws IllegalArgumentException if there is none. */
    public String t(String key, Object... arguments) {
        return messages().text(key, arguments);
    }

    /** What a library said, in the page's language. */
    public String say(Phrase phrase) {
        return messages().say(phrase);
    }

    /** Whether a text stands under this key. */
    public boolean has(String key) {
        return messages().has(key);
    }

    /** How this page writes numbers, money, dates and times. */
    public Formats formats() {
        return new Formats(language, zone);
    }

    /** The name of a fact, such as {@code credit_history}; throws IllegalArgumentException if it has none. */
    public String fact(String fact) {
        return t("fact." + fact);
    }

    /** The name of a fact, or that of the column when it is one of somebody's own data. */
    public String factOrColumn(String column) {
        return has("fact." + column) ? fact(column) : column;
    }

    /** A fact's value in words: the name of its code, or the number with its unit, or the text as it is. */
    public String value(String fact, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return t("fact.unknown");
        }
        String option = "option." + fact + "." + value;
        if (has(option)) {
            return t(option);
        }
        String unit = "unit." + fact;
        return has(unit) ? t(unit, grouped(value)) : value;
    }

    /** What becomes of a plan, {@code change.way.<way>}: in the words that hold for the way in which the loan is paid back. */
    public String way(String way, String method) {
        String exact = "change.way." + way + "." + method;
        return t(has(exact) ? exact : "change.way." + way);
    }

    /** A step's name for the staff: {@code stage.<step>}, or the title that the applicant sees if there is none. */
    public String stage(String step) {
        return t(has("stage." + step) ? "stage." + step : "step." + step);
    }

    /** The lender's telephone number, as it is written. */
    public String telephone() {
        return t("lender.telephone");
    }

    /** Whether the person works for the lender; the staff's pages carry the product's name, the customer's the lender's. */
    public boolean staff() {
        return user != null && !"applicant".equals(user.role());
    }

    /** The name in the header and in the title. */
    public String brand() {
        return staff() ? t("brand") : lender;
    }

    /** The address of a static file, with its version. */
    public String asset(String file) {
        return "/" + file + "?v=" + assetVersion;
    }

    /** This page in the other language. */
    public String otherLanguageHref() {
        return here("lang=" + language.other().code());
    }

    /** This page in another theme. */
    public String themeHref(Theme other) {
        return here("theme=" + other.code());
    }

    private String here(String parameter) {
        return path + "?" + (query.isEmpty() ? "" : query + "&") + parameter;
    }

    private String grouped(String value) {
        return value.matches("-?\\d{1,15}") ? formats().count(Long.parseLong(value)) : value;
    }

    private Messages messages() {
        return Messages.of(language);
    }
}
