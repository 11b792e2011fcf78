package org.quanheng.app.loan;

import java.util.List;

/**
 * What the comparison of the ledger with the replay found.
 *
 * @param loans how many loans were replayed
 * @param entries how many double entries were compared
 * @param faults one line for everything that differs; empty if the ledger is what the events say
 */
public record LedgerVerification(long loans, long entries, List<String> faults) {
    public LedgerVerification {
        faults = List.copyOf(faults);
    }

    /** Whether nothing differs. */
    public boolean verified() {
        return faults.isEmpty();
    }
}
