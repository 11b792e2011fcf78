package org.quanheng.scoring.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.binning.CategoricalBins;
import org.quanheng.scoring.binning.NumericBins;
import org.quanheng.scoring.scorecard.Characteristic;
import org.quanheng.scoring.scorecard.Interaction;
import org.quanheng.scoring.scorecard.Scorecard;

/**
 * A scorecard as PMML 4.4 (Data Mining Group), model element Scorecard, with reason codes by points below the baseline.
 *
 * <p>Attributes are tried in order: missing first, then the bins, last whatever is left. A pair is a characteristic with compound
 * predicates.
 */
public final class PmmlExport {
    private final StringBuilder xml = new StringBuilder();

    private PmmlExport() {}

    /** The document. */
    public static String document(Scorecard card) {
        return new PmmlExport().write(card);
    }

    private String write(Scorecard card) {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<PMML version=\"4.4\" xmlns=\"http://www.dmg.org/PMML-4_4\">\n")
                .append("  <Header><Application name=\"Quanheng\"/></Header>\n")
                .append("  <DataDictionary>\n");
        List<String> facts = card.facts();
        for (String fact : facts) {
            boolean number = bins(card, fact) instanceof NumericBins;
            xml.append("    <DataField name=\"").append(escape(fact)).append("\" optype=\"");
            xml.append(number ? "continuous\" dataType=\"double\"/>\n" : "categorical\" dataType=\"string\"/>\n");
        }
        xml.append("  </DataDictionary>\n")
                .append("  <Scorecard functionName=\"regression\" initialScore=\"")
                .append(decimal(card.base()))
                .append("\" useReasonCodes=\"true\" reasonCodeAlgorithm=\"pointsBelow\" baselineMethod=\"mean\">\n")
                .append("    <MiningSchema>\n");
        for (String fact : facts) {
            xml.append("      <MiningField name=\"")
                    .append(escape(fact))
                    .append("\" invalidValueTreatment=\"asIs\"/>\n");
        }
        xml.append("    </MiningSchema>\n")
                .append("    <Output><OutputField name=\"points\" feature=\"predictedValue\""
                        + " dataType=\"double\"/></Output>\n")
                .append("    <Characteristics>\n");
        for (Characteristic characteristic : card.characteristics()) {
            open(characteristic.name(), characteristic.neutral());
            attributes(characteristic.name(), characteristic.bins(), characteristic::points);
            xml.append("      </Characteristic>\n");
        }
        for (Interaction pair : card.interactions()) {
            open(pair.name(), pair.neutral());
            cells(pair);
            xml.append("      </Characteristic>\n");
        }
        return xml.append("    </Characteristics>\n  </Scorecard>\n</PMML>\n").toString();
    }

    private static Bins bins(Scorecard card, String fact) {
        for (Characteristic characteristic : card.characteristics()) {
            if (characteristic.name().equals(fact)) {
                return characteristic.bins();
            }
        }
        for (Interaction pair : card.interactions()) {
            if (pair.first().equals(fact)) {
                return pair.firstBins();
            }
            if (pair.second().equals(fact)) {
                return pair.secondBins();
            }
        }
        throw new IllegalStateException("no bins of " + fact);
    }

    private void open(String name, double baseline) {
        xml.append("      <Characteristic name=\"")
                .append(escape(name))
                .append("\" reasonCode=\"")
                .append(escape(name))
                .append("\" baselineScore=\"")
                .append(decimal(baseline))
                .append("\">\n");
    }

    /** A condition and the bin it leads to. */
    private record Case(String predicate, int bin) {}

    private void attributes(String fact, Bins bins, IntFunction<Double> points) {
        cases(fact, bins).forEach(each -> attribute(points.apply(each.bin()), each.predicate()));
    }

    private void cells(Interaction pair) {
        for (Case first : cases(pair.first(), pair.firstBins())) {
            for (Case second : cases(pair.second(), pair.secondBins())) {
                attribute(
                        pair.points(first.bin(), second.bin()),
                        "<CompoundPredicate booleanOperator=\"and\">" + first.predicate() + second.predicate()
                                + "</CompoundPredicate>");
            }
        }
    }

    private void attribute(double points, String predicate) {
        xml.append("        <Attribute partialScore=\"")
                .append(decimal(points))
                .append("\">")
                .append(predicate)
                .append("</Attribute>\n");
    }

    /** Missing first, then special codes, then the bins; what is left over last. */
    private static List<Case> cases(String fact, Bins bins) {
        String field = "<SimplePredicate field=\"" + escape(fact) + "\" operator=\"";
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(field + "isMissing\"/>", bins.missing()));
        switch (bins) {
            case NumericBins numeric -> {
                for (int i = 0; i < numeric.specials().size(); i++) {
                    cases.add(new Case(codes(field, numeric.specials().get(i).codes()), numeric.special(i)));
                }
                for (int bin = 0; bin < numeric.regular() - 1; bin++) {
                    cases.add(new Case(field + "lessThan\" value=\"" + decimal(numeric.to(bin)) + "\"/>", bin));
                }
                cases.add(new Case("<True/>", numeric.regular() - 1));
            }
            case CategoricalBins categorical -> {
                for (int bin = 0; bin < categorical.regular(); bin++) {
                    cases.add(new Case(set(fact, categorical.groups().get(bin)), bin));
                }
                cases.add(new Case("<True/>", categorical.other()));
            }
        }
        return cases;
    }

    private static String codes(String field, List<Double> codes) {
        String equal = codes.stream()
                .map(code -> field + "equal\" value=\"" + decimal(code) + "\"/>")
                .collect(Collectors.joining());
        return codes.size() == 1
                ? equal
                : "<CompoundPredicate booleanOperator=\"or\">" + equal + "</CompoundPredicate>";
    }

    private static String set(String fact, List<String> categories) {
        StringBuilder set = new StringBuilder("<SimpleSetPredicate field=\"" + escape(fact)
                + "\" booleanOperator=\"isIn\"><Array type=\"string\" n=\"" + categories.size() + "\">");
        for (String category : categories) {
            set.append('"')
                    .append(escape(category.replace("\\", "\\\\").replace("\"", "\\\"")))
                    .append("\" ");
        }
        return set.append("</Array></SimpleSetPredicate>").toString();
    }

    private static String decimal(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
