package org.quanheng.app.page;

/**
 * The page that explains one error code.
 *
 * @param slug the name of the code in addresses, such as {@code input-faulty}
 * @param status the HTTP status that goes with it
 * @param html the explanation in the reader's language, rendered from our own document; raw HTML in it was escaped
 */
public record ErrorDocsView(String slug, int status, String html) {

    /** The key of its title. */
    public String titleKey() {
        return "problem." + slug.replace('-', '_');
    }
}
