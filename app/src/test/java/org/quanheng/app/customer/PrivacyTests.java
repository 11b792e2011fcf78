package org.quanheng.app.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;
import org.quanheng.app.Visitor;

/** Names, telephone numbers and birth dates stand nowhere as plain text: in no table and in no log. */
class PrivacyTests {
    private static final RunningLender LENDER = RunningLender.get();
    private static final String NAME = "Zenobia Quillfeather";
    private static final String PHONE = "+49 30 23125 987";
    private static final List<String> PLAIN = List.of(NAME, "Quillfeather", PHONE, "493023125987", "1971-02-13");

    @Test
    void personalDataIsNeverPlain() throws IOException, InterruptedException, SQLException {
        Visitor.Applied applied = apply();
        Visitor visitor = LENDER.visitor();
        visitor.resume(applied);
        visitor.get("/applications/" + applied.id() + "/answer");
        assertThat(LENDER.part(Customers.class)
                        .personal(UUID.fromString(
                                LENDER.column("select customer_id from application where number = " + applied.number())
                                        .getFirst())))
                .containsEntry("full_name", NAME);

        List<String> tables = LENDER.column("""
                select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'""");
        assertThat(tables).hasSizeGreaterThan(15);
        for (String table : tables) {
            for (String plain : PLAIN) {
                String hex = HexFormat.of().formatHex(plain.getBytes(StandardCharsets.UTF_8));
                assertThat(LENDER.column("select count(*) from \"" + table + "\" t where t::text like '%" + plain
                                + "%' or t::text like '%" + hex + "%'"))
                        .as("%s in %s", plain, table)
                        .containsExactly("0");
            }
        }
        for (String plain : PLAIN) {
            assertThat(LENDER.log()).doesNotContain(plain);
        }
        assertThat(LENDER.log()).contains("Started");
    }

    /** Applies with a faulty telephone number first, so that refusals are searched too. */
    private static Visitor.Applied apply() throws IOException, InterruptedException {
        Visitor visitor = LENDER.visitor();
        String application = Visitor.GOOD_APPLICATION
                .formatted(NAME)
                .replace("+49 30 23125 001", PHONE)
                .replace("1976-03-04", "1971-02-13");
        Visitor.Reply refused = visitor.postJson("/api/applications", application.replace(PHONE, NAME));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).doesNotContain(NAME);
        assertThat(visitor.post("/resume", Map.of("application", NAME, "code", PHONE))
                        .status())
                .isEqualTo(400);
        Visitor.Reply reply = visitor.postJson("/api/applications", application);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        var answer = reply.json();
        return new Visitor.Applied(
                answer.get("id").asString(),
                answer.get("number").asString(),
                answer.get("resumeCode").asString(),
                answer);
    }
}
