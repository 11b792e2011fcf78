package org.quanheng.scoring.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.quanheng.scoring.scorecard.FactSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads a PMML scorecard by the rules of PMML, without the code that wrote it. */
final class PmmlReader {
    private final Element scorecard;

    PmmlReader(String xml) throws ParserConfigurationException, IOException, SAXException {
        this.scorecard = (Element) DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("Scorecard")
                .item(0);
    }

    /** Points of one applicant: of each characteristic the first attribute whose predicate is true. */
    double points(FactSource facts) {
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
            case "SimplePredicate" -> simple(predicate, value);
            case "SimpleSetPredicate" ->
                value == null ? null : (Boolean) members(predicate).contains(value.toString());
            default -> {
                boolean or = predicate.getAttribute("booleanOperator").equals("or");
                boolean all = !or;
                for (Element part : children(predicate)) {
                    boolean holds = Boolean.TRUE.equals(holds(part, facts));
                    all = or ? all || holds : all && holds;
                }
                yield all;
            }
        };
    }

    private static @Nullable Boolean simple(Element predicate, @Nullable Object value) {
        String operator = predicate.getAttribute("operator");
        if (operator.equals("isMissing")) {
            return value == null;
        }
        if (value == null) {
            return null;
        }
        double number = ((Number) value).doubleValue();
        double wanted = Double.parseDouble(predicate.getAttribute("value"));
        return operator.equals("equal") ? number == wanted : number < wanted;
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
}
