package org.quanheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every command, as it is registered, is given malformed input: one message that names each fault, exit code 2, nothing written. */
class MalformedCommandsTests {
    private static final int LEAST_OF_EACH = 10;
    private static final int MEGABYTES = 5 << 20;
    private static final String UNKNOWN = "--colour";

    /** Whatever the command, each of these is too much. */
    private static final List<List<String>> TOO_MUCH = List.of(
            List.of(UNKNOWN),
            List.of(UNKNOWN + "=red", "--tint"),
            List.of("one", "two"),
            List.of("one", "NaN", "-1"),
            List.of("one", "-7"),
            List.of("one", "1e999"),
            List.of("one", "\ufffd"),
            List.of("one", "x".repeat(10_000)),
            List.of("--json=maybe", UNKNOWN),
            List.of("--json=NaN", UNKNOWN),
            List.of(UNKNOWN, "--json", "--json"));

    private static final List<String> NO_NUMBERS =
            List.of("", "NaN", "-1", "1e999", "4.5", "99999999999999999999", "１２", "x".repeat(10_000));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<String> noFiles = new ArrayList<>();

    @BeforeEach
    void layOut() throws IOException {
        Files.write(folder.resolve("empty.csv"), new byte[0]);
        Files.write(folder.resolve("broken.csv"), new byte[] {'a', ',', 'b', '\n', '1', ',', (byte) 0xC3, '\n'});
        Files.write(folder.resolve("broken.json"), "{\"a\": \"\u00e9\"".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("large.json"), "{\"a\":\"" + "x".repeat(MEGABYTES) + "\"}");
        Files.createDirectory(folder.resolve("folder"));
        for (String name : List.of("empty.csv", "folder", "missing.csv")) {
            noFiles.add(folder.resolve(name).toString());
        }
    }

    @Test
    void everyCommandRefusesWhatItDoesNotKnow() throws IOException {
        Map<String, List<String>> commands = commands();
        assertThat(commands).hasSizeGreaterThan(7).containsKeys("demo", "schedule", "audit verify");
        Map<String, String> before = listing();
        for (List<String> command : commands.values()) {
            assertThat(TOO_MUCH).hasSizeGreaterThanOrEqualTo(LEAST_OF_EACH);
            for (List<String> more : TOO_MUCH) {
                assertRefused(command, more, more.contains(UNKNOWN) ? List.of(UNKNOWN) : List.of());
            }
        }
        assertThat(listing()).isEqualTo(before);
    }

    @Test
    void everyOptionRefusesWhatItCannotBe() throws IOException {
        Map<String, String> before = listing();
        int tried = 0;
        for (CommandLine command : leaves(Quanheng.line(Shell.ENGLISH))) {
            for (OptionSpec option : command.getCommandSpec().options()) {
                for (String value : impossible(option)) {
                    // The unknown option beside it keeps a command from starting, should the value pass.
                    List<String> more = List.of(option.longestName() + "=" + value, UNKNOWN);
                    assertRefused(nameOf(command), more, List.of(option.longestName(), UNKNOWN));
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(50);
        assertThat(listing()).isEqualTo(before);
    }

    @Test
    void filesThatAreNoneOfOursAreRefused() throws IOException {
        Map<String, String> before = listing();
        for (CommandLine command : leaves(Quanheng.line(Shell.ENGLISH))) {
            List<String> options = command.getCommandSpec().options().stream()
                    .filter(MalformedCommandsTests::readsFile)
                    .map(OptionSpec::longestName)
                    .toList();
            for (String name : List.of("broken.csv", "broken.json", "large.json")) {
                List<String> more = new ArrayList<>();
                options.forEach(option -> more.add(option + "=" + folder.resolve(name)));
                if (!more.isEmpty()) {
                    assertRefused(nameOf(command), more, List.of());
                }
            }
        }
        assertThat(listing()).isEqualTo(before);
    }

    private static void assertRefused(List<String> command, List<String> more, List<String> named) {
        List<String> line = new ArrayList<>(command);
        line.addAll(more);
        Shell.Result result = Shell.run(line.toArray(new String[0]));
        String shown = line.toString();
        String called = shown.substring(0, Math.min(shown.length(), 200));
        assertThat(result.code()).as("%s: %s", called, result.err()).isEqualTo(2);
        assertThat(result.out()).as(called).isEmpty();
        assertThat(named)
                .as(result.err())
                .allSatisfy(name -> assertThat(result.err()).contains(name));
        assertThat(result.err())
                .as(called)
                .contains("expected", "came ")
                .doesNotContain("\tat ", "Exception", "x".repeat(300))
                .hasSizeLessThan(6_000);
    }

    private List<String> impossible(ArgSpec option) {
        return switch (option.paramLabel()) {
            case "N" -> NO_NUMBERS;
            case "FILE" -> readsFile(option) ? noFiles : List.of();
            default -> List.of();
        };
    }

    private static boolean readsFile(ArgSpec option) {
        return option instanceof OptionSpec named
                && named.paramLabel().equals("FILE")
                && !named.longestName().equals("--out");
    }

    private static Map<String, List<String>> commands() {
        Map<String, List<String>> commands = new TreeMap<>();
        leaves(Quanheng.line(Shell.ENGLISH))
                .forEach(leaf -> commands.put(String.join(" ", nameOf(leaf)), nameOf(leaf)));
        return commands;
    }

    private static List<String> nameOf(CommandLine command) {
        List<String> name = List.of(command.getCommandSpec().qualifiedName(" ").split(" ", -1));
        return name.subList(1, name.size());
    }

    private static List<CommandLine> leaves(CommandLine line) {
        List<CommandLine> leaves = new ArrayList<>();
        for (CommandLine each : line.getSubcommands().values()) {
            leaves.addAll(each.getSubcommands().isEmpty() ? List.of(each) : leaves(each));
        }
        return leaves;
    }

    private Map<String, String> listing() throws IOException {
        Map<String, String> listing = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                listing.put(file.toString(), Long.toString(Files.size(file)));
            }
        }
        return listing;
    }
}
