package org.quanheng.balance.frontier;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * People counted by the bins of their PDs after each stage: all that a rule on bins can tell apart.
 *
 * @param edges by stage, the PDs at which a bin ends
 * @param bins number of bins by stage
 * @param paths by cell that is not empty, the bin at each stage
 * @param counts people by cell
 * @param bads expected bad people by cell
 */
record Cells(double[][] edges, int[] bins, byte[][] paths, double[] counts, double[] bads) {
    /** Most cells: what bounds the memory, however many people there are. */
    private static final int MOST_CELLS = 1 << 18;

    private static final int MOST_BINS = 60;
    private static final int SAMPLE = 50_000;
    private static final int PARTS = 8;

    /** Counts people in one pass; memory does not grow with their number. */
    static Cells of(People people, int stages, double... cutOffs) {
        int wanted = Math.min(MOST_BINS, (int) Math.pow(MOST_CELLS, 1.0 / stages) - cutOffs.length);
        double[][] edges = IntStream.range(0, stages)
                .mapToObj(stage -> edges(people, stage, wanted, cutOffs))
                .toArray(double[][]::new);
        int[] bins = Arrays.stream(edges).mapToInt(e -> e.length + 1).toArray();
        int cells = Arrays.stream(bins).reduce(1, Math::multiplyExact);
        List<double[][]> parts = IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> count(people, edges, cells, part))
                .toList();
        double[] counts = new double[cells];
        double[] bads = new double[cells];
        for (double[][] part : parts) {
            for (int cell = 0; cell < cells; cell++) {
                counts[cell] += part[0][cell];
                bads[cell] += part[1][cell];
            }
        }
        int[] full = IntStream.range(0, cells).filter(c -> counts[c] > 0).toArray();
        return new Cells(
                edges,
                bins,
                Arrays.stream(full).mapToObj(cell -> path(cell, bins)).toArray(byte[][]::new),
                Arrays.stream(full).mapToDouble(cell -> counts[cell]).toArray(),
                Arrays.stream(full).mapToDouble(cell -> bads[cell]).toArray());
    }

    /** Quantiles of the PDs of every so-many-th person, and the cut-offs themselves, so that a bin never straddles one. */
    private static double[] edges(People people, int stage, int wanted, double[] cutOffs) {
        long step = Math.max(1, people.count() / SAMPLE);
        double[] sorted = LongStream.iterate(0, person -> person < people.count(), person -> person + step)
                .mapToDouble(person -> people.pd(person, stage))
                .sorted()
                .toArray();
        TreeSet<Double> edges = new TreeSet<>();
        for (int i = 1; i < wanted; i++) {
            edges.add(sorted[(int) ((long) i * sorted.length / wanted)]);
        }
        DoubleStream.of(cutOffs).forEach(edges::add);
        return edges.stream().mapToDouble(edge -> edge).toArray();
    }

    private static double[][] count(People people, double[][] edges, int cells, int part) {
        double[][] sums = new double[2][cells];
        long from = people.count() * part / PARTS;
        long to = people.count() * (part + 1) / PARTS;
        for (long person = from; person < to; person++) {
            int cell = 0;
            for (int stage = 0; stage < edges.length; stage++) {
                cell = cell * (edges[stage].length + 1) + bin(edges[stage], people.pd(person, stage));
            }
            sums[0][cell]++;
            sums[1][cell] += people.bad(person);
        }
        return sums;
    }

    /** The bin of a PD: an edge belongs to the bin below it, as a cut-off belongs to what it approves. */
    static int bin(double[] edges, double pd) {
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pd > edges[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static byte[] path(int cell, int[] bins) {
        byte[] path = new byte[bins.length];
        int rest = cell;
        for (int stage = bins.length - 1; stage >= 0; stage--) {
            path[stage] = (byte) (rest % bins[stage]);
            rest /= bins[stage];
        }
        return path;
    }
}
