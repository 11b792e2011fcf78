package org.quanheng.scoring.drift;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.scoring.scorecard.Characteristic;
import org.quanheng.scoring.scorecard.Development;
import org.quanheng.scoring.scorecard.PdModel;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.table.Table;
import org.quanheng.scoring.validation.Stability;

/**
 * Recent applicants against the development sample of a model.
 *
 * @param rows recent applicants
 * @param score stability of the scores (PSI); null for a model that does not hold how its scores lay
 * @param scoreBands how the scores lie; empty for such a model
 * @param characteristics stability of each characteristic of a scorecard (CSI), the one that moved most first; other models have no bins
 */
public record Drift(int rows, @Nullable Stability score, List<Band> scoreBands, List<Moved> characteristics) {
    /** Copies the lists. */
    public Drift {
        scoreBands = List.copyOf(scoreBands);
        characteristics = List.copyOf(characteristics);
    }

    /**
     * One band or bin.
     *
     * @param label of the bin, or the least score of the band
     * @param expected share of the development sample
     * @param actual share of the recent applicants
     */
    public record Band(String label, double expected, double actual) {}

    /**
     * One characteristic.
     *
     * @param name of the fact
     * @param stability its CSI with the test beside it
     * @param pointsShift mean points of the recent applicants minus those of the development sample
     * @param bins where it moved
     */
    public record Moved(String name, Stability stability, double pointsShift, List<Band> bins) {
        /** Copies the list. */
        public Moved {
            bins = List.copyOf(bins);
        }
    }

    /**
     * Compares a table of recent applicants with the development sample.
     *
     * @throws org.quanheng.fault.FaultyInputException when a column lacks or is of the wrong kind, or there is no row
     */
    public static Drift of(PdModel model, Table recent) {
        Faults faults = new Faults("table");
        faults.require(recent.rows() > 0, "recent applicants", "at least one", 0);
        faults.throwIfAny();
        double[] scores = model.scores(recent);
        List<Moved> moved = new ArrayList<>();
        if (model instanceof Scorecard card) {
            card.characteristics().forEach(characteristic -> moved.add(moved(characteristic, recent)));
        }
        moved.sort((a, b) -> Double.compare(b.stability().index(), a.stability().index()));
        Development development = model.development();
        double[] weights = new double[recent.rows()];
        Arrays.fill(weights, 1);
        double[] expected = development.scores().stream()
                .mapToDouble(Development.ScoreBand::rows)
                .toArray();
        double[] actual = development.countsByBand(scores, weights);
        List<String> labels =
                development.scores().stream().map(band -> label(band.from())).toList();
        Stability score = expected.length < 2 ? null : Stability.of(expected, actual);
        return new Drift(recent.rows(), score, bands(labels, expected, actual), moved);
    }

    /** A whole number as such, another with three digits that count. */
    private static String label(double from) {
        return from == Math.rint(from)
                ? Long.toString((long) from)
                : new BigDecimal(from).round(new MathContext(3)).toPlainString();
    }

    private static Moved moved(Characteristic characteristic, Table recent) {
        int count = characteristic.bins().count();
        double[] expected = new double[count];
        double[] actual = new double[count];
        List<String> labels = new ArrayList<>();
        for (int bin = 0; bin < count; bin++) {
            expected[bin] = characteristic.binning().goods(bin)
                    + characteristic.binning().bads(bin);
            labels.add(characteristic.bins().label(bin));
        }
        byte[] bins = characteristic.bins().assign(recent.column(characteristic.name()));
        double shift = 0;
        for (byte bin : bins) {
            actual[bin]++;
            shift += (characteristic.points(bin) - characteristic.neutral()) / bins.length;
        }
        return new Moved(characteristic.name(), Stability.of(expected, actual), shift, bands(labels, expected, actual));
    }

    private static List<Band> bands(List<String> labels, double[] expected, double[] actual) {
        double expectedSum = Arrays.stream(expected).sum();
        double actualSum = Arrays.stream(actual).sum();
        List<Band> bands = new ArrayList<>();
        for (int band = 0; band < expected.length; band++) {
            bands.add(new Band(labels.get(band), expected[band] / expectedSum, actual[band] / actualSum));
        }
        return bands;
    }
}
