package org.quanheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class QuanhengTests {
    @Test
    void everyCommandHasHelp() {
        Shell.Result help = Shell.run("--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("serve", "schedule", "train", "score", "version", "test", "trials");
        Quanheng.line(Shell.ENGLISH).getSubcommands().forEach((name, command) -> {
            if (command.getCommandSpec().usageMessage().hidden()) {
                return;
            }
            String[] said = command.getCommandSpec().usageMessage().description();
            // The list of commands shows the first line alone; a percent sign that is no %% is a broken format.
            assertThat(said[0]).as("what the list of commands says of " + name).endsWith(".");
            assertThat(String.join(" ", said).replace("%%", "")).as(name).doesNotContain("%");
            Shell.Result each = Shell.run(name, "--help");
            assertThat(each.code()).as(name).isZero();
            assertThat(each.out()).as(name).startsWith("Usage: quanheng " + name);
            assertThat(each.err()).as(name).isEmpty();
        });
    }

    @Test
    void everyCommandCanPrintJson() {
        CommandLine line = Quanheng.line(Shell.ENGLISH);
        assertThat(line.getSubcommands()).hasSizeGreaterThan(4).allSatisfy((name, command) -> {
            // The launcher's own warm-up is hidden: it is not for people and prints nothing.
            boolean forPeople = command.getSubcommands().isEmpty()
                    && !command.getCommandSpec().usageMessage().hidden();
            assertThat(!forPeople || command.getCommandSpec().findOption("--json") != null)
                    .as(name)
                    .isTrue();
        });
    }

    @Test
    void withoutACommandItShowsTheCommandsAndFails() {
        Shell.Result result = Shell.run();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("Usage: quanheng");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "--colour", "Serve", "schedul", "-1"})
    void refusesWhatIsNoCommand(String came) {
        Shell.Result result = Shell.run(came);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("came '" + came + "'", "schedule");
    }

    @Test
    void printsTheVersionAsJson() {
        assertThat(Shell.run("version", "--json").out()).contains("\"postgresql\":\"18.6\"", "\"java\":");
    }

    @ParameterizedTest
    @CsvSource({
        "--port, NaN, --port: expected a whole number from 0 to 65535",
        "--port, -1, --port: expected a whole number",
        "--port, 65536, --port: expected a whole number",
        "--port, 99999999999999999999, --port: expected a whole number",
        "--port, 80.5, --port: expected a whole number",
        "--data, '', --data: expected the name of a folder",
        "--data, /etc/passwd, --data: expected a folder",
        "--address, nowhere, --address: expected an IP address",
        "--address, 999.999.999.999, --address: expected an IP address",
        "--address, '', --address: expected an IP address",
        "--colour, red, arguments: expected only"
    })
    void serveAndDemoRefuseABadOption(String option, String value, String message) {
        for (String command : List.of("serve", "demo")) {
            Shell.Result result = Shell.run(command, option, value);
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).contains(message).doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65", "-1", "NaN", "4.5", ""})
    void demoRefusesToLetTooManyOrTooFewApplyAtOnce(String came) {
        Shell.Result result = Shell.run("demo", "--at-once", came);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--at-once: expected a whole number from 1 to 64, came '" + came + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit",
                "audit nope",
                "audit --data x",
                "audit verify x",
                "audit verify --data",
                "audit verify --data /nowhere",
                "audit verify --data /etc/passwd",
                "audit verify --data /",
                "audit verify --port 1",
                "audit verify --json=maybe",
                "audit verify verify",
                "ledger",
                "ledger verify x",
                "ledger verify --data /nowhere",
                "ledger verify --json=maybe"
            })
    void verifyRefusesBadInput(String line) {
        Shell.Result result = Shell.run(line.split(" ", -1));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("bad input").doesNotContain("\tat ");
    }

    @Test
    void serveNamesEveryFaultAtOnce() {
        assertThat(Shell.run("serve", "--port", "x", "--address", "y", "--data", "/etc/passwd", "--z")
                        .err())
                .contains("--port", "--address", "--data", "--z");
    }
}
