package org.quanheng.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanheng.cli.Shell;

class GoldenCommandTests {
    @TempDir
    private Path folder;

    @Test
    void tellsWhyACaseContradictsItself() throws Exception {
        Files.writeString(folder.resolve("times.json"), """
                [{"id":"A","convention":"UK CONC App 1.2","group":"weekly","start":"2026-03-02","end":"2026-03-20","expected":0.0466,"text":"t = 2/52 + 3/365 = 0.04668072"},
                 {"id":"B","convention":"UK CONC App 1.2","group":"weekly","start":"2026-03-02","end":"2026-03-16","expected":1}]
                """);
        String remark = "its terms lead from 2026-03-02 to 2026-03-19, its end is 2026-03-20";
        assertThat(Shell.run("golden", folder.toString(), "--json").out())
                .contains("\"remark\":\"" + remark + "\"")
                .containsOnlyOnce("remark");
        assertThat(Shell.run("golden", folder.toString()).out())
                .contains(" (" + remark + ")")
                .contains("failed B: expected 1, got 0.0384615384615");
    }
}
