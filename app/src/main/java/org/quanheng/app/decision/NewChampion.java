package org.quanheng.app.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.model.ChampionSigned;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * When a model is signed as the champion in place of the one with which the live policy decides, the same policy is published on the new
 * model as a version of its own, in the transaction of the signature. A model that the policy cannot decide with cannot be signed.
 */
@Component
class NewChampion {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Policies policies;
    private final Clock clock;
    private final ZoneId zone;

    NewChampion(JdbcClient jdbc, Policies policies, Clock clock, @Value("${quanheng.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.clock = clock;
        this.zone = zone;
    }

    @EventListener
    void signed(ChampionSigned signed) {
        Optional<String> live = jdbc.sql("select version from policy_version where live and model_id = ?")
                .param(signed.former())
                .query((row, n) -> row.getString("version"))
                .optional();
        live.map(policies::source).ifPresent(source -> publish(source, signed));
    }

    private void publish(PolicySource source, ChampionSigned signed) {
        ObjectNode document = (ObjectNode) JSON.readTree(source.document());
        document.put("version", policies.nextVersion(LocalDate.ofInstant(clock.instant(), zone)));
        try {
            policies.publish(
                    signed.by(),
                    signed.proposedBy(),
                    new PolicySource(
                            JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document),
                            source.eligibility(),
                            signed.modelId(),
                            source.evidence()));
        } catch (IllegalArgumentException unfit) {
            throw new Refusal(
                    ErrorCode.NOT_NOW,
                    "expected a model that the live policy can decide with, it cannot: " + unfit.getMessage());
        }
    }
}
