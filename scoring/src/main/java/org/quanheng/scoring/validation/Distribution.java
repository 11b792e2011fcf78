package org.quanheng.scoring.validation;

import java.util.ArrayList;
import java.util.Arrays;
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
     * @param goods good cases
     * @param bads bad cases
     */
    public record Band(double from, double to, int goods, int bads) {}

    /** Counts in so many bands between the least and the largest value; throws when a class is empty or a value is NaN. */
    public static Distribution of(double[] value, boolean[] bad, int bands) {
        Outcomes.check(value, bad);
        double least = Arrays.stream(value).min().orElse(0);
        double most = Arrays.stream(value).max().orElse(0);
        double width = most > least ? (most - least) / bands : 1;
        int[][] counts = new int[bands][2];
        for (int row = 0; row < value.length; row++) {
            int band = (int) Math.min(bands - 1, (value[row] - least) / width);
            counts[band][bad[row] ? 1 : 0]++;
        }
        List<Band> found = new ArrayList<>();
        for (int band = 0; band < bands; band++) {
            found.add(new Band(least + band * width, least + (band + 1) * width, counts[band][0], counts[band][1]));
        }
        return new Distribution(found);
    }
}
