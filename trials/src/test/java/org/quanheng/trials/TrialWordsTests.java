package org.quanheng.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quanheng.cli.shell.Words;
import org.quanheng.trials.lender.Web;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.node.ObjectNode;

/** The trials speak Chinese to whoever asks for it, and their JSON is the same in every language. */
class TrialWordsTests {
    private static final Path SOURCES = Path.of("src/main/java/org/quanheng/trials");
    private static final Path BOOK = Path.of("src/main/resources/org/quanheng/trials/phrases_zh.txt");
    private static final Pattern SAID = Pattern.compile("\\b(?:Phrase\\.of|say)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern FIELD =
            Pattern.compile("(?:\\.(?:put|putObject|putArray|set)|note)\\((?:seen, )?\\s*\"(\\w+)\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern MARK = Pattern.compile("\\{\\d}");
    private static final Words ENGLISH = Words.of(Map.of());
    private static final Words CHINESE = Words.of(Map.of("LANG", "zh_CN.UTF-8")).with(Trials.class);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Words words, String... arguments) {
        out.getBuffer().setLength(0);
        return Trials.run(words, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private static Map<String, String> found(Pattern pattern, Stream<Path> files) throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
            Matcher matcher = pattern.matcher(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", ""));
            while (matcher.find()) {
                found.put(matcher.group(1), file.getFileName().toString());
            }
        }
        return found;
    }

    @Test
    void everyTextOfTheSourcesHasItsWords() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Map<String, String> texts = found(SAID, files);
            texts.keySet().removeIf(text -> !WORD.matcher(text).find());
            assertThat(texts)
                    .hasSizeGreaterThan(12)
                    .allSatisfy((text, file) -> assertThat(CHINESE.say(text))
                            .as("'" + text + "' of " + file + " in phrases_zh.txt")
                            .isNotEqualTo(text));
        }
    }

    @Test
    void everyFigureThatIsSeenHasItsWords() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            // The fields of malformed calls are what is sent, not what is seen.
            Map<String, String> fields = found(FIELD, files.filter(file -> !file.endsWith("Malformed.java")));
            fields.keySet().removeAll(Set.of(Trial.HELD, "offer"));
            assertThat(fields)
                    .hasSizeGreaterThan(60)
                    .allSatisfy((field, file) -> assertThat(CHINESE.say(Words.spaced(field)))
                            .as("'" + Words.spaced(field) + "' of " + file + " in phrases_zh.txt")
                            .containsPattern(HAN));
        }
        for (Crash.Victim victim : Crash.Victim.values()) {
            assertThat(CHINESE.say(Words.spaced(victim.name()))).containsPattern(HAN);
        }
    }

    @Test
    void everyHelpIsInChinese() {
        everyHelpIsInChinese(Trials.line(CHINESE));
    }

    private static void everyHelpIsInChinese(CommandLine line) {
        CommandSpec command = line.getCommandSpec();
        Stream<String> said = Stream.concat(
                Stream.of(
                                command.usageMessage().description(),
                                command.usageMessage().footer())
                        .flatMap(Stream::of),
                command.args().stream().flatMap(each -> Stream.of(each.description())));
        assertThat(said.filter(text -> !text.isBlank()))
                .as(command.qualifiedName(" "))
                .isNotEmpty()
                .allSatisfy(
                        text -> assertThat(HAN.matcher(text).find()).as(text).isTrue());
        line.getSubcommands().values().forEach(TrialWordsTests::everyHelpIsInChinese);
    }

    @Test
    void everyWordingTakesTheArgumentsOfItsText() throws IOException {
        List<String> lines = Files.readAllLines(BOOK);
        assertThat(lines.stream().filter(line -> line.contains(" = ")))
                .hasSizeGreaterThan(120)
                .allSatisfy(line -> {
                    String[] sides = line.split(" = ", 2);
                    assertThat(marks(sides[1])).as(line).isEqualTo(marks(sides[0]));
                });
    }

    private static Set<String> marks(String text) {
        return MARK.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    void whatWasSeenIsToldInChineseAndItsJsonIsTheSame() {
        String[] trial = {"lending", "--loans", "5", "--histories", "2", "--schedules", "100"};
        assertThat(run(CHINESE, trial)).isZero();
        assertThat(out.toString())
                .containsPattern("种子 +1\n贷款笔数 +5\n历史个数 +2\n失败数 +0\n还款计划数 +100\n堆内存增长字节数 +-?\\d+\n")
                .endsWith("成立。\n");
        run(ENGLISH, trial);
        assertThat(out.toString()).containsPattern("seed +1\nloans +5\n").endsWith("It held.\n");
        String[] list = {"bench", "--list", "--json"};
        run(CHINESE, list);
        String json = out.toString();
        run(ENGLISH, list);
        assertThat(out.toString()).isEqualTo(json).startsWith("{\"benchmarks\":[\"");
    }

    @Test
    void listsAreTables() {
        ObjectNode seen = Web.JSON.createObjectNode().put("seed", 7);
        seen.putObject("book").put("people", 150_000).put("seconds", 0.00038);
        seen.putArray("rounds")
                .addObject()
                .put("victim", "SERVER")
                .put("killAfterActs", 31)
                .putArray("faults");
        seen.withArray("rounds")
                .addObject()
                .put("victim", "DATABASE")
                .put("killAfterActs", 4)
                .putArray("faults")
                .add("a")
                .add("b");
        new Seen(CHINESE, new PrintWriter(out, true)).print(seen.put(Trial.HELD, false));
        assertThat(out.toString()).isEqualTo("""
                种子                  7
                一家机构的规模，人数  150000
                一家机构的规模，秒数  0.00038

                各轮
                被终止者  在第几个操作后终止  错误
                服务                      31  无
                数据库                     4  a, b

                不成立。
                """);
    }

    @Test
    void faultsAreToldInChinese() {
        assertThat(run(CHINESE, "crash", "--rounds", "0", "--loud")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("""
                quanheng trials crash：输入有误
                  参数：应为仅限 [--help, --json, --people, --rounds, --seed]，收到 '--loud'。
                  --rounds：应为 1 至 1000 的整数，收到 '0'。
                """);
    }
}
