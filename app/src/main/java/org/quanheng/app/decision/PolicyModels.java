package org.quanheng.app.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanheng.app.model.DecidedCase;
import org.quanheng.app.model.ModelUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells the registry of models what was decided with them. */
@Component
class PolicyModels implements ModelUse {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    PolicyModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> deciding() {
        return jdbc.sql("select model_id from policy_version where live")
                .query((row, n) -> row.getString("model_id"))
                .optional();
    }

    @Override
    public List<DecidedCase> decided(String modelId, int most) {
        return jdbc.sql("""
                        select d.at, d.pd, d.receipt, o.bad, p.evidence is null or a.ask_everything as asked_everything
                        from decision d
                        join policy_version p on p.version = d.policy_version
                        join application a on a.id = d.application_id
                        left join outcome o on o.application_id = d.application_id
                        where d.sequence = 1 and p.model_id = ? order by d.at desc, d.id desc limit ?""")
                .params(modelId, most)
                .query((row, n) -> new DecidedCase(
                        row.getTimestamp("at").toInstant(),
                        row.getDouble("pd"),
                        row.getObject("bad", Boolean.class),
                        facts(row.getString("receipt")),
                        row.getBoolean("asked_everything")))
                .list();
    }

    /** The facts that a receipt says went in, as a scorecard takes them. */
    private static Map<String, Object> facts(String receipt) {
        Map<String, Object> facts = new HashMap<>();
        for (JsonNode input : JSON.readTree(receipt).path("inputs")) {
            String value = input.path("value").stringValue();
            Object taken = switch (input.path("kind").stringValue()) {
                case "decimal" -> new java.math.BigDecimal(value);
                case "flag" -> Boolean.valueOf(value);
                default -> value;
            };
            facts.put(input.path("name").stringValue(), taken);
        }
        return facts;
    }
}
