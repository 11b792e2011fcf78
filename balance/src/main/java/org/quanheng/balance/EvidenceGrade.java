package org.quanheng.balance;

/** How well a number about friction is known, the weakest first. */
public enum EvidenceGrade {
    /** Entered by a named person; nothing was measured. */
    ASSUMPTION,
    /** An association seen in our own events. */
    LOG,
    /** The effect measured in a randomised experiment. */
    EXPERIMENT
}
