package org.quanheng.app.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quanheng.experience.Actor;
import org.quanheng.experience.Channel;
import org.quanheng.experience.Court;
import org.quanheng.experience.DeviceClass;
import org.quanheng.experience.JourneyEvent;
import org.quanheng.experience.JourneyEventType;
import org.quanheng.experience.Step;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How an event stands in its row. */
final class EventRow {
    static final String COLUMNS = "id, application_id, person_id, at, type, actor, channel, device, step, step_version,"
            + " court, detail, arms, risk_band, txid, position";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private EventRow() {}

    static JourneyEvent read(ResultSet row, int number) throws SQLException {
        return new JourneyEvent(
                row.getString("id"),
                row.getString("application_id"),
                row.getString("person_id"),
                row.getTimestamp("at").toInstant(),
                JourneyEventType.valueOf(row.getString("type")),
                Actor.valueOf(row.getString("actor")),
                Channel.valueOf(row.getString("channel")),
                DeviceClass.valueOf(row.getString("device")),
                step(row.getString("step"), row.getInt("step_version")),
                Court.valueOf(row.getString("court")),
                JSON.readValue(row.getString("detail"), TEXTS),
                JSON.readValue(row.getString("arms"), TEXTS),
                row.getString("risk_band"));
    }

    private static @Nullable Step step(@Nullable String id, int version) {
        return id == null ? null : new Step(id, version);
    }
}
