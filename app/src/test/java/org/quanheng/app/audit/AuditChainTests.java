package org.quanheng.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chain names the record that somebody altered or deleted behind the platform's back. */
class AuditChainTests {
    private static final RunningLender LENDER = RunningLender.get();
    private final AuditChain chain = LENDER.part(AuditChain.class);
    private long victim;

    @BeforeEach
    void someRecordsAreLinked() throws IOException, InterruptedException, SQLException {
        LENDER.visitor().apply("Au Dit");
        LENDER.visitor().apply("Au Dit");
        chain.seal();
        assertThat(chain.verify().faults()).isEmpty();
        victim = Long.parseLong(LENDER.column("""
                select record_id from audit_link where sequence = (select max(sequence) - 1 from audit_link)""").getFirst());
    }

    @Test
    void anUntouchedChainVerifies() {
        ChainVerification verification = chain.verify();
        assertThat(verification.verified()).isTrue();
        assertThat(verification.records()).isGreaterThan(5);
        assertThat(verification.firstFaultyRecord()).isNull();
    }

    @Test
    void anAlteredRecordIsNamed() throws SQLException {
        for (String column : new String[] {"actor", "act", "subject", "detail"}) {
            assertThat(LENDER.tamper(
                            "update audit_record set " + column + " = " + column + " || 'x' where id = " + victim))
                    .isEqualTo(1);
            ChainVerification verification = chain.verify();
            assertThat(verification.firstFaultyRecord()).as(column).isEqualTo(victim);
            assertThat(verification.faults()).singleElement().asString().contains("audit_record " + victim + " ");
            LENDER.tamper("update audit_record set " + column + " = left(" + column + ", -1) where id = " + victim);
            assertThat(chain.verify().verified()).isTrue();
        }
    }

    @Test
    void anAlteredTimeIsNamed() throws SQLException {
        LENDER.tamper("update audit_record set at = at + interval '1 microsecond' where id = " + victim);
        assertThat(chain.verify().firstFaultyRecord()).isEqualTo(victim);
        LENDER.tamper("update audit_record set at = at - interval '1 microsecond' where id = " + victim);
        assertThat(chain.verify().verified()).isTrue();
    }

    @Test
    void aDeletedRecordIsNamed() throws SQLException {
        LENDER.tamper("create table kept_record as select * from audit_record where id = " + victim);
        LENDER.tamper("delete from audit_record where id = " + victim);
        ChainVerification verification = chain.verify();
        assertThat(verification.firstFaultyRecord()).isEqualTo(victim);
        assertThat(verification.faults()).anyMatch(fault -> fault.contains("audit_record " + victim + " "));
        LENDER.tamper("insert into audit_record overriding system value select * from kept_record");
        LENDER.tamper("drop table kept_record");
        assertThat(chain.verify().verified()).isTrue();
    }

    @Test
    void aRecordDeletedWithItsLinkIsNamed() throws SQLException {
        LENDER.tamper("create table kept_record as select * from audit_record where id = " + victim);
        LENDER.tamper("create table kept_link as select * from audit_link where record_id = " + victim);
        LENDER.tamper("delete from audit_link where record_id = " + victim);
        LENDER.tamper("delete from audit_record where id = " + victim);
        assertThat(chain.verify().faults()).anyMatch(fault -> fault.contains("missing"));
        LENDER.tamper("insert into audit_record overriding system value select * from kept_record");
        LENDER.tamper("insert into audit_link select * from kept_link");
        LENDER.tamper("drop table kept_record, kept_link");
        assertThat(chain.verify().verified()).isTrue();
    }

    @Test
    void thePlatformItselfCanNeitherAlterNorDelete() {
        JdbcClient platform = LENDER.part(JdbcClient.class);
        assertThatThrownBy(() -> platform.sql("update audit_record set act = 'x' where id = ?")
                        .param(victim)
                        .update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> platform.sql("delete from audit_record where id = ?")
                        .param(victim)
                        .update())
                .hasMessageContaining("append-only");
    }
}
