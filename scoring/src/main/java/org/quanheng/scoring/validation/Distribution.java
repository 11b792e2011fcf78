package org.quanheng.scoring.validation;

import java.util.ArrayList;
import java.util.List;

/**
 * How goods and bads lie over a score or PD.
 *
 * @param bands of equal width, rising
 */
public record Distribution(List<Band> bands) {
    /** Copies the list. */
    public Distribution {
        bands = List.copyOf(bands);
    }

    /**
     * One band.
     *
     * @param from lower end, included
     * @param to upper end, excluded but for the last band
     * @param goods weight of good cases
     * @param bads weight of bad cases
     */
    public record Band(double from, double to, double goods, double bads) {}

    /** Weights in so many bands between the least and the largest risk. */
    public static Distribution of(Cases cases, int bands) {
        double least = cases.risk(0);
        double most = cases.risk(cases.levels() - 1);
        double width = most > least ? (most - least) / bands : 1;
        double[][] counts = new double[bands][2];
        for (int level = 0; level < cases.levels(); level++) {
            int band = (int) Math.min(bands - 1, (cases.risk(level) - least) / width);
            counts[band][0] += cases.goods(level);
            counts[band][1] += cases.bads(level);
        }
        List<Band> found = new ArrayList<>();
        for (int band = 0; band < bands; band++) {
            found.add(new Band(least + band * width, least + (band + 1) * width, counts[band][0], counts[band][1]));
        }
        return new Distribution(found);
    }
}
