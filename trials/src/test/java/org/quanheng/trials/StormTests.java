package org.quanheng.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.quanheng.trials.lender.SharedLender;

class StormTests {

    @Test
    void fiftyEqualWritesAreDoneOnceEach() throws IOException, InterruptedException, SQLException {
        var seen = Storm.storm(SharedLender.get().lender());
        assertThat(seen.get("submissions").get("equal").asInt()).isEqualTo(50);
        assertThat(seen.get(Trial.HELD).asBoolean()).as("%s", seen).isTrue();
    }
}
