package org.quanheng.cli.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A form of a page, filled in from what it asks: fields and options are the page's, answers are the person's. */
final class Form {
    static final String KEY = "idempotency_key";

    private final Element form;
    private final List<Map.Entry<String, String>> fields = new ArrayList<>();
    private final Set<String> questions = new LinkedHashSet<>();
    private final List<String> faults = new ArrayList<>();

    private Form(Element form) {
        this.form = form;
    }

    /** The form of a page that posts to an address with this ending. */
    static Optional<Form> postingTo(Document page, String ending) {
        return page.select("form").stream()
                .filter(each -> each.attr("method").equalsIgnoreCase("post"))
                .filter(each -> each.attr("action").endsWith(ending))
                .findFirst()
                .map(Form::new);
    }

    String action() {
        return form.attr("action");
    }

    /**
     * Fills in the form as a person would.
     *
     * @throws ReplayFailure naming every field that the person has no answer to, or not one that the page offers
     */
    Form fillIn(Person person) {
        Map<String, List<Element>> byName = new LinkedHashMap<>();
        for (Element field : form.select("input[name], select[name], textarea[name]")) {
            byName.computeIfAbsent(field.attr("name"), _ -> new ArrayList<>()).add(field);
        }
        byName.forEach((name, elements) -> fillIn(person, name, elements));
        if (!faults.isEmpty()) {
            throw new ReplayFailure("row " + person.row() + " at " + action() + ": " + String.join("; ", faults));
        }
        // A browser sends the button that was pressed too.
        form.select("button[name][type=submit]").stream()
                .findFirst()
                .ifPresent(button -> put(button.attr("name"), button.attr("value")));
        return this;
    }

    private void fillIn(Person person, String name, List<Element> elements) {
        Element first = elements.getFirst();
        String type = first.tagName().equals("input") ? first.attr("type") : first.tagName();
        switch (type) {
            case "hidden" -> put(name, first.attr("value"));
            case "checkbox" -> {
                questions.add(name);
                put(name, first.attr("value"));
            }
            case "radio" -> choose(person, name, elements);
            case "select" -> choose(person, name, first.select("option[value]"));
            case "textarea" -> put(name, "");
            default -> type(person, name);
        }
    }

    private void choose(Person person, String name, List<Element> options) {
        questions.add(name);
        List<String> offered =
                options.stream().map(option -> option.attr("value")).toList();
        String answer = person.answer(name).orElse("nothing");
        if (offered.contains(answer)) {
            put(name, answer);
        } else {
            faults.add(name + ": expected one of " + offered + ", the history has " + answer);
        }
    }

    private void type(Person person, String name) {
        questions.add(name.replaceAll("-(year|month|day)$", ""));
        person.answer(name)
                .ifPresentOrElse(
                        answer -> put(name, answer),
                        () -> faults.add(name + ": expected a question that the history answers"));
    }

    private void put(String name, String value) {
        fields.add(Map.entry(name, value));
    }

    /** Takes every field as the page shows it. */
    Form asShown() {
        for (Element field : form.select("input[name]")) {
            put(field.attr("name"), field.attr("value"));
        }
        return this;
    }

    /** The same form with an idempotency key of the person's own instead of the page's. */
    Form withKey(String key) {
        fields.replaceAll(field -> field.getKey().equals(KEY) ? Map.entry(KEY, key) : field);
        return this;
    }

    /** The fields to send, in order. */
    List<Map.Entry<String, String>> fields() {
        return List.copyOf(fields);
    }

    /** What was asked, each question once, however many fields it has. */
    Set<String> questions() {
        return Set.copyOf(questions);
    }
}
