package org.quanheng.balance;

/**
 * Where a number about friction comes from.
 *
 * @param by who entered or measured it
 */
public record EvidenceSource(EvidenceGrade grade, String by) {
    public EvidenceSource {
        if (by.isBlank()) {
            throw new IllegalArgumentException("evidence source: expected who entered or measured it, came nothing");
        }
    }
}
