package org.quanheng.lending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's Java is compiled and run, and prints what the README says. */
class ReadmeTests {
    private static final String IMPORTS = """
            import java.time.LocalDate;
            import org.quanheng.lending.*;
            import org.quanheng.lending.account.*;
            import org.quanheng.lending.annualcost.*;
            import org.quanheng.lending.schedule.*;
            import org.quanheng.lending.terms.*;
            """;

    @TempDir
    private Path folder;

    @Test
    void printsWhatItSays() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        List<String> code = blocks(readme, "java");
        assertThat(code).hasSize(2);
        Path source = folder.resolve("Example.java");
        Files.writeString(
                source,
                IMPORTS + "public class Example { public static void main(String[] arguments) {\n"
                        + String.join("\n", code)
                        + "}}\n");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        assertThat(failed).isZero();
        assertThat(printed()).isEqualTo(String.join("", blocks(readme, "text")));
    }

    private String printed() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            loader.loadClass("Example").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<String> blocks(String readme, String language) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(readme);
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }
}
