package org.quanheng.app.customer;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Customer records. Personal data (name, telephone, birth date) is ciphertext bound to its record; the key is elsewhere. */
@Component
public class Customers {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Aead personalData;
    private final Clock clock;

    Customers(JdbcClient jdbc, Aead personalData, Clock clock) {
        this.jdbc = jdbc;
        this.personalData = personalData;
        this.clock = clock;
    }

    /** Opens a record in the transaction of the act that needs it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(UUID id, Map<String, String> personal) {
        jdbc.sql("insert into customer (id, personal, created_at) values (?, ?, ?)")
                .params(id, encrypted(id, personal), Timestamp.from(clock.instant()))
                .update();
    }

    /** Adds to or corrects what is known of the person; what is not named stays. Gives all that is known then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, String> learn(UUID id, Map<String, String> personal) {
        if (personal.isEmpty()) {
            return personal(id);
        }
        byte[] known = jdbc.sql("select personal from customer where id = ? for update")
                .param(id)
                .query(byte[].class)
                .single();
        Map<String, String> all = new TreeMap<>(decrypted(id, known));
        all.putAll(personal);
        jdbc.sql("update customer set personal = ?, version = version + 1 where id = ?")
                .params(encrypted(id, all), id)
                .update();
        return all;
    }

    /** What is known of the person, by field. */
    public Map<String, String> personal(UUID id) {
        return decrypted(
                id,
                jdbc.sql("select personal from customer where id = ?")
                        .param(id)
                        .query(byte[].class)
                        .single());
    }

    private record Kept(UUID id, byte[] personal) {}

    /** What is known of several persons, by person and by field. */
    public Map<UUID, Map<String, String>> personal(Collection<UUID> ids) {
        String[] wanted = ids.stream().map(UUID::toString).toArray(String[]::new);
        return jdbc
                .sql("select id, personal from customer where id = any(?::uuid[])")
                .param(wanted)
                .query(Kept.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Kept::id, kept -> decrypted(kept.id(), kept.personal())));
    }

    private byte[] encrypted(UUID id, Map<String, String> personal) {
        try {
            return personalData.encrypt(
                    JSON.writeValueAsBytes(new TreeMap<>(personal)),
                    id.toString().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("personal data of customer " + id + " could not be encrypted", e);
        }
    }

    private Map<String, String> decrypted(UUID id, byte[] ciphertext) {
        try {
            return JSON.readValue(
                    personalData.decrypt(ciphertext, id.toString().getBytes(StandardCharsets.UTF_8)), TEXTS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "personal data of customer " + id
                            + " could not be decrypted. Maybe the key folder is not the one it was written with.",
                    e);
        }
    }
}
