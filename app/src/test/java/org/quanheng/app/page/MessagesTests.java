package org.quanheng.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTests {
    private static final Path RESOURCES = Path.of("src/main/resources/org/quanheng/app/page");
    private static final Pattern INDEX = Pattern.compile("\\{(\\d)");
    private static final Pattern USED = Pattern.compile("page\\.t\\(\"([a-z0-9_.]+)\"[,)]");
    private static final Pattern CHOSEN =
            Pattern.compile("\\? \"([a-z_]+\\.[a-z0-9_.]+)\" : \"([a-z_]+\\.[a-z0-9_.]+)\"");

    @Test
    void bothLanguagesSayTheSameThings() {
        Messages zh = Messages.of(Language.ZH);
        Messages en = Messages.of(Language.EN);
        assertThat(zh.keys()).hasSizeGreaterThan(400);
        assertThat(new TreeSet<>(zh.keys())).isEqualTo(new TreeSet<>(en.keys()));
    }

    @Test
    void bothLanguagesTakeTheSameArguments() throws IOException {
        List<Path> chinese;
        try (Stream<Path> files = Files.list(RESOURCES)) {
            chinese = files.filter(path -> path.toString().endsWith("_zh.properties"))
                    .toList();
        }
        assertThat(chinese).hasSizeGreaterThanOrEqualTo(4);
        for (Path file : chinese) {
            List<String> zh = Files.readAllLines(file);
            List<String> en = Files.readAllLines(
                    RESOURCES.resolve(file.getFileName().toString().replace("_zh.", "_en.")));
            assertThat(zh).hasSameSizeAs(en);
            for (int i = 0; i < zh.size(); i++) {
                assertThat(key(zh.get(i))).as(file + " line " + (i + 1)).isEqualTo(key(en.get(i)));
                assertThat(indexes(zh.get(i))).as(zh.get(i)).isEqualTo(indexes(en.get(i)));
            }
        }
    }

    @Test
    void noTextStandsTwiceInOneFile() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".properties"))
                    .toList()) {
                List<String> keys = Files.readAllLines(file).stream()
                        .map(MessagesTests::key)
                        .filter(key -> !key.isEmpty() && !key.startsWith("#"))
                        .toList();
                assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void everyTextThatATemplateNamesIsThere() throws IOException {
        Set<String> keys = Messages.of(Language.ZH).keys();
        List<String> missing = new ArrayList<>();
        int looked = 0;
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template :
                    templates.filter(path -> path.toString().endsWith(".jte")).toList()) {
                for (String key : named(Files.readString(template))) {
                    looked++;
                    if (!keys.contains(key)) {
                        missing.add(template + ": " + key);
                    }
                }
            }
        }
        assertThat(looked).isGreaterThan(150);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyFactHasAnameAndAreason() {
        Messages en = Messages.of(Language.EN);
        List<String> facts = en.keys().stream()
                .filter(key -> key.startsWith("option."))
                .map(key -> key.substring("option.".length(), key.indexOf('.', "option.".length())))
                .distinct()
                .filter(fact -> !fact.startsWith("consent_"))
                .toList();
        assertThat(facts).hasSizeGreaterThanOrEqualTo(15);
        for (String fact : facts) {
            assertThat(en.has("fact." + fact)).as(fact).isTrue();
            assertThat(en.has("question." + fact)).as(fact).isTrue();
            assertThat(en.has("why." + fact)).as(fact).isTrue();
            assertThat(en.has("reason." + fact)).as(fact).isTrue();
        }
    }

    @Test
    void everyActOfTheAuditRecordHasItsWords() throws IOException {
        Pattern act = Pattern.compile("\\b(?:audit\\.write|tell)\\([^;\"]*\"([a-z_]+[.-][a-z_]+)\"");
        Set<String> acts = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                act.matcher(Files.readString(source)).results().forEach(found -> acts.add(found.group(1)));
            }
        }
        assertThat(acts).hasSizeGreaterThan(15);
        assertThat(acts)
                .allSatisfy(each -> assertThat(Messages.of(Language.ZH).has("act." + each))
                        .as("act." + each)
                        .isTrue());
    }

    @Test
    void argumentsAndTheirFormsAreFilledIn() {
        Messages en = Messages.of(Language.EN);
        assertThat(en.text("form.errors", 1)).isEqualTo("1 thing needs another look");
        assertThat(en.text("form.errors", 3)).isEqualTo("3 things need another look");
        assertThat(Messages.of(Language.ZH).text("form.errors", 3)).isEqualTo("还有 3 处需要您看一下");
    }

    @Test
    void whatIsMissingIsNamed() {
        Messages en = Messages.of(Language.EN);
        assertThatThrownBy(() -> en.text("no.such.key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'no.such.key'");
        assertThatThrownBy(() -> en.text("form.errors"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expects an argument {0}, got 0");
    }

    private static Set<String> named(String template) {
        Set<String> named = new TreeSet<>();
        Matcher used = USED.matcher(template);
        while (used.find()) {
            named.add(used.group(1));
        }
        Matcher chosen = CHOSEN.matcher(template);
        while (chosen.find()) {
            named.add(chosen.group(1));
            named.add(chosen.group(2));
        }
        return named;
    }

    private static String key(String line) {
        int equals = line.indexOf(" =");
        return equals < 0 ? line.strip() : line.substring(0, equals);
    }

    private static Set<String> indexes(String line) {
        return INDEX.matcher(line)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
