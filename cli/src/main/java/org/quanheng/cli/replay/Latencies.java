package org.quanheng.cli.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long pages took, by kind of page; safe between threads. */
public final class Latencies {
    private final Map<String, List<Long>> nanos = new TreeMap<>();

    /** Notes one page. The ids in its path are left out, so that pages of one kind stand together. */
    synchronized void add(String method, String path, long taken) {
        String kind = method + " " + path.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "{id}");
        nanos.computeIfAbsent(kind, _ -> new ArrayList<>()).add(taken);
    }

    /** Milliseconds within which the given share of the pages of each kind came, such as 0.5 for the median. */
    public synchronized Map<String, Double> millisAt(double share) {
        Map<String, Double> result = new TreeMap<>();
        nanos.forEach((kind, taken) -> result.put(kind, quantile(taken, share) / 1e6));
        return result;
    }

    /** The value below which a share of the values lies (nearest rank); there must be one. */
    public static long quantile(List<Long> values, double share) {
        List<Long> sorted = values.stream().sorted().toList();
        int rank = Math.clamp((int) Math.ceil(share * sorted.size()), 1, sorted.size());
        return sorted.get(rank - 1);
    }
}
