package org.quanheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quanheng.balance.EvidenceGrade;
import org.quanheng.cli.shell.Words;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.account.AllocationOrder;
import org.quanheng.lending.account.ArrearsBucket;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LateInterest;
import org.quanheng.lending.account.LoanState;
import org.quanheng.lending.account.RiskTier;
import org.quanheng.lending.calendar.BusinessDayRule;
import org.quanheng.lending.calendar.MonthEndRule;
import org.quanheng.lending.ledger.LedgerAccount;
import org.quanheng.lending.ledger.LedgerEntry;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.InstalmentBasis;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.scoring.validation.Stability;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The shell speaks Chinese to whoever asks for it: every text has its words, and what programs read stays the same. */
class WordsTests {
    private static final Path SOURCES = Path.of("src/main/java/org/quanheng/cli");

    /** Where libraries read files that only the shell has. */
    private static final List<Path> FILES = List.of(
            Path.of("../scoring/src/main/java/org/quanheng/scoring/table/Card.java"),
            Path.of("../scoring/src/main/java/org/quanheng/scoring/table/CardStages.java"),
            Path.of("../scoring/src/main/java/org/quanheng/scoring/scorecard/ScorecardJson.java"),
            Path.of("../balance/src/main/java/org/quanheng/balance/crossfit/Journey.java"));

    private static final Pattern CALL =
            Pattern.compile("\\b(?:faults\\.(?:add|require)|Fault\\.of|Phrase\\.of|say)\\(");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern MARK = Pattern.compile("\\{\\d}");

    /** Arguments of calls that are no texts: options, fields as they are typed, places in a document. */
    private static final Pattern TYPED = Pattern.compile(
            "(-|/|[A-Z_|]+$|account\\.|os\\.|fee$|frequency$|from$|instalments, months).*|bad|position|applicant |AUC|Brier");

    private static final Words CHINESE = Words.of(Map.of("LANG", "zh_CN.UTF-8"));

    @ParameterizedTest
    @CsvSource({
        "'', '', zh_CN.UTF-8, true",
        "'', '', zh_TW, true",
        "'', '', C.UTF-8, false",
        "'', '', en_GB.UTF-8, false",
        "'', en_US, zh_CN, false",
        "'', zh_CN, en_US, true",
        "C, zh_CN, zh_CN, false",
        "'', '', '', false"
    })
    void theEnvironmentNamesTheLanguage(String all, String messages, String lang, boolean chinese) {
        Words words = Words.of(Map.of("LC_ALL", all, "LC_MESSAGES", messages, "LANG", lang));
        assertThat(words.say("Usage: ")).isEqualTo(chinese ? "用法：" : "Usage: ");
    }

    @Test
    void everyTextOfTheSourcesHasItsWords() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> ours = Files.walk(SOURCES)) {
            for (Path file : Stream.concat(ours.filter(WordsTests::speaks), FILES.stream())
                    .toList()) {
                String source = Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "");
                Matcher call = CALL.matcher(source);
                while (call.find()) {
                    Matcher text = TEXT.matcher(source.substring(call.end(), end(source, call.end())));
                    while (text.find()) {
                        if (WORD.matcher(text.group(1)).find()
                                && !TYPED.matcher(text.group(1)).matches()) {
                            texts.put(text.group(1), file.getFileName().toString());
                        }
                    }
                }
            }
        }
        assertThat(texts)
                .hasSizeGreaterThan(200)
                .allSatisfy((text, file) -> assertThat(CHINESE.say(text))
                        .as("'" + text + "' of " + file + " in phrases_zh.txt")
                        .isNotEqualTo(text));
    }

    /** What a replay and a golden case report goes into documents; what a command says is in the reader's language. */
    private static boolean speaks(Path file) {
        boolean reports = file.startsWith(SOURCES.resolve("replay")) || file.startsWith(SOURCES.resolve("golden"));
        return file.toString().endsWith(reports ? "Command.java" : ".java");
    }

    /** The end of a call's arguments. */
    private static int end(String text, int from) {
        int depth = 1;
        int at = from;
        for (; depth > 0; at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at = text.indexOf('"', at + 1);
            } else if (c == '(' || c == ')') {
                depth += c == '(' ? 1 : -1;
            }
        }
        return at;
    }

    static Stream<Enum<?>> constants() {
        return Stream.<Enum<?>[]>of(
                        RepaymentMethod.values(),
                        LedgerEntry.Kind.values(),
                        LedgerAccount.values(),
                        LoanState.Status.values(),
                        ArrearsBucket.values(),
                        RiskTier.values(),
                        Stability.Verdict.values(),
                        EvidenceGrade.values())
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("constants")
    void everyConstantThatIsPrintedHasItsWords(Enum<?> constant) {
        assertThat(CHINESE.say(Words.spaced(constant.name()))).containsPattern(HAN);
    }

    static Stream<Enum<?>> choices() {
        return Stream.<Enum<?>[]>of(
                        RepaymentMethod.values(),
                        BusinessDayRule.values(),
                        MonthEndRule.values(),
                        InstalmentBasis.values(),
                        RoundingMode.values(),
                        Rounding.Place.values(),
                        Fee.Charged.values(),
                        LateInterest.values(),
                        Excess.values(),
                        AllocationOrder.Part.values(),
                        AllocationOrder.Scope.values())
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("choices")
    void everyWordToTypeStaysWithWhatItMeans(Enum<?> choice) {
        String typed = choice.name().toLowerCase(Locale.ROOT);
        assertThat(CHINESE.typed(typed)).startsWith(typed + "（").containsPattern(HAN);
        assertThat(Words.of(Map.of()).typed(typed)).isEqualTo(typed);
    }

    @Test
    void aNameThatProgramsReadIsSpelledOut() {
        assertThat(Words.spaced("daysPastDue")).isEqualTo("days past due");
        assertThat(Words.spaced("EQUAL_PRINCIPAL")).isEqualTo("equal principal");
        assertThat(Words.spaced("ASSUMPTION")).isEqualTo("assumption");
        assertThat(Words.spaced("DPD_1_30")).isEqualTo("dpd 1–30");
    }

    @Test
    void everyHelpIsInChinese() {
        everyHelpIsInChinese(Quanheng.line(CHINESE));
    }

    private static void everyHelpIsInChinese(CommandLine line) {
        CommandSpec command = line.getCommandSpec();
        if (command.usageMessage().hidden()) {
            return;
        }
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
        line.getSubcommands().values().forEach(WordsTests::everyHelpIsInChinese);
    }

    @Test
    void everyWordingTakesTheArgumentsOfItsText() throws IOException {
        Path books = Path.of("src/main/resources/org/quanheng/cli/shell");
        List<String> lines = new ArrayList<>(Files.readAllLines(books.resolve("phrases_zh.txt")));
        lines.addAll(Files.readAllLines(books.resolve("help_zh.txt")));
        lines.addAll(Files.readAllLines(books.resolve("choices_zh.txt")));
        assertThat(lines.stream().filter(line -> line.contains(" = ")))
                .hasSizeGreaterThan(300)
                .allSatisfy(line -> {
                    String[] sides = line.split(" = ", 2);
                    assertThat(marks(sides[1])).as(line).isEqualTo(marks(sides[0]));
                });
    }

    private static Set<String> marks(String text) {
        return MARK.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    void aScheduleIsPrintedInChineseAndItsJsonIsTheSame() {
        String[] loan = {"schedule", "--principal", "12000", "--currency", "CNY", "--rate", "0.072", "--months", "3"};
        String[] whole = Stream.concat(Stream.of(loan), Stream.of("--start", "2026-01-15"))
                .toArray(String[]::new);
        assertThat(Shell.run(CHINESE, whole).out()).isEqualTo("""
                CNY 12000.00，年利率 7.2 %，共 3 期，每月一期，等额本息
                期  到期日         本金   利息   还款额  剩余本金
                 1  2026-02-15  3976.10  72.00  4048.10   8023.90
                 2  2026-03-15  3999.96  48.14  4048.10   4023.94
                 3  2026-04-15  4023.94  24.14  4048.08      0.00
                利息 CNY 144.28，收取方：贷款人
                还款总额 CNY 12144.28
                年化成本 7.44 %（单利 7.20 %）
                """);
        String[] json = Stream.concat(Stream.of(whole), Stream.of("--json")).toArray(String[]::new);
        assertThat(Shell.run(CHINESE, json).out()).isEqualTo(Shell.run(json).out());
    }

    @Test
    void aWordThatPeopleTypeIsExplainedAndStays() {
        String[] moved = {"calendar", "--name", "CN", "--date", "2026-10-01", "--rule", "modified_following"};
        assertThat(Shell.run(CHINESE, moved).out()).isEqualTo("""
                2026-10-01 周四在 CN 不是工作日
                modified_following（顺延但不跨月）：2026-10-08 周四
                """);
        assertThat(Shell.run(moved).out()).endsWith("\nmodified_following: 2026-10-08 Thu\n");
        String help = Shell.run(CHINESE, "calendar", "--help").out().replaceAll("\\s+", "");
        for (BusinessDayRule rule : BusinessDayRule.values()) {
            String word = rule.name().toLowerCase(Locale.ROOT);
            assertThat(help).contains(CHINESE.typed(word));
        }
    }

    @Test
    void aFaultThatListsWordsToTypeSaysWhatTheyMean() {
        String[] wrong = {"annual-cost", "--flows", "none.csv", "--convention", "mars"};
        assertThat(Shell.run(CHINESE, wrong).err()).contains("--convention：应为其中之一：china（中国人民银行公告），eu（欧盟指令），");
        assertThat(Shell.run(wrong).err()).contains("--convention: expected one of 'china', 'eu', ");
    }

    @Test
    void aMisspeltNameIsAnsweredWithTheOneThatWasMeant() {
        String[] option = {"version", "--jsn", "x"};
        assertThat(Shell.run(option).err()).isEqualTo("""
                quanheng version: bad input
                  arguments: expected only [--help, --json], came '--jsn'. Maybe you meant --json.
                """);
        assertThat(Shell.run(CHINESE, option).err()).isEqualTo("""
                quanheng version：输入有误
                  参数：应为仅限 [--help, --json]，收到 '--jsn'。建议：改为 --json。
                """);
        assertThat(Shell.run("sched").err())
                .endsWith("came 'sched'. Maybe you meant schedule.\n")
                .doesNotContain("warm-up");
        assertThat(Shell.run(CHINESE, "frontier", "none").err()).contains("收到 'none'。");
    }

    @Test
    void aDifferenceThatRoundsToNothingHasNoSign() {
        assertThat(Words.signed(1, -0.04)).isEqualTo("0.0");
        assertThat(Words.signed(1, -0.06)).isEqualTo("-0.1");
        assertThat(Words.signed(2, 1)).isEqualTo("+1.00");
    }

    @Test
    void theLinesOfASynopsisBeginInOneColumn() {
        assertThat(Shell.run(CHINESE, "schedule", "--help").out())
                .startsWith("用法：quanheng schedule [-h]")
                .containsPattern("\n {24}\\[--");
        assertThat(Shell.run("schedule", "--help").out()).containsPattern("\n {25}\\[--");
    }

    @Test
    void everyFaultIsToldInChinese() {
        Shell.Result refused = Shell.run(
                CHINESE,
                "schedule",
                "--principal",
                "x",
                "--currency",
                "CNY",
                "--rate",
                "-2",
                "--months",
                "0",
                "--json",
                "--csv");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).isEqualTo("""
                quanheng schedule：输入有误
                  --json, --csv：应为两者之一，收到两者都有。
                  principal：应为 0 至 999999999999 的小数，收到 'x'。
                  rate：应为 0 至 10 的小数，收到 '-2'。
                  months：应为 1 至 1200 的整数，收到 '0'。
                  start：应为写作 YYYY-MM-DD 的日期，收到空。
                """);
    }
}
