package org.quanheng.app.model.web.data;

import java.util.List;
import org.quanheng.app.model.web.Forms;
import org.quanheng.app.model.web.Forms.Wrong;
import org.quanheng.app.model.workshop.DataProfile;
import org.quanheng.app.model.workshop.DataSet;

/**
 * An imported table with its profile.
 *
 * @param builds whether the reader may describe it and train on it
 * @param key of the form that describes the columns
 * @param trainingKey of the form that trains
 * @param roles of the columns, in the table's order
 */
public record DataView(
        DataSet set,
        DataProfile profile,
        boolean builds,
        String importedBy,
        String key,
        String trainingKey,
        List<Column> roles,
        List<Wrong> wrongs) {
    /** Copies the lists. */
    public DataView {
        roles = List.copyOf(roles);
        wrongs = List.copyOf(wrongs);
    }

    /**
     * One column as described so far.
     *
     * @param role {@code workshop.role.<code>}: feature, target, protected or drop
     * @param categorical whether its values are read as categories
     * @param specials its special codes as typed: {@code -9 = no record; -8 = not asked}
     */
    public record Column(
            DataProfile.Item item, String name, String role, boolean categorical, String specials, String suggested) {}

    /** A number without trailing zeros. */
    public static String plain(double value) {
        return Forms.plain(value);
    }

    /** Whether a training can be asked for. */
    public boolean canTrain() {
        return profile.bads() > 0 && profile.bads() < profile.rows();
    }
}
