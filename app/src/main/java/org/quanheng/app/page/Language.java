package org.quanheng.app.page;

import java.util.Locale;
import java.util.Optional;

/** The two languages in which every page and message exists; Chinese comes first. */
public enum Language {
    ZH("zh", "zh-CN"),
    EN("en", "en");

    private final String code;
    private final String tag;

    Language(String code, String tag) {
        this.code = code;
        this.tag = tag;
    }

    /** The code in {@code ?lang=}, in the cookie and in file names: {@code zh} or {@code en}. */
    public String code() {
        return code;
    }

    /** The BCP 47 tag for the {@code lang} attribute. */
    public String tag() {
        return tag;
    }

    /** The language to which the switch in the header leads. */
    public Language other() {
        return this == ZH ? EN : ZH;
    }

    /** The language of a code such as {@code zh} or a tag such as {@code en-GB}; empty if neither is spoken here. */
    public static Optional<Language> of(String codeOrTag) {
        String wanted = codeOrTag.strip().toLowerCase(Locale.ROOT);
        for (Language language : values()) {
            if (wanted.equals(language.code) || wanted.startsWith(language.code + "-")) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
