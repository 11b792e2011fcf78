package org.quanheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Taste as a test: reads every source file of every module (STYLE.md). Each rule asserts that it looked at many. */
final class TidyTests {
    private static final int MOST_FILE_LINES = 500;
    private static final int MANY_SOURCES = 200;
    private static final int MANY_TEXTS = 250;
    private static final int MANY_FOLDERS = 80;
    private static final Set<String> LIBRARIES = Set.of("fault", "lending", "scoring", "experience", "policy");

    private static final Repository REPOSITORY = Repository.read();
    private static final List<SourceFile> SOURCES = REPOSITORY.sources();

    /** The places that may take time or chance instead of being given it, and why. */
    private static final Map<String, Set<String>> NAMED = Map.of(
            // The platform's one clock; everything else gets this bean.
            "app/src/main/java/org/quanheng/app/QuanhengApplication.java", Set.of("Clock.systemUTC"),
            // The platform's one source of chance: identifiers.
            "app/src/main/java/org/quanheng/app/audit/Ids.java", Set.of("new SecureRandom"),
            // The entry point of the shell: secrets of an installation.
            "cli/src/main/java/org/quanheng/cli/server/Server.java", Set.of("new SecureRandom"),
            // How many seconds a benchmark took: a duration, never a moment.
            "cli/src/main/java/org/quanheng/cli/scoring/CreditBenchmarkCommand.java", Set.of("System.nanoTime"),
            // How long a request took, seen from the client: a duration, never a moment.
            "cli/src/main/java/org/quanheng/cli/replay/Browser.java", Set.of("System.nanoTime"),
            // The password of a database that is thrown away, and how long to wait for it.
            "cli/src/test/java/org/quanheng/cli/server/EmbeddedDatabaseTests.java",
                    Set.of("new SecureRandom", "System.nanoTime"),
            // The password of a database that is thrown away.
            "cli/src/test/java/org/quanheng/cli/server/ScorecardSqlTests.java", Set.of("new SecureRandom"));

    private static final Map<String, String> STRANGERS = Map.of(
            "org.springframework.", "let the app do that part",
            "org.quanheng.app.", "move what is needed into the library",
            "java.sql.", "take values instead of rows",
            "jakarta.", "let the app do that part");

    @Test
    void packagesHaveNoKnots() {
        Map<String, List<SourceFile>> byModule =
                SOURCES.stream().filter(SourceFile::main).collect(Collectors.groupingBy(SourceFile::module));
        assertThat(byModule.keySet()).containsAll(Ladder.MODULES.keySet());
        List<String> knots = new ArrayList<>();
        byModule.values()
                .forEach(sources -> knots.addAll(PackageKnots.of(sources).knots()));
        PackageKnots all = PackageKnots.of(mainSources());
        assertThat(all.uses()).hasSizeGreaterThan(30);
        knots.addAll(all.knots());
        assertNothing(knots);
    }

    @Test
    void packagesUseOnlyWhatIsBelow() {
        PackageKnots all = PackageKnots.of(mainSources());
        Set<String> parts = all.uses().keySet().stream()
                .filter(name -> name.startsWith("org.quanheng.app."))
                .map(name -> name.split("\\.", -1)[3])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(parts)
                .as("the parts of the app are those of the ladder")
                .isEqualTo(new TreeSet<>(Ladder.LEVELS.keySet()));
        assertNothing(Ladder.faults(all.uses()));
    }

    @Test
    void librariesKnowNoFramework() {
        List<SourceFile> sources = mainSources().stream()
                .filter(source -> LIBRARIES.contains(source.module()))
                .toList();
        assertThat(sources).hasSizeGreaterThan(100);
        assertNothing(everywhere(sources, source -> TidyRules.strangersInLibrary(source, STRANGERS)));
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> marked = new TreeSet<>();
        Map<String, String> present = new TreeMap<>();
        for (SourceFile source : SOURCES) {
            present.putIfAbsent(source.packageName(), source.path());
            if (TidyRules.marksPackage(source)) {
                marked.add(source.packageName());
            }
        }
        assertThat(present).hasSizeGreaterThan(30);
        List<String> found = new ArrayList<>();
        present.forEach((name, path) -> {
            if (!marked.contains(name)) {
                found.add(path + ":1: expected a package-info.java with @NullMarked for " + name
                        + ", came none. Maybe copy that" + " of a neighbour");
            }
        });
        assertNothing(found);
    }

    @Test
    void filesAreShort() {
        assertThat(REPOSITORY.texts()).hasSizeGreaterThan(MANY_TEXTS);
        List<String> found = new ArrayList<>();
        REPOSITORY.texts().forEach((path, text) -> {
            long lines = text.lines().count();
            if (lines > MOST_FILE_LINES) {
                found.add(path + ":" + MOST_FILE_LINES + ": expected at most " + MOST_FILE_LINES + " lines, came "
                        + lines + ". Maybe split it by what it knows");
            }
        });
        assertNothing(found);
    }

    @Test
    void packagesAreSmall() {
        Map<String, List<SourceFile>> folders = byFolder(SOURCES);
        assertThat(folders).hasSizeGreaterThan(MANY_FOLDERS);
        assertNothing(TidyRules.crowdedPackages(folders));
    }

    private static Map<String, List<SourceFile>> byFolder(List<SourceFile> sources) {
        return sources.stream().collect(Collectors.groupingBy(SourceFile::folder, TreeMap::new, Collectors.toList()));
    }

    @Test
    void methodsAreShort() {
        assertThat(SOURCES).hasSizeGreaterThan(MANY_SOURCES);
        assertNothing(everywhere(SOURCES, TidyRules::longMethods));
    }

    @Test
    void timeAndChanceAreArguments() {
        assertThat(SOURCES).hasSizeGreaterThan(MANY_SOURCES);
        assertThat(REPOSITORY.texts())
                .as("the named places exist")
                .containsKeys(NAMED.keySet().toArray(new String[0]));
        assertNothing(everywhere(SOURCES, source -> TidyRules.timeAndChance(source, namedIn(source))));
    }

    private static Set<String> namedIn(SourceFile source) {
        // A trial measures from outside how long the platform takes: durations only.
        return source.module().equals("trials")
                ? Set.of("System.nanoTime")
                : NAMED.getOrDefault(source.path(), Set.of());
    }

    @Test
    void moneyIsExact() {
        assertThat(mainSources()).hasSizeGreaterThan(MANY_SOURCES);
        assertNothing(everywhere(mainSources(), TidyRules::binaryMoney));
    }

    @Test
    void sqlIsNeverJoinedWithValues() {
        // Tests and trials also play the one who tampers by hand; what they join, they made up themselves.
        List<SourceFile> product = mainSources().stream()
                .filter(source -> !source.module().equals("trials"))
                .toList();
        assertThat(product).hasSizeGreaterThan(MANY_SOURCES);
        assertThat(product.stream().filter(source -> source.text().contains("jdbc.sql(")))
                .as("files that speak SQL")
                .hasSizeGreaterThan(10);
        assertNothing(everywhere(product, TidyRules::joinedSql));
    }

    @Test
    void nothingIsLeftForLater() {
        assertNothing(lines(
                Pattern.compile("\\b(TO" + "DO|FIX" + "ME|HA" + "CK)\\b"),
                path -> !path.endsWith(".md"),
                "work that" + " is done or an issue that is filed",
                "finish it, or file an issue and name it"));
    }

    @Test
    void noFileKnowsTheMachine() {
        assertNothing(lines(
                Pattern.compile("(?<![\\w.*}-])/(tm" + "p|ro" + "ot|ho" + "me/\\w+|wo"
                        + "rk/(main|shared|\\.\\w+))(/|\\b(?!\\w))"),
                _ -> true,
                "no path of one machine",
                "ask the system for a folder, or take it as an argument"));
    }

    @Test
    void noFileNamesARegistry() {
        List<String> hosts = List.of(
                "repo." + "maven",
                "repo1." + "maven",
                "maven-" + "central",
                "central." + "sonatype",
                "registry." + "npmjs",
                "registry." + "yarnpkg",
                "deb." + "debian",
                "archive." + "ubuntu",
                "py" + "pi.org",
                "files." + "pythonhosted",
                "proxy." + "golang",
                "crates" + ".io",
                "plugins." + "gradle");
        assertNothing(lines(
                Pattern.compile(hosts.stream().map(Pattern::quote).collect(Collectors.joining("|"))),
                _ -> true,
                "no host of a package registry (docs/decisions/0002)",
                "let the package manager of the machine choose"));
    }

    @Test
    void everyRuleRejects() {
        String bad = """
            package org.quanheng.app.audit;
            class Bad {
                double amount;
                Object taken() { return java.time.Instant.now(); }
                Object drawn() { return new java.util.Random(); }
                Object given(java.time.Clock clock) { return java.time.LocalDate.now(clock); }
                String sql(String name) { return "select * from loan where name = '" + name + "'"; }
                Object page() { return org.quanheng.app.loan.web.LoanController.class; }
                void longer() {
            %s    }
            }
            """.formatted("        taken();\n".repeat(60));
        SourceFile source = SourceFile.parse("app/src/main/java/Bad.java", bad);
        SourceFile loan = SourceFile.parse(
                "app/src/main/java/Web.java",
                "package org.quanheng.app.loan.web; class Web { org.quanheng.app.audit.Bad b; }");
        PackageKnots knots = PackageKnots.of(List.of(source, loan));

        assertThat(TidyRules.binaryMoney(source))
                .singleElement()
                .asString()
                .startsWith("app/src/main/java/Bad.java:3: ");
        assertThat(TidyRules.timeAndChance(source, Set.of()))
                .satisfiesExactly(
                        first -> assertThat(first).contains(":4: ", "came Instant.now"),
                        second -> assertThat(second).contains(":5: ", "came new Random"));
        assertThat(TidyRules.timeAndChance(source, Set.of("Instant.now", "new Random")))
                .isEmpty();
        assertThat(TidyRules.joinedSql(source)).singleElement().asString().contains(":7: ", "came name");
        assertThat(TidyRules.longMethods(source)).singleElement().asString().contains(":9: ", "longer with 62");
        int most = TidyRules.MOST_PACKAGE_FILES;
        assertThat(TidyRules.crowdedPackages(byFolder(Collections.nCopies(most, source))))
                .isEmpty();
        assertThat(TidyRules.crowdedPackages(byFolder(Collections.nCopies(most + 1, source))))
                .singleElement()
                .asString()
                .startsWith("app/src/main/java:1: ");
        assertThat(knots.knots()).hasSize(2);
        assertThat(Ladder.faults(knots.uses())).singleElement().asString().contains(":8: ", "audit (level 0)");
        assertThat(TidyRules.strangersInLibrary(
                        SourceFile.parse(
                                "lending/src/main/java/Bad.java", "import org.springframework.Bean; class Bad {}"),
                        STRANGERS))
                .hasSize(1);
        assertThat(TidyRules.marksPackage(SourceFile.parse("lending/package-info.java", "package a;")))
                .isFalse();
    }

    private static List<SourceFile> mainSources() {
        return SOURCES.stream().filter(SourceFile::main).toList();
    }

    private static List<String> everywhere(List<SourceFile> sources, Function<SourceFile, List<String>> rule) {
        return sources.stream().flatMap(source -> rule.apply(source).stream()).toList();
    }

    private static List<String> lines(
            Pattern forbidden, java.util.function.Predicate<String> where, String expected, String maybe) {
        List<String> found = new ArrayList<>();
        int looked = 0;
        for (Map.Entry<String, String> entry : REPOSITORY.texts().entrySet()) {
            if (where.test(entry.getKey())) {
                looked++;
                int number = 0;
                for (String line : entry.getValue().lines().toList()) {
                    number++;
                    if (forbidden.matcher(line).find()) {
                        found.add(entry.getKey() + ":" + number + ": expected " + expected + ", came " + line.strip()
                                + ". Maybe " + maybe);
                    }
                }
            }
        }
        assertThat(looked).isGreaterThan(MANY_TEXTS);
        return found;
    }

    private static void assertNothing(List<String> found) {
        assertThat(found).as("%s", String.join("\n", found)).isEmpty();
    }
}
