package org.quanheng.app.api;

import java.util.Locale;

/** The closed list of reasons for which a request is refused. Each has a page in docs/errors, served at /errors/{slug}. */
public enum ErrorCode {
    INPUT_FAULTY(400),
    BODY_UNREADABLE(400),
    KEY_MISSING(400),
    NOT_SIGNED_IN(401),
    NOT_ALLOWED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    KEY_REUSED(409),
    NOT_NOW(409),
    CHANGED_MEANWHILE(409),
    RECORD_BROKEN(409),
    BODY_TOO_LARGE(413),
    MEDIA_TYPE_UNSUPPORTED(415),
    TOO_MANY_ATTEMPTS(429),
    INTERNAL(500),
    UNAVAILABLE(503);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** The name in the address of its page. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
