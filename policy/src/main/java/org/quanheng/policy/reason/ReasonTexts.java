package org.quanheng.policy.reason;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/** The wording of reasons for applicants: which answer weighed against them, and what would change it. */
public final class ReasonTexts {
    private static final String BUNDLE = "org.quanheng.policy.reason.reasons";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final String TEXT = ".text";
    private static final String CHANGE = ".change";
    private static final String FACT = "fact";
    private static final String ANSWER = "answer";

    private final ResourceBundle bundle;

    private ReasonTexts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The wording in a language: Chinese, or English for every other. */
    public static ReasonTexts of(Locale locale) {
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return new ReasonTexts(ResourceBundle.getBundle(BUNDLE, chinese ? Locale.CHINESE : Locale.ENGLISH, EXACT));
    }

    /** What weighed, in one or two sentences. */
    public String text(Reason reason, Labels labels) {
        return worded(reason, TEXT, labels);
    }

    /** What would change it, in one sentence. */
    public String change(Reason reason, Labels labels) {
        return worded(reason, CHANGE, labels);
    }

    /** The codes that have a wording, sorted. */
    public Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        for (String key : Collections.list(bundle.getKeys())) {
            if (key.endsWith(TEXT)) {
                codes.add(key.substring(0, key.length() - TEXT.length()));
            }
        }
        return codes;
    }

    private String worded(Reason reason, String part, Labels labels) {
        String key = reason.code() + part;
        if (!bundle.containsKey(key)) {
            throw new IllegalArgumentException("reason: expected a code with a wording, got " + reason.code());
        }
        String text = bundle.getString(key);
        for (Map.Entry<String, String> parameter : reason.parameters().entrySet()) {
            String name = parameter.getKey();
            // The label of an answer belongs to its fact; every other parameter has its own name.
            String subject = name.equals(ANSWER) ? reason.parameters().getOrDefault(FACT, ANSWER) : name;
            String placeholder = "{" + name + "}";
            if (text.contains(placeholder)) {
                text = text.replace(placeholder, labels.label(subject, parameter.getValue()));
            }
        }
        return text;
    }
}
