package org.quanheng.app.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification of the audit chain found.
 *
 * @param records records in the table
 * @param linked records that are linked into the chain
 * @param faults each names the record or the link that does not fit; at most 100 are named
 * @param firstFaultyRecord the number of the first record that does not fit, or null if all do
 */
public record ChainVerification(
        long records,
        long linked,
        List<String> faults,
        @Nullable Long firstFaultyRecord) {

    /** Records that wait for the sealer. */
    public long waiting() {
        return records - linked;
    }

    /** Whether every linked record is as it was when it was linked, and none is missing. */
    public boolean verified() {
        return faults.isEmpty();
    }
}
