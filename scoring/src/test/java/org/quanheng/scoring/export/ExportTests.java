package org.quanheng.scoring.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanheng.scoring.scorecard.FactSource;
import org.quanheng.scoring.scorecard.Scaling;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Exports are run, not read: the Java class is compiled, the PMML walked by its own rules. */
final class ExportTests {
    /** Two numbers that act together, a category with quotes in its texts and name, missing values everywhere. */
    private static Sample sample() {
        java.util.Random random = new java.util.Random(9);
        int rows = 3_000;
        double[][] columns = new double[3][rows];
        List<@Nullable String> texts = new ArrayList<>();
        String[] categories = {"a'b", "say \"x\" & <y>", "中文", "rare\\"};
        for (int row = 0; row < rows; row++) {
            columns[0][row] = random.nextInt(20) == 0 ? Double.NaN : random.nextInt(100) / 10.0;
            columns[1][row] = random.nextInt(20) == 0 ? Double.NaN : random.nextDouble();
            int category = random.nextInt(4);
            texts.add(random.nextInt(20) == 0 ? null : categories[category]);
            boolean same = columns[0][row] > 5 == columns[1][row] > 0.5;
            double logOdds = -1 + 0.1 * columns[0][row] + (same ? 1 : -1) + 0.5 * category;
            columns[2][row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
        }
        return Sample.of(
                Table.of(List.of(
                        new NumericColumn("debt \"ratio\"", columns[0]),
                        new NumericColumn("x", columns[1]),
                        CategoricalColumn.of("home's", texts),
                        new NumericColumn("y", columns[2]))),
                "y",
                List.of("debt \"ratio\"", "x", "home's"));
    }

    private static Scorecard card(int decimals) {
        Scorecard card =
                Scorecard.train(sample(), ScorecardRules.additive().withScaling(new Scaling(600, 19, 50, decimals)));
        assertThat(card.interactions()).isNotEmpty();
        return card;
    }

    private static FactSource row(Table table, int row) {
        return fact -> fact.equals("home's") && row % 97 == 0 ? "never seen" : table.cell(row, fact);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2})
    void javaClassGivesTheSameBits(int decimals, @TempDir Path folder) throws Throwable {
        Scorecard card = card(decimals);
        Path source = folder.resolve("Card.java");
        Files.writeString(source, JavaExport.source(card, "", "Card"));
        int code =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
        assertThat(code).isZero();
        URL[] places = {URI.create(folder.toUri().toString()).toURL()};
        try (URLClassLoader loader = new URLClassLoader(places)) {
            MethodHandle points = MethodHandles.publicLookup()
                    .findStatic(
                            loader.loadClass("Card"), "points", MethodType.methodType(double.class, Function.class));
            Table table = sample().table();
            for (int row = 0; row < table.rows(); row++) {
                FactSource facts = row(table, row);
                Function<String, @Nullable Object> function = facts::fact;
                assertThat((double) points.invoke(function))
                        .isEqualTo(card.score(facts).points());
            }
        }
    }

    @Test
    void javaClassNeedsRealNames() {
        assertThatThrownBy(() -> JavaExport.source(card(0), "", "1x")).hasMessageContaining("came  and 1x");
        assertThatThrownBy(() -> JavaExport.source(card(0), "A;", "X")).hasMessageContaining("A;");
    }

    @Test
    void pmmlGivesTheSamePoints() throws Exception {
        Scorecard card = card(0);
        String xml = PmmlExport.document(card);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        Document document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        Table table = sample().table();
        for (int row = 0; row < table.rows(); row++) {
            FactSource facts = row(table, row);
            assertThat(evaluate(document, facts)).isEqualTo(card.score(facts).points());
        }
        assertThat(xml).contains("reasonCodeAlgorithm=\"pointsBelow\"", "baselineScore=");
    }

    private static double evaluate(Document document, FactSource facts) {
        Element scorecard = (Element) document.getElementsByTagName("Scorecard").item(0);
        double points = Double.parseDouble(scorecard.getAttribute("initialScore"));
        for (Element characteristic : children(
                (Element) scorecard.getElementsByTagName("Characteristics").item(0))) {
            for (Element attribute : children(characteristic)) {
                if (Boolean.TRUE.equals(holds(children(attribute).getFirst(), facts))) {
                    points += Double.parseDouble(attribute.getAttribute("partialScore"));
                    break;
                }
            }
        }
        return points;
    }

    /** Null is unknown, as PMML says of a comparison with a missing value. */
    private static @Nullable Boolean holds(Element predicate, FactSource facts) {
        Object value = facts.fact(predicate.getAttribute("field"));
        return switch (predicate.getTagName()) {
            case "True" -> true;
            case "SimplePredicate" ->
                predicate.getAttribute("operator").equals("isMissing")
                        ? (Boolean) (value == null)
                        : value == null
                                ? null
                                : (Boolean) (((Number) value).doubleValue()
                                        < Double.parseDouble(predicate.getAttribute("value")));
            case "SimpleSetPredicate" ->
                value == null ? null : (Boolean) members(predicate).contains(value.toString());
            default -> {
                boolean all = true;
                for (Element part : children(predicate)) {
                    all &= Boolean.TRUE.equals(holds(part, facts));
                }
                yield all;
            }
        };
    }

    private static List<String> members(Element set) {
        List<String> members = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean inside = false;
        String array = set.getTextContent();
        for (int i = 0; i < array.length(); i++) {
            char c = array.charAt(i);
            if (c == '\\' && i + 1 < array.length()) {
                text.append(array.charAt(++i));
            } else if (c == '"') {
                if (inside) {
                    members.add(text.toString());
                    text.setLength(0);
                }
                inside = !inside;
            } else if (inside) {
                text.append(c);
            }
        }
        return members;
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    @Test
    void sqlQuotesNamesAndTexts() throws IOException {
        String sql = SqlExport.points(card(0));
        assertThat(sql)
                .contains("\"debt \"\"ratio\"\"\" IS NULL", "'a''b'", "\"home's\" IN (")
                .doesNotContain("'a'b'");
        assertThat(SqlExport.points(card(-1))).contains("AS double precision)");
    }
}
