package org.quanheng.app.access;

import com.google.crypto.tink.Mac;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The code that opens an application again on another device. It is computed from the application's id and a key outside the
 * database, so no code is stored anywhere.
 */
@Component
public class ResumeCodes {
    /** Crockford's base 32: no I, L, O or U, so that a code can be read out. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LETTERS = 10;

    private final Mac signature;

    ResumeCodes(Mac signature) {
        this.signature = signature;
    }

    /** The code of an application: 50 bits, written as two groups of five letters. */
    public String codeOf(UUID applicationId) {
        try {
            byte[] tag = signature.computeMac(applicationId.toString().getBytes(StandardCharsets.UTF_8));
            StringBuilder code = new StringBuilder();
            for (int i = 0; i < LETTERS; i++) {
                code.append(i == LETTERS / 2 ? "-" : "").append(ALPHABET.charAt(tag[i] & 31));
            }
            return code.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the resume key can not sign", e);
        }
    }

    /** Whether the code that came is the application's; letter case, blanks and dashes do not matter. */
    public boolean fits(UUID applicationId, String code) {
        return MessageDigest.isEqual(canonical(codeOf(applicationId)), canonical(code));
    }

    private static byte[] canonical(String code) {
        return code.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .getBytes(StandardCharsets.UTF_8);
    }
}
