package org.quanheng.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanheng.cli.shell.CallFaults;

class DatabaseAddressTests {
    @ParameterizedTest
    @CsvSource({
        "postgres://u:p%40ss@db.example:5433/loans?sslmode=require, jdbc:postgresql://db.example:5433/loans?sslmode=require, u, p@ss",
        "postgresql://db.example/loans, jdbc:postgresql://db.example/loans, '', ''",
        "jdbc:postgresql://db.example/loans?user=u&password=p, jdbc:postgresql://db.example/loans?user=u&password=p, '', ''"
    })
    void readsTheAddressOfADatabase(String text, String url, String user, String password) {
        CallFaults faults = new CallFaults();
        DatabaseAddress address = DatabaseAddress.read("QUANHENG_DATABASE_URL", text, faults);
        assertThat(faults.none()).isTrue();
        assertThat(address).isEqualTo(new DatabaseAddress(url, user, password));
        assertThat(String.valueOf(address)).doesNotContain("p@ss").doesNotContain("password=p");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "mysql://u:secret@h/d",
                "postgres://",
                "postgres:///d",
                "postgres://h",
                "http://h/d",
                "postgres://h h/d"
            })
    void refusesWhatIsNoAddressAndNeverRepeatsIt(String text) {
        CallFaults faults = new CallFaults();
        new ServerOptions().place(Map.of("QUANHENG_DATABASE_URL", text), faults);
        assertThatThrownBy(() -> faults.throwIfAny("test"))
                .hasMessageContaining("QUANHENG_DATABASE_URL: expected jdbc:postgresql://")
                .hasMessageNotContaining("secret");
    }
}
