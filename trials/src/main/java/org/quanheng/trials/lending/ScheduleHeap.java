package org.quanheng.trials.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.ResolvedTerms;

/** Whether schedules leave anything behind: the heap in use before and after very many of them. */
public final class ScheduleHeap {
    /** What a Java machine may keep for itself, such as profiles and caches. */
    public static final long GROWTH_BYTES_MAX = 8L << 20;

    private static final int LOANS = 256;
    private static final int COLLECTIONS = 4;

    private ScheduleHeap() {}

    /** By how many bytes the heap in use grows over so many schedules, garbage collected before and after. */
    public static long growthBytes(long seed, long schedules) {
        List<ResolvedTerms> loans = new ArrayList<>();
        RandomLoans random = new RandomLoans(new Random(seed));
        for (int k = 0; k < LOANS; k++) {
            loans.add(random.plain());
        }
        // A first round loads classes and caches, which are no growth.
        long rows = rows(loans, LOANS * 100L);
        long before = usedBytes();
        rows += rows(loans, schedules);
        long growth = usedBytes() - before;
        if (rows <= 0) {
            throw new IllegalStateException("expected schedules with rows, came none");
        }
        return growth;
    }

    private static long rows(List<ResolvedTerms> loans, long schedules) {
        long rows = 0;
        for (long k = 0; k < schedules; k++) {
            rows += Schedule.of(loans.get((int) (k % LOANS))).size();
        }
        return rows;
    }

    private static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        for (int k = 0; k < COLLECTIONS; k++) {
            runtime.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
