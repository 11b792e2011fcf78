package org.quanheng.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResumeCodesTests {
    private final ResumeCodes codes = new ResumeCodes(newKey());

    @Test
    void aCodeFitsItsApplicationAsPeopleTypeIt() {
        UUID id = new UUID(1, 2);
        String code = codes.codeOf(id);

        assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(codes.fits(id, code)).isTrue();
        assertThat(codes.fits(id, " " + code.toLowerCase(Locale.ROOT).replace("-", " ")))
                .isTrue();
        assertThat(codes.fits(id, code.replace('0', 'O').replace('1', 'l'))).isTrue();
    }

    @Test
    void aCodeFitsNoOtherApplicationAndNoOtherKey() {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            all.add(codes.codeOf(new UUID(7, i)));
        }

        assertThat(all).hasSize(1_000);
        assertThat(codes.fits(new UUID(7, 1), codes.codeOf(new UUID(7, 2)))).isFalse();
        assertThat(new ResumeCodes(newKey()).fits(new UUID(7, 1), codes.codeOf(new UUID(7, 1))))
                .isFalse();
        assertThat(codes.fits(new UUID(7, 1), "")).isFalse();
    }

    private static Mac newKey() {
        try {
            MacConfig.register();
            return KeysetHandle.generateNew(
                            PredefinedMacParameters.HMAC_SHA256_128BITTAG_NO_PREFIX, RegistryConfiguration.get())
                    .getPrimitive(RegistryConfiguration.get(), Mac.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
