package org.quanheng.app.model.web.data;

import java.util.List;
import org.quanheng.app.model.web.Forms.Wrong;

/**
 * The form of an import.
 *
 * @param name what was typed
 * @param missing texts that mean "missing", as typed
 */
public record ImportView(String key, String name, String missing, List<Wrong> wrongs) {
    /** Copies the list. */
    public ImportView {
        wrongs = List.copyOf(wrongs);
    }
}
