package org.quanheng.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's Java is compiled and run, and prints what the README says. */
class ReadmeTests {
    private static final String BEFORE = """
        import java.math.BigDecimal;
        import java.util.*;
        import org.quanheng.balance.*;
        import org.quanheng.balance.live.*;
        import org.quanheng.balance.value.*;
        import org.quanheng.scoring.scorecard.*;
        import org.quanheng.scoring.table.*;
        public class Example {
            static List<EvidenceStep> questions(List<String> facts, String by) {
                EvidenceSource source = new EvidenceSource(EvidenceGrade.ASSUMPTION, by);
                return facts.stream()
                        .map(fact -> new EvidenceStep(fact, List.of(fact), 1.5, BigDecimal.ZERO, 0, false, source))
                        .toList();
            }
            public static void main(String[] arguments) {
                Sample sample = GermanCredit.DEVELOPMENT;
        """;

    @TempDir
    private Path folder;

    @Test
    void printsWhatItSays() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        String code = block(readme, "java");
        assertThat(code.lines()).hasSizeLessThanOrEqualTo(5);
        Path source = folder.resolve("Example.java");
        Files.writeString(source, BEFORE + code + "}}\n");
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
        assertThat(printed()).isEqualTo(block(readme, "text"));
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

    private static String block(String readme, String language) {
        Matcher matcher = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(readme);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
