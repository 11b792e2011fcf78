package org.quanheng.app.access.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.page.Language;
import org.springframework.stereotype.Component;

/** The documents of docs/errors as HTML: one for each code, with a section in each language. */
@Component
class ErrorDocs {
    private static final String FOLDER = "/org/quanheng/app/api/errors/";
    private static final Map<Language, String> SECTIONS = Map.of(Language.ZH, "中文", Language.EN, "English");
    private static final int SECTION_LEVEL = 2;

    private final Map<ErrorCode, Map<Language, String>> htmlByCode = new EnumMap<>(ErrorCode.class);

    ErrorDocs() {
        for (ErrorCode code : ErrorCode.values()) {
            String markdown = read(code);
            Map<Language, String> sections = new EnumMap<>(Language.class);
            SECTIONS.forEach((language, heading) -> sections.put(language, section(markdown, heading, code)));
            htmlByCode.put(code, sections);
        }
    }

    /** The code that a page's address names. */
    Optional<ErrorCode> code(String slug) {
        return htmlByCode.keySet().stream()
                .filter(code -> code.slug().equals(slug))
                .findFirst();
    }

    /** The explanation of a code; its headings start at the second level. */
    String html(ErrorCode code, Language language) {
        return htmlByCode.getOrDefault(code, Map.of()).getOrDefault(language, "");
    }

    private static String read(ErrorCode code) {
        String name = FOLDER + code.slug() + ".md";
        try (InputStream in = ErrorDocs.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("expected a page for each error code in the build, " + name
                        + " is missing. Maybe write docs/errors/" + code.slug() + ".md");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String section(String markdown, String wanted, ErrorCode code) {
        Document section = new Document();
        boolean inside = false;
        for (Node node : childrenOf(Parser.builder().build().parse(markdown))) {
            if (node instanceof Heading heading && heading.getLevel() <= SECTION_LEVEL) {
                inside = textOf(heading).equals(wanted);
            } else if (inside) {
                if (node instanceof Heading heading) {
                    heading.setLevel(heading.getLevel() - 1);
                }
                section.appendChild(node);
            }
        }
        if (section.getFirstChild() == null) {
            throw new IllegalStateException(
                    "docs/errors/" + code.slug() + ".md: expected a section '## " + wanted + "', came none");
        }
        return HtmlRenderer.builder().escapeHtml(true).build().render(section);
    }

    /** The children as a list: a node that is moved to another parent leaves its siblings. */
    private static List<Node> childrenOf(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    private static String textOf(Heading heading) {
        return heading.getFirstChild() instanceof Text text ? text.getLiteral() : "";
    }
}
