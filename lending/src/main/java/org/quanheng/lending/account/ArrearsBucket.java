package org.quanheng.lending.account;

/** Days past due in the bands that lenders report. */
public enum ArrearsBucket {
    /** Nothing overdue. */
    CURRENT(0),
    /** 1 to 30 days [M1]. */
    DPD_1_30(30),
    /** 31 to 60 days [M2]. */
    DPD_31_60(60),
    /** 61 to 90 days [M3]. */
    DPD_61_90(90),
    /** 91 to 180 days [M4 to M6]. */
    DPD_91_180(180),
    /** 181 days or more [M6+]. */
    DPD_OVER_180(Integer.MAX_VALUE);

    private final int lastDay;

    ArrearsBucket(int lastDay) {
        this.lastDay = lastDay;
    }

    /** The bucket of a number of days, zero or above. */
    public static ArrearsBucket of(int daysPastDue) {
        for (ArrearsBucket bucket : values()) {
            if (daysPastDue <= bucket.lastDay) {
                return bucket;
            }
        }
        throw new IllegalStateException("expected a bucket for every number of days, came none for " + daysPastDue);
    }
}
