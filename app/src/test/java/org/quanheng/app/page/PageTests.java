package org.quanheng.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Renders every page in both languages, checks what must hold of each, and leaves them in target/pages to be looked at. */
class PageTests {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final Set<String> FRAGMENTS = Set.of("board_live", "board_figures", "balance", "payment");
    private static final Path OUT = Path.of("target/pages");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
    private static final Pattern REFERENCE =
            Pattern.compile("\\s(?:for|aria-describedby|aria-labelledby|data-range|data-for)=\"([^\"]*)\"");

    static Stream<Arguments> pages() {
        List<Arguments> pages = new ArrayList<>();
        for (Language language : Language.values()) {
            PageSamples.views().forEach((name, view) -> pages.add(Arguments.of(language, name, view)));
            BalancePageSamples.views().forEach((name, view) -> pages.add(Arguments.of(language, name, view)));
            StaffPageSamples.views().forEach((name, view) -> pages.add(Arguments.of(language, name, view)));
        }
        return pages.stream();
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("pages")
    void everyPageHoldsTogether(Language language, String name, Object view) throws IOException {
        String html = render(ENGINE, language, Theme.SYSTEM, name, view);
        write(language.code() + "-" + name + ".html", html);
        write(language.code() + "-" + name + "-dark.html", render(ENGINE, language, Theme.DARK, name, view));

        boolean fragment = FRAGMENTS.contains(template(name));
        if (!fragment) {
            assertThat(html.stripLeading())
                    .startsWith("<!DOCTYPE html>")
                    .contains("<html lang=\"" + language.tag() + "\"");
            assertThat(html.split("<h1", -1)).as("one first heading").hasSize(2);
        }
        assertThat(html).doesNotContain(" style=", "<style", "javascript:", "onclick=", "{0}", "{1}", "null");
        assertThat(html).doesNotContain("NaN");
        assertThat(duplicates(html)).as("ids that stand twice").isEmpty();
        assertThat(danglingReferences(html)).as("references to no id").isEmpty();
        assertThat(unlabelledForms(html)).as("posting forms without a token").isZero();
    }

    /** Renders one sample; also used by whoever looks at the templates while writing them. */
    static String render(TemplateEngine engine, Language language, Theme theme, String name, Object view) {
        StringOutput output = new StringOutput();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("page", PageSamples.page(language, theme, user(language, name), "/" + name));
        model.put("view", view);
        engine.render(template(name) + ".jte", model, output);
        return output.toString();
    }

    private static Page.@Nullable User user(Language language, String name) {
        String who = language == Language.ZH ? "李敏" : "Maria Keller";
        return switch (template(name)) {
            case "work", "case", "working_capital" -> new Page.User(who, "underwriter");
            case "servicing", "servicing_loan", "servicing_broken" -> new Page.User(who, "officer");
            case "board", "board_live", "board_figures", "balance", "plain", "proposal", "proposals" ->
                new Page.User(who, "head_of_lending");
            case "audit" -> new Page.User(who, "auditor");
            default -> null;
        };
    }

    private static String template(String name) {
        int dash = name.indexOf('-');
        return dash < 0 ? name : name.substring(0, dash);
    }

    private static List<String> duplicates(String html) {
        Map<String, Integer> counts = new HashMap<>();
        Matcher matcher = ID.matcher(html);
        while (matcher.find()) {
            counts.merge(matcher.group(1), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> danglingReferences(String html) {
        List<String> dangling = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(html);
        while (matcher.find()) {
            for (String id : matcher.group(1).split(" ", -1)) {
                if (!html.contains(" id=\"" + id + "\"")) {
                    dangling.add(id);
                }
            }
        }
        return dangling;
    }

    private static long unlabelledForms(String html) {
        return Stream.of(html.split("<form ", -1))
                .skip(1)
                .map(form -> form.substring(0, form.indexOf("</form>")))
                .filter(form -> form.contains("method=\"post\"") && !form.contains("name=\"_csrf\""))
                .count();
    }

    private static void write(String file, String html) throws IOException {
        Files.createDirectories(OUT);
        Files.write(OUT.resolve(file), html.getBytes(StandardCharsets.UTF_8));
    }
}
