package org.quanheng.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.quanheng.trials.lender.SharedLender;

class CrashTests {

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws IOException, InterruptedException, SQLException {
        var seen = Crash.crash(SharedLender.get().lender(), 1, 6, 1, _ -> {});
        assertThat(seen.get("acknowledged").asInt()).isGreaterThan(60);
        assertThat(seen.get(Trial.HELD).asBoolean()).as("%s", seen).isTrue();
    }
}
