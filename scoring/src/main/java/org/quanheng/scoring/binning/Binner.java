package org.quanheng.scoring.binning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.statistics.Folds;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.Column;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;

/**
 * Finds the bins of a characteristic: fine pre-bins, then the exact optimum over them.
 *
 * <p>Missing values have a bin of their own; rare and never-seen categories share one. Both have the evidence that the sample gives
 * them, shrunk to none when it gives none.
 */
public final class Binner {
    private static final int FOLDS = 5;

    private final Sample sample;
    private final BinningRules rules;
    private final long seed;

    /** A binner for the columns of a sample. */
    public Binner(Sample sample, BinningRules rules, long seed) {
        this.sample = sample;
        this.rules = rules;
        this.seed = seed;
    }

    /** Best bins of a column. */
    public Binning bin(String feature) {
        Column column = sample.table().column(feature);
        Bins fine = switch (column) {
            case NumericColumn numeric -> PreBins.quantiles(numeric, rules.preBinsMax());
            case CategoricalColumn categorical -> PreBins.byEvidence(categorical, sample, rules);
        };
        byte[] assigned = fine.assign(column);
        FoldCounts counts = new FoldCounts(sample, assigned, fine.count(), new Folds(FOLDS, seed));
        boolean ordered = column instanceof NumericColumn;
        ShapeChoice choice = new ShapeChoice(counts, fine.regular(), rules);
        ShapeChoice.Choice chosen = choice.choose(ordered ? rules.shape() : Shape.NONE);
        Bins bins = join(fine, chosen.ends());
        double[][] total = counts.all();
        Binning own = new Binning(
                feature,
                bins,
                joinCounts(total[0], fine.regular(), chosen.ends()),
                joinCounts(total[1], fine.regular(), chosen.ends()),
                chosen.shape(),
                chosen.explanation(),
                rules.shrinkage());
        return rules.specialsJoined() ? withSpecialsJoined(own) : own;
    }

    private Binning withSpecialsJoined(Binning own) {
        double[] weight = IntStream.range(0, own.bins().count())
                .mapToDouble(bin -> own.goods(bin) + own.bads(bin))
                .toArray();
        Likeness joined = Likeness.of(own.bins(), own.woes(), weight);
        return joined.bins().equals(own.bins())
                ? own
                : new Binning(
                        own.name(),
                        joined.bins(),
                        joined.sums(own::goods),
                        joined.sums(own::bads),
                        own.shape(),
                        own.explanation() + "; missing values and special codes joined with the most similar",
                        own.shrinkage());
    }

    /**
     * Says what is impossible about bins that a person wants: the other kind of values, a category that the column does not hold, or
     * a declared shape that the bad rates do not keep.
     */
    public void check(String feature, Bins bins, Faults faults) {
        Column column = sample.table().column(feature);
        Phrase where = Phrase.of("splits of {0}", feature);
        if (column instanceof NumericColumn == (bins instanceof CategoricalBins)) {
            boolean numbers = column instanceof NumericColumn;
            faults.add(
                    where,
                    numbers ? "cuts, since the column holds numbers" : "groups, since the column holds categories",
                    numbers ? "groups of categories" : "cuts of numbers");
            return;
        }
        if (bins instanceof CategoricalBins wanted && column instanceof CategoricalColumn texts) {
            for (String category :
                    wanted.groups().stream().flatMap(List::stream).toList()) {
                faults.require(texts.dictionary().contains(category), where, "categories of the column", category);
            }
        }
        Binning counted = count(feature, bins);
        double[] rates =
                IntStream.range(0, bins.regular()).mapToDouble(counted::badRate).toArray();
        if (rules.shape().isDeclared()
                && bins instanceof NumericBins
                && !rules.shape().keptBy(rates)) {
            faults.add(
                    where,
                    Phrase.of(
                            "bad rates that keep the shape {0}",
                            rules.shape().name().toLowerCase(Locale.ROOT)),
                    IntStream.range(0, rates.length)
                            .mapToObj(
                                    bin -> bins.label(bin) + String.format(Locale.ROOT, ": %.2f %%", 100 * rates[bin]))
                            .collect(Collectors.joining(", ")),
                    "join the ranges that break it, or declare no shape");
        }
    }

    /** Counts of this sample in given bins, for bins that a person has set. */
    public Binning count(String feature, Bins bins) {
        byte[] assigned = bins.assign(sample.table().column(feature));
        double[][] total = new FoldCounts(sample, assigned, bins.count(), new Folds(FOLDS, seed)).all();
        return new Binning(feature, bins, total[0], total[1], Shape.NONE, "set by hand", rules.shrinkage());
    }

    static Bins join(Bins fine, int @Nullable [] ends) {
        int[] joined = ends == null ? new int[] {fine.regular()} : ends;
        return switch (fine) {
            case NumericBins numeric -> {
                double[] cuts = new double[joined.length - 1];
                for (int i = 0; i < cuts.length; i++) {
                    cuts[i] = numeric.from(joined[i]);
                }
                yield new NumericBins(cuts, numeric.specials());
            }
            case CategoricalBins categorical -> {
                List<List<String>> groups = new ArrayList<>();
                int from = 0;
                for (int end : joined) {
                    List<String> group = new ArrayList<>();
                    categorical.groups().subList(from, end).forEach(group::addAll);
                    if (!group.isEmpty()) {
                        groups.add(group);
                    }
                    from = end;
                }
                yield new CategoricalBins(groups);
            }
        };
    }

    /** Sums the regular pre-bins up to each end; the bins after them stay as they are. */
    static double[] joinCounts(double[] fine, int regular, int @Nullable [] ends) {
        int[] joined = ends == null ? new int[] {regular} : ends;
        if (regular == 0) {
            return fine.clone();
        }
        double[] counts = new double[joined.length + fine.length - regular];
        int from = 0;
        for (int bin = 0; bin < joined.length; bin++) {
            counts[bin] = Arrays.stream(fine, from, joined[bin]).sum();
            from = joined[bin];
        }
        System.arraycopy(fine, regular, counts, joined.length, fine.length - regular);
        return counts;
    }
}
