package org.quanheng.app.access;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/** The keys for personal data and for resume codes. They stand in files outside the database and are made at the first start. */
@org.springframework.context.annotation.Configuration
class Keys {
    private final Path folder;

    Keys(@Value("${quanheng.key-dir}") Path folder) throws GeneralSecurityException, IOException {
        this.folder = folder;
        AeadConfig.register();
        MacConfig.register();
        Files.createDirectories(folder);
    }

    /** Encrypts personal data: AES-256-GCM, bound to the record that it belongs to. */
    @Bean
    Aead personalData() throws GeneralSecurityException, IOException {
        Configuration aead = RegistryConfiguration.get();
        return keyset("personal.json", PredefinedAeadParameters.AES256_GCM, aead)
                .getPrimitive(aead, Aead.class);
    }

    /** Signs resume codes: HMAC-SHA-256 without a prefix. */
    @Bean
    Mac resumeSignature() throws GeneralSecurityException, IOException {
        Configuration mac = RegistryConfiguration.get();
        return keyset("resume.json", PredefinedMacParameters.HMAC_SHA256_128BITTAG_NO_PREFIX, mac)
                .getPrimitive(mac, Mac.class);
    }

    private KeysetHandle keyset(String name, Parameters parameters, Configuration tink)
            throws GeneralSecurityException, IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            create(file, KeysetHandle.generateNew(parameters, tink), tink);
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), tink, InsecureSecretKeyAccess.get());
    }

    private static void create(Path file, KeysetHandle keyset, Configuration tink)
            throws GeneralSecurityException, IOException {
        String json = TinkJsonProtoKeysetFormat.serializeKeyset(keyset, tink, InsecureSecretKeyAccess.get());
        Path part = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "key",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(part, json.getBytes(StandardCharsets.UTF_8), StandardOpenOption.SYNC);
        try {
            // A hard link appears whole or not at all, and never replaces a key that is there.
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException e) {
            // Another server made the key first: its key is the key.
        } finally {
            Files.delete(part);
        }
    }
}
