package org.quanheng.app.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanheng.fault.Blanks;
import org.quanheng.fault.Phrase;
import org.quanheng.fault.PhraseBook;

/**
 * The words of the pages in one language.
 *
 * <p>A text may hold {@code {0}} for the first argument and {@code {0#day|days}} for the form that agrees with it (the first if it
 * is 1). An argument that is a {@link Phrase} is said in this language. Apostrophes and other braces stand for themselves.
 */
public final class Messages {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)(?:#([^|{}]*)\\|([^|{}]*))?}");
    private static final String[] FILES = {
        "messages",
        "staff",
        "facts",
        "balance",
        "ledger",
        "servicing",
        "held",
        "changes",
        "charges",
        "broken",
        "means",
        "workshop",
        "sheets"
    };
    private static final Map<Language, Messages> LOADED = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            LOADED.put(language, new Messages(language));
        }
    }

    private final Language language;
    private final Map<String, String> texts = new TreeMap<>();
    private final PhraseBook phrases;

    private Messages(Language language) {
        this.language = language;
        for (String file : FILES) {
            load(file + "_" + language.code() + ".properties");
        }
        this.phrases = language == Language.EN ? PhraseBook.ENGLISH : phrases("phrases_" + language.code() + ".txt");
    }

    /** The messages of a language, read once. */
    public static Messages of(Language language) {
        Messages messages = LOADED.get(language);
        if (messages == null) {
            throw new IllegalArgumentException("Expected a language with messages, got " + language + ".");
        }
        return messages;
    }

    /** The text of a key with its arguments filled in; throws IllegalArgumentException if the key or an argument is missing. */
    public String text(String key, Object... arguments) {
        String pattern = texts.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("Expected a message with the key '" + key + "' in " + language.code()
                    + ", found none. Maybe it is missing in messages_" + language.code() + ".properties.");
        }
        Matcher matcher = PLACEHOLDER.matcher(pattern);
        StringBuilder filled = new StringBuilder(pattern.length() + 32);
        while (matcher.find()) {
            matcher.appendReplacement(
                    filled, Matcher.quoteReplacement(Blanks.mark(replacement(key, matcher, arguments))));
        }
        return Blanks.close(matcher.appendTail(filled).toString());
    }

    /** What the libraries say, in this language. */
    public PhraseBook phrases() {
        return phrases;
    }

    /** What a library said, in this language; what is no phrase of a library stands as it is. */
    public String say(Phrase phrase) {
        return phrases.say(phrase);
    }

    /** Whether a text stands under this key. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** All keys, sorted. */
    public Set<String> keys() {
        return Set.copyOf(texts.keySet());
    }

    private String replacement(String key, Matcher matcher, Object[] arguments) {
        int index = Integer.parseInt(matcher.group(1));
        if (index >= arguments.length) {
            throw new IllegalArgumentException("Message '" + key + "' expects an argument {" + index + "}, got "
                    + arguments.length + (arguments.length == 1 ? " argument." : " arguments."));
        }
        String argument = arguments[index] instanceof Phrase phrase ? say(phrase) : String.valueOf(arguments[index]);
        String one = matcher.group(2);
        String many = matcher.group(3);
        if (one == null || many == null) {
            return argument;
        }
        return argument.equals("1") ? one : many;
    }

    private void load(String file) {
        Properties properties = new Properties();
        try (Reader reader = reader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the message file " + file + ".", e);
        }
        for (String key : properties.stringPropertyNames()) {
            if (texts.put(key, properties.getProperty(key)) != null) {
                throw new IllegalStateException(
                        "Message '" + key + "' stands in two files; the second is " + file + ".");
            }
        }
    }

    private static PhraseBook phrases(String file) {
        try (Reader reader = reader(file)) {
            return PhraseBook.read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the phrase book " + file + ".", e);
        }
    }

    private static Reader reader(String file) {
        InputStream stream = Messages.class.getResourceAsStream(file);
        if (stream == null) {
            throw new IllegalStateException(
                    "Expected the message file " + file + " beside " + Messages.class.getName() + ", found none.");
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
