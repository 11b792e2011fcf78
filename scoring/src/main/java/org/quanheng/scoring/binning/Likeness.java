package org.quanheng.scoring.binning;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Bins whose missing values and special codes are joined with the range or group that is most like them. */
public final class Likeness {
    private final Bins bins;
    private final int[] places;

    private Likeness(Bins bins, int[] places) {
        this.bins = bins;
        this.places = places;
    }

    /**
     * Joins each bin of missing values or of a special code that holds rows; rare categories stay apart.
     *
     * @param value by bin, what is compared: WoE or effect
     * @param weight by bin
     */
    public static Likeness of(Bins own, double[] value, double[] weight) {
        Bins bins = own;
        int[] places = IntStream.range(0, own.count()).toArray();
        int last = own instanceof CategoricalBins categorical ? categorical.other() - 1 : own.count() - 1;
        for (int extra = last; extra >= own.regular(); extra--) {
            if (weight[extra] <= 0 || own.regular() == 0) {
                continue;
            }
            int nearest = 0;
            for (int range = 1; range < own.regular(); range++) {
                boolean nearer = Math.abs(value[range] - value[extra]) < Math.abs(value[nearest] - value[extra]);
                nearest = nearer ? range : nearest;
            }
            bins = bins.joined(extra, nearest);
            int gone = extra;
            int home = nearest;
            places = Arrays.stream(places)
                    .map(place -> place == gone ? home : place > gone ? place - 1 : place)
                    .toArray();
        }
        return new Likeness(bins, places);
    }

    /** The joined bins. */
    public Bins bins() {
        return bins;
    }

    /** Joined bin of a bin. */
    public int place(int bin) {
        return places[bin];
    }

    /** Sums over the joined bins. */
    public double[] sums(IntToDoubleFunction byBin) {
        double[] sums = new double[bins.count()];
        for (int bin = 0; bin < places.length; bin++) {
            sums[places[bin]] += byBin.applyAsDouble(bin);
        }
        return sums;
    }
}
