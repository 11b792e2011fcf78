package org.quanheng.app.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;
import org.quanheng.app.audit.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class CustomersTests {
    private final RunningLender lender = RunningLender.get();
    private final Customers customers = lender.part(Customers.class);
    private final TransactionTemplate transaction = lender.part(TransactionTemplate.class);

    @Test
    void whatIsLearntIsAddedAndKeptOnlyAsCiphertext() {
        UUID id = open(Map.of("full_name", "Rosalinde Musterfrau"));
        transaction.executeWithoutResult(_ -> customers.learn(id, Map.of("phone", "+49 30 7654321")));

        assertThat(customers.personal(id))
                .containsOnly(Map.entry("full_name", "Rosalinde Musterfrau"), Map.entry("phone", "+49 30 7654321"));
        byte[] stored = lender.part(JdbcClient.class)
                .sql("select personal from customer where id = ?")
                .param(id)
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain("Rosalinde")
                .doesNotContain("7654321");
    }

    @Test
    void ciphertextMovedToAnotherRecordDoesNotOpen() throws SQLException {
        UUID one = open(Map.of("full_name", "One"));
        UUID two = open(Map.of("full_name", "Two"));
        lender.tamper("update customer set personal = (select personal from customer where id = '" + one
                + "') where id = '" + two + "'");

        assertThat(customers.personal(one)).containsEntry("full_name", "One");
        assertThatThrownBy(() -> customers.personal(two)).hasMessageContaining("could not be decrypted");
        lender.tamper("delete from customer where id = '" + two + "'");
    }

    private UUID open(Map<String, String> personal) {
        UUID id = lender.part(Ids.class).next();
        transaction.executeWithoutResult(_ -> customers.open(id, personal));
        return id;
    }
}
