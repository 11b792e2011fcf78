package org.quanheng.scoring.binning;

/** How the bad rate may run over the ordered bins of a characteristic. */
public enum Shape {
    /** Never falls. */
    ASCENDING,
    /** Never rises. */
    DESCENDING,
    /** Rises, then falls. */
    PEAK,
    /** Falls, then rises. */
    VALLEY,
    /** Free. */
    NONE,
    /** The simplest of the others that cross-validation does not reject. */
    AUTO;

    /** True when a person has asked for this very shape. */
    public boolean isDeclared() {
        return this != NONE && this != AUTO;
    }
}
