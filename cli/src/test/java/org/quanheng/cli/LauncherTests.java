package org.quanheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of the shell that no Java runs: {@code ./quanheng test} and its options. */
class LauncherTests {
    private static final Path LAUNCHER =
            Path.of("..", "quanheng").toAbsolutePath().normalize();

    private record Result(int code, String out, String err) {}

    private static Result run(String line) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", LAUNCHER.toString()));
        command.addAll(List.of(line.split(" ", -1)));
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out, err);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test --colour",
                "test NaN",
                "test -1",
                "test --module",
                "test --module nowhere",
                "test --module ../lending/..x",
                "test --module --json",
                "test --json=maybe",
                "test --module 1e999",
                "test lending",
                "test \ufffd",
                "test --help=please"
            })
    void testRefusesWhatItDoesNotKnow(String line) throws IOException, InterruptedException {
        Result result = run(line);
        assertThat(result.code()).as(result.err()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("quanheng test: bad input\n  ").contains("expected", ", came ");
    }

    @Test
    void testNamesEveryFault() throws IOException, InterruptedException {
        assertThat(run("test --colour red --module nowhere --tint").err())
                .contains("'--colour'", "'red'", "'nowhere'", "'--tint'");
    }
}
