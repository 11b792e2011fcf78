package org.quanheng.app.api;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.audit.ActKey;

/** Reads the idempotency key of a write. */
public final class ActKeys {
    /** The header that carries the key of an API call. */
    public static final String HEADER = "Idempotency-Key";

    private static final String FIELD = "idempotency_key";

    private ActKeys() {}

    /** The key of a form, tied to what was typed. */
    public static ActKey ofForm(String scope, Map<String, String> form) {
        Map<String, String> request = new TreeMap<>(form);
        request.keySet().removeIf(name -> name.equals(FIELD) || name.equals("_csrf"));
        return checked(scope, form.get(FIELD), request.toString());
    }

    /** The key of an API call, tied to its body. */
    public static ActKey ofCall(String scope, @Nullable String header, String body) {
        return checked(scope, header, body);
    }

    private static ActKey checked(String scope, @Nullable String key, String request) {
        if (key == null
                || key.length() < 8
                || key.length() > 100
                || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new Refusal(
                    ErrorCode.KEY_MISSING,
                    "expected an idempotency key of 8 to 100 visible ASCII characters, came "
                            + (key == null ? "none" : key.length() + " characters")
                            + ". Maybe send a new UUID with each new write, and the same one when you repeat it.");
        }
        return new ActKey(scope, key, request);
    }
}
