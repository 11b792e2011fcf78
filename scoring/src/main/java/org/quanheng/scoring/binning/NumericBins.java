package org.quanheng.scoring.binning;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.table.Column;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.SpecialCode;

/**
 * Ranges of numbers: bin i holds cut(i−1) ≤ value &lt; cut(i); then come the bin of missing values and one for each special code,
 * unless they were joined with a range.
 */
public final class NumericBins implements Bins {
    /** In place of a range: the value has a bin of its own. */
    public static final int OWN = -1;

    private final double[] cuts;
    private final List<SpecialCode> specials;
    private final int[] homes;
    private final int[] places;
    private final double[] codes;
    private final int[] codePlaces;
    private final String[] labels;

    /** Ranges between these cuts, which must rise; no cut means one range. */
    public NumericBins(double... cuts) {
        this(cuts, List.of());
    }

    /** Ranges, and special codes with bins of their own. */
    public NumericBins(double[] cuts, List<SpecialCode> specials) {
        this(cuts, specials, own(specials.size() + 1));
    }

    /**
     * Ranges and special codes.
     *
     * @param homes range with which missing values are joined, then that of each special code; {@link #OWN} for a bin of its own
     */
    public NumericBins(double[] cuts, List<SpecialCode> specials, int[] homes) {
        Faults faults = new Faults("bins");
        for (int i = 0; i < cuts.length; i++) {
            boolean rises = i == 0 || cuts[i] > cuts[i - 1];
            faults.require(
                    rises && !Double.isNaN(cuts[i]),
                    Phrase.of("cut {0}", i + 1),
                    "a number above the cut before",
                    cuts[i]);
        }
        faults.require(cuts.length <= 100, "cuts", "at most 100", cuts.length);
        faults.require(
                homes.length == specials.size() + 1
                        && Arrays.stream(homes).allMatch(home -> home >= OWN && home <= cuts.length),
                "homes",
                Phrase.of("{0} ranges, or -1", specials.size() + 1),
                Arrays.toString(homes));
        faults.throwIfAny();
        SpecialCode.check("the bins", specials);
        this.cuts = cuts.clone();
        this.specials = List.copyOf(specials);
        this.homes = homes.clone();
        this.places = new int[homes.length];
        int next = cuts.length + 1;
        for (int extra = 0; extra < homes.length; extra++) {
            places[extra] = homes[extra] == OWN ? next++ : homes[extra];
        }
        this.codes = specials.stream()
                .flatMap(special -> special.codes().stream())
                .mapToDouble(code -> code + 0.0)
                .sorted()
                .toArray();
        this.codePlaces = new int[codes.length];
        for (int special = 0; special < specials.size(); special++) {
            for (double code : specials.get(special).codes()) {
                codePlaces[Arrays.binarySearch(codes, code + 0.0)] = places[special + 1];
            }
        }
        this.labels = labels(next);
    }

    private static int[] own(int count) {
        int[] own = new int[count];
        Arrays.fill(own, OWN);
        return own;
    }

    private String[] labels(int count) {
        String[] made = new String[count];
        for (int bin = 0; bin < count; bin++) {
            StringBuilder label = new StringBuilder(bin <= cuts.length ? range(bin) : "");
            for (int extra = 0; extra < places.length; extra++) {
                if (places[extra] == bin) {
                    label.append(label.isEmpty() ? "" : ", ")
                            .append(
                                    extra == 0
                                            ? "missing"
                                            : specials.get(extra - 1).meaning());
                }
            }
            made[bin] = label.toString();
        }
        return made;
    }

    /** Which numbers are no measurements. */
    public List<SpecialCode> specials() {
        return specials;
    }

    /** Bin of a special code. */
    public int special(int number) {
        return places[number + 1];
    }

    /** Range with which missing values, then each special code, are joined; −1 for those with bins of their own. A copy. */
    public int[] homes() {
        return homes.clone();
    }

    /** The same ranges with one cut more. */
    public NumericBins withCut(double cut) {
        int at = Arrays.binarySearch(cuts, cut);
        if (at >= 0 || !Double.isFinite(cut)) {
            Faults faults = new Faults("bins");
            faults.add("cut", "a number that is not a cut yet", plain(cut));
            throw faults.exception();
        }
        double[] more = new double[cuts.length + 1];
        int place = -at - 1;
        System.arraycopy(cuts, 0, more, 0, place);
        more[place] = cut;
        System.arraycopy(cuts, place, more, place + 1, cuts.length - place);
        return new NumericBins(more, specials, moved(place, 1));
    }

    /** The same ranges without the cut between a range and the next. */
    public NumericBins withoutCut(int range) {
        checkCut(range);
        double[] fewer = new double[cuts.length - 1];
        System.arraycopy(cuts, 0, fewer, 0, range);
        System.arraycopy(cuts, range + 1, fewer, range, fewer.length - range);
        return new NumericBins(fewer, specials, moved(range, -1));
    }

    /** The same ranges with the cut between a range and the next at another place, which may not pass its neighbours. */
    public NumericBins withCutMoved(int range, double to) {
        checkCut(range);
        double[] other = cuts.clone();
        other[range] = to;
        return new NumericBins(other, specials, homes);
    }

    private void checkCut(int range) {
        Faults faults = new Faults("bins");
        faults.require(
                range >= 0 && range < cuts.length,
                "range",
                Phrase.of("one that has a next, 0 to {0}", cuts.length - 1),
                range);
        faults.throwIfAny();
    }

    private int[] moved(int after, int by) {
        return Arrays.stream(homes).map(home -> home > after ? home + by : home).toArray();
    }

    @Override
    public NumericBins joined(int extra, int range) {
        int[] other = homes.clone();
        for (int i = 0; i < other.length; i++) {
            other[i] = places[i] == extra && homes[i] == OWN ? range : homes[i];
        }
        return new NumericBins(cuts, specials, other);
    }

    /** The cuts, rising. */
    public List<Double> cuts() {
        return Arrays.stream(cuts).boxed().toList();
    }

    /** Lower end of a range, included; −∞ for the first. */
    public double from(int bin) {
        return bin == 0 ? Double.NEGATIVE_INFINITY : cuts[bin - 1];
    }

    /** Upper end of a range, excluded; ∞ for the last. */
    public double to(int bin) {
        return bin == cuts.length ? Double.POSITIVE_INFINITY : cuts[bin];
    }

    @Override
    public int count() {
        return labels.length;
    }

    @Override
    public int regular() {
        return cuts.length + 1;
    }

    @Override
    public int missing() {
        return places[0];
    }

    @Override
    public String label(int bin) {
        return labels[bin];
    }

    private String range(int bin) {
        if (cuts.length == 0) {
            return "any number";
        }
        if (bin == 0) {
            return "< " + plain(cuts[0]);
        }
        return bin == cuts.length ? ">= " + plain(cuts[bin - 1]) : plain(cuts[bin - 1]) + " to < " + plain(cuts[bin]);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** Bin of a number; NaN is missing. */
    public int of(double value) {
        if (Double.isNaN(value)) {
            return places[0];
        }
        if (codes.length > 0) {
            int code = Arrays.binarySearch(codes, value + 0.0);
            if (code >= 0) {
                return codePlaces[code];
            }
        }
        int low = 0;
        int high = cuts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value >= cuts[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public int of(@Nullable Object value) {
        return switch (value) {
            case null -> missing();
            case Number number -> of(number.doubleValue());
            default -> throw wrongKind(Phrase.of("value"), value.getClass().getSimpleName() + " '" + value + "'");
        };
    }

    @Override
    public byte[] assign(Column column) {
        if (!(column instanceof NumericColumn numeric)) {
            throw wrongKind(Phrase.of("column {0}", column.name()), "texts");
        }
        byte[] bins = new byte[numeric.rows()];
        double[] values = numeric.values();
        double[] padded = padded();
        for (int row = 0; row < bins.length; row++) {
            bins[row] = (byte) (codes.length > 0 ? of(values[row]) : range(values[row], padded));
        }
        return bins;
    }

    /** The cuts filled up with +∞ to one less than a power of two. */
    private double[] padded() {
        double[] padded = Arrays.copyOf(cuts, Math.max(1, Integer.highestOneBit(cuts.length) * 2) - 1);
        Arrays.fill(padded, cuts.length, padded.length, Double.POSITIVE_INFINITY);
        return padded;
    }

    /** As {@link #of(double)}, without branches that a processor would guess wrong on a long column. */
    private int range(double value, double[] padded) {
        int at = 0;
        for (int step = (padded.length + 1) >> 1; step > 0; step >>= 1) {
            at += value >= padded[at + step - 1] ? step : 0;
        }
        return Double.isNaN(value) ? places[0] : Math.min(at, cuts.length);
    }

    private static RuntimeException wrongKind(Phrase where, String came) {
        Faults faults = new Faults("value");
        faults.add(where, "a number", came);
        return faults.exception();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumericBins bins
                && Arrays.equals(cuts, bins.cuts)
                && specials.equals(bins.specials)
                && Arrays.equals(homes, bins.homes);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(cuts) + specials.hashCode()) + Arrays.hashCode(homes);
    }

    @Override
    public String toString() {
        return "NumericBins" + Arrays.toString(cuts) + (specials.isEmpty() ? "" : specials);
    }
}
