package org.quanheng.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.quanheng.trials.lender.SharedLender;

class AbuseTests {

    @Test
    void everyMalformedCallGetsOneClearErrorAndStoresNothing() throws IOException, InterruptedException, SQLException {
        var seen = Abuse.abuse(SharedLender.get().lender());
        assertThat(seen.get("calls").asInt()).isGreaterThanOrEqualTo(30);
        assertThat(seen.get(Trial.HELD).asBoolean()).as("%s", seen).isTrue();
    }
}
