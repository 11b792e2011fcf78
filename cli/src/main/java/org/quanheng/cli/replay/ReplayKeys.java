package org.quanheng.cli.replay;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Idempotency keys that are the same for the same person in every run, so that a killed replay doubles nothing when it runs again,
 * and that nobody can guess who does not have the secret.
 */
public final class ReplayKeys {
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    /** Keys derived from a secret. */
    public ReplayKeys(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** The key under which a row's person applies. */
    String of(int row) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            byte[] tag = mac.doFinal(("apply " + row).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(tag, 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
