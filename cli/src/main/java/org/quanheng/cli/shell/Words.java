package org.quanheng.cli.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.Language;
import org.quanheng.app.page.Messages;
import org.quanheng.fault.Fault;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.fault.PhraseBook;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What the shell says to people, in their language: Chinese where the environment names it, else English. The English text is the
 * key of its Chinese words in {@code phrases_zh.txt}, {@code choices_zh.txt} and {@code help_zh.txt}. What programs read, JSON and CSV, is the same in every language.
 */
public final class Words {
    static final Words ENGLISH = new Words(PhraseBook.ENGLISH);

    private static final String PHRASES = "phrases_zh.txt";
    private static final String EXAMPLE = "Example: ";

    private final PhraseBook book;

    private Words(PhraseBook book) {
        this.book = book;
    }

    /** The words for whoever has this environment: the first of LC_ALL, LC_MESSAGES and LANG that is set decides. */
    public static Words of(Map<String, String> environment) {
        String locale = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(environment::get)
                .filter(Objects::nonNull)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        return locale.startsWith("zh") ? chinese() : ENGLISH;
    }

    /** The Chinese words of the shell and of what the libraries say. */
    private static Words chinese() {
        return new Words(read(Words.class, PHRASES)
                .with(read(Words.class, "choices_zh.txt"))
                .with(read(Words.class, "help_zh.txt"))
                .with(Messages.of(Language.ZH).phrases()));
    }

    /** These words, and in Chinese those of the book {@code phrases_zh.txt} beside a class as well. */
    public Words with(Class<?> place) {
        return book == PhraseBook.ENGLISH
                ? this
                : new Words(read(place, PHRASES).with(book));
    }

    private static PhraseBook read(Class<?> place, String file) {
        try (InputStream stream = place.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("expected " + file + " beside " + place.getName() + ", found none");
            }
            Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
            return PhraseBook.read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The text of a pattern with {@code {0}} for the first argument. */
    public String say(String pattern, @Nullable Object... arguments) {
        return book.say(Phrase.of(pattern, arguments));
    }

    /** The text of a phrase. */
    public String say(Phrase phrase) {
        return book.say(phrase);
    }

    /** Everything that is wrong with an input, a line for each fault. */
    public String tell(FaultyInputException refused) {
        StringBuilder text = new StringBuilder(say("{0}: bad input", say(refused.input())));
        for (Fault fault : refused.faults()) {
            text.append("\n  ").append(tell(fault));
        }
        if (refused.more() > 0) {
            text.append("\n  ").append(say("and {0} more", refused.more()));
        }
        return text.toString();
    }

    /** A fault in one or two sentences. */
    public String tell(Fault fault) {
        String told = say("{0}: expected {1}, came {2}.", say(fault.where()), say(fault.expected()), say(fault.came()));
        return fault.maybe().isEmpty() ? told : say("{0} Maybe {1}.", told, say(fault.maybe()));
    }

    /** What the help of a command says, under the keys by which picocli looks for it. */
    public ResourceBundle help(CommandSpec command) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("usage.synopsisHeading", say(CommandTree.USAGE));
        texts.put("usage.commandListHeading", say("Commands:%n"));
        put(texts, "usage.description", command.usageMessage().description(), "%");
        put(texts, "usage.footer", command.usageMessage().footer(), "%");
        for (OptionSpec option : command.options()) {
            put(texts, option.longestName().replaceFirst("^-+", ""), option.description(), "%%");
        }
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            put(texts, parameter.paramLabel() + "[" + parameter.index() + "]", parameter.description(), "%%");
        }
        return new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return texts.entrySet().stream()
                        .map(each -> new Object[] {each.getKey(), each.getValue()})
                        .toArray(Object[][]::new);
            }
        };
    }

    /** picocli gives an option's text with its percent signs already made single, and makes them single again. */
    private void put(Map<String, String> texts, String key, String[] lines, String percentSign) {
        for (int k = 0; k < lines.length; k++) {
            String line = lines[k];
            String said = line.startsWith(EXAMPLE) ? say(EXAMPLE) + line.substring(EXAMPLE.length()) : say(line);
            texts.put(key + "." + k, said.replace("%", percentSign));
        }
    }

    /** The words of a name that programs read: {@code daysPastDue} is "days past due", {@code EQUAL_PRINCIPAL} "equal principal", {@code DPD_1_30} "dpd 1–30". */
    public static String spaced(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ')
                .replaceAll("(\\d+) (\\d+)", "$1–$2");
    }

    /** A word that people type, such as {@code modified_following}: in Chinese with what it means in brackets. */
    public String typed(String word) {
        Phrase choice = choice(word);
        String said = say(choice);
        return said.equals(choice.toString()) ? word : said;
    }

    private static Phrase choice(String word) {
        return Phrase.of("'" + word + "'");
    }

    /** Words of which one is to be typed. */
    static Phrase oneOf(List<String> typed) {
        Phrase all = choice(typed.getFirst());
        for (String word : typed.subList(1, typed.size())) {
            all = Phrase.of("{0}, {1}", all, choice(word));
        }
        return Phrase.of("one of {0}", all);
    }

    /** A figure with so many decimals. */
    public static String fixed(int decimals, double figure) {
        return String.format(Locale.ROOT, "%." + decimals + "f", figure);
    }

    /** A figure with so many decimals and its sign, which differences have; what rounds to nothing has none. */
    public static String signed(int decimals, double figure) {
        String text = String.format(Locale.ROOT, "%+." + decimals + "f", figure);
        return text.matches("[+-][0.]+") ? text.substring(1) : text;
    }

    /** A share in percent with so many decimals. */
    public static String percent(int decimals, double share) {
        return fixed(decimals, 100 * share) + " %";
    }

    /** An interval of shares in percent. */
    public static String percentInterval(int decimals, double low, double high) {
        return "[" + percent(decimals, low) + ", " + percent(decimals, high) + "]";
    }
}
