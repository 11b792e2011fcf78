package org.quanheng.lending.account;

import java.util.EnumMap;
import java.util.Map;
import org.quanheng.lending.account.AllocationOrder.Part;

/** What was given up as lost, and what of it came back. Smallest units. */
final class Loss {
    private final Map<Part, Long> parts = new EnumMap<>(Part.class);
    private long recovered;

    boolean isWrittenOff() {
        return !parts.isEmpty();
    }

    /** Gives up what is unpaid and the principal that is not yet due; gives the parts of it. */
    Map<Part, Long> writeOff(Dues dues, long notDue) {
        for (Part part : Part.values()) {
            parts.put(part, dues.unpaid(part));
        }
        parts.merge(Part.PRINCIPAL, notDue, Long::sum);
        return parts;
    }

    void recover(long amount) {
        recovered += amount;
    }

    /** What was lost and did not come back. */
    long left() {
        return parts.values().stream().mapToLong(Long::longValue).sum() - recovered;
    }
}
