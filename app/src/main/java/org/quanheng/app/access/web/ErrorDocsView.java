package org.quanheng.app.access.web;

/**
 * The page that explains one error code.
 *
 * @param slug the name of the code in addresses, such as {@code input-faulty}
 * @param status the HTTP status that goes with it
 * @param mebibytesMax the limit of a file that was passed just now; 0 when it was none
 * @param html the explanation in the reader's language, rendered from our own document; raw HTML in it was escaped
 */
public record ErrorDocsView(String slug, int status, long mebibytesMax, String html) {

    /** The key of its title. */
    public String titleKey() {
        return "problem." + slug.replace('-', '_');
    }
}
