package org.quanheng.app.audit;

/** An idempotency key came a second time with another request. */
public final class KeyReusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyReusedException(String key) {
        super("expected a new idempotency key or the same request as before, came key " + key
                + " with another request. Maybe send the first request again, or choose a new key.");
    }
}
