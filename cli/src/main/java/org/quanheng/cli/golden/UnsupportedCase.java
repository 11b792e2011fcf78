package org.quanheng.cli.golden;

/** A case asks for something that the library does not do. */
final class UnsupportedCase extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedCase(String reason) {
        super(reason);
    }

    UnsupportedCase(String reason, Throwable cause) {
        super(reason, cause);
    }
}
