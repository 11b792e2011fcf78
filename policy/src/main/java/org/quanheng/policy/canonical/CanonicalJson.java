package org.quanheng.policy.canonical;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * JSON in its canonical form, RFC 8785 (JSON Canonicalization Scheme), and the SHA-256 of it.
 *
 * <p>Write decimals as strings: the scheme writes numbers as IEEE 754 doubles, which money and probabilities are not.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    /** The canonical form of a JSON object or array; fails on text that is not one. */
    public static String of(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedString();
        } catch (IOException malformed) {
            throw new IllegalArgumentException(
                    "canonical JSON: expected JSON, came " + malformed.getMessage(), malformed);
        }
    }

    /** The SHA-256 of a text in UTF-8, 64 lower-case hexadecimal digits. */
    public static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("expected every Java platform to have SHA-256", absent);
        }
    }
}
