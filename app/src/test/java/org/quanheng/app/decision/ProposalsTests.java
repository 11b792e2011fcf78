package org.quanheng.app.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;
import org.quanheng.app.access.Accounts;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.ActKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Four eyes on the exchange rate: in code, and in the database behind it. */
class ProposalsTests {
    private static final RunningLender LENDER = RunningLender.get();
    private static final AtomicInteger KEYS = new AtomicInteger();
    private static final String HEAD = actor("head-of-lending");
    private static final String ANALYST = actor("risk-analyst");

    private final Proposals proposals = LENDER.part(Proposals.class);
    private final Policies policies = LENDER.part(Policies.class);

    private static String actor(String login) {
        return "account:"
                + LENDER.part(Accounts.class).find(login).orElseThrow().id();
    }

    private static ActKey key() {
        return new ActKey("proposals-tests", "proposals-tests-" + KEYS.incrementAndGet(), "x");
    }

    private UUID propose(String rate) {
        return proposals.propose(key(), HEAD, new BigDecimal(rate), "[]", "a test");
    }

    private String live() {
        return policies.live().orElseThrow().document().version();
    }

    /** Other tests meet the sample lender as it was. */
    @AfterAll
    static void backToWhereItWas() {
        Proposals proposals = LENDER.part(Proposals.class);
        UUID id = proposals.propose(key(), HEAD, new BigDecimal("2.0"), "[]", "back");
        proposals.sign(key(), ANALYST, id);
    }

    @Test
    void whoProposesDoesNotSignAndIsRefusedByTheDatabaseToo() {
        UUID id = propose("3.0");

        assertThatThrownBy(() -> proposals.sign(key(), HEAD, id))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("does not sign");
        assertThatThrownBy(() -> LENDER.part(JdbcClient.class)
                        .sql("update policy_proposal set ended_by = proposed_by, ended_at = now() where id = ?")
                        .param(id)
                        .update())
                .hasMessageContaining("policy_proposal_four_eyes");
        assertThat(proposals.find(id).orElseThrow().open()).isTrue();
    }

    @Test
    void aSignedProposalIsThePolicyOfTheNextApplicationAndStandsInTheRecord() throws Exception {
        String before = live();
        UUID id = propose("5.5");

        proposals.sign(key(), ANALYST, id);

        assertThat(live())
                .isNotEqualTo(before)
                .isEqualTo(proposals.find(id).orElseThrow().became());
        assertThat(proposals.evidenceOf(live()).orElseThrow().exchangeRate()).isEqualByComparingTo("5.5");
        assertThat(LENDER.column("select act from audit_record where subject = 'proposal:" + id + "' order by id"))
                .containsExactly("policy.propose", "policy.sign");
        assertThat(LENDER.column("select proposed_by || ' ' || published_by from policy_version where live"))
                .containsExactly(HEAD + " " + ANALYST);
        assertThatThrownBy(() -> proposals.refuse(key(), ANALYST, id)).hasMessageContaining("signed or refused before");
    }

    @Test
    void aProposalForAPolicyThatIsNoLongerLiveIsNotSigned() {
        UUID stale = propose("7.0");
        proposals.sign(key(), ANALYST, propose("6.0"));

        assertThatThrownBy(() -> proposals.sign(key(), ANALYST, stale))
                .hasMessageContaining("propose the change again");
        proposals.refuse(key(), ANALYST, stale);
        assertThat(proposals.find(stale).orElseThrow().became()).isNull();
    }

    @Test
    void theSameKeyProposesOnce() {
        ActKey key = key();
        UUID first = proposals.propose(key, HEAD, new BigDecimal("4.0"), "[]", "once");

        assertThat(proposals.propose(key, HEAD, new BigDecimal("4.0"), "[]", "once"))
                .isEqualTo(first);
    }
}
