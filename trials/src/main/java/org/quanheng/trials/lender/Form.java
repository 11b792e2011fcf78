package org.quanheng.trials.lender;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** A form of a page, filled in by an applicant as a browser would send it. */
public final class Form {
    static final String KEY = "idempotency_key";

    private final String action;
    private final List<Map.Entry<String, String>> fields = new ArrayList<>();

    private Form(String action) {
        this.action = action;
    }

    /** The form of a page that posts to an address with this ending, filled in. */
    public static Form of(Web.Reply reply, String ending, Applicant applicant) {
        Element form = reply.page().select("form[method=post]").stream()
                .filter(each -> each.attr("action").endsWith(ending))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("expected a form that posts to …" + ending
                        + ", came status " + reply.status() + " at " + reply.path()));
        Form filled = new Form(form.attr("action"));
        Set<String> answered = new LinkedHashSet<>();
        for (Element field : form.select("input[name], select[name]")) {
            String name = field.attr("name");
            switch (field.attr("type")) {
                case "hidden" -> filled.put(name, field.attr("value"));
                case "radio", "checkbox" -> {
                    if (answered.add(name)) {
                        filled.put(name, applicant.answer(name));
                    }
                }
                default ->
                    filled.put(name, field.attr("value").isEmpty() ? applicant.answer(name) : typed(field, applicant));
            }
        }
        return filled;
    }

    /** What the resume link has filled in stays; everything else is the applicant's. */
    private static String typed(Element field, Applicant applicant) {
        String name = field.attr("name");
        return name.equals("application") || name.equals("code") ? field.attr("value") : applicant.answer(name);
    }

    private void put(String name, String value) {
        fields.add(Map.entry(name, value));
    }

    /** Where the form is posted to. */
    public String action() {
        return action;
    }

    /** The idempotency key that goes with the form, empty if it has none. */
    String key() {
        return fields.stream()
                .filter(field -> field.getKey().equals(KEY))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** The same form under a key of our own. */
    Form withKey(String key) {
        fields.replaceAll(field -> field.getKey().equals(KEY) ? Map.entry(KEY, key) : field);
        return this;
    }

    /** Names and values as they are posted, in order. */
    public List<Map.Entry<String, String>> fields() {
        return List.copyOf(fields);
    }
}
