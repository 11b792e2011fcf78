package org.quanheng.scoring.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the bads are when cases are put in order of risk.
 *
 * @param bands of about equal number, riskiest first
 */
public record Lift(List<Band> bands) {
    /** Copies the list. */
    public Lift {
        bands = List.copyOf(bands);
    }

    /**
     * One band.
     *
     * @param rows cases
     * @param bads bad cases
     * @param lift bad rate of the band over that of all
     * @param gain share of all bads caught by this band and those before it
     */
    public record Band(int rows, int bads, double lift, double gain) {}

    /**
     * Lift over so many bands.
     *
     * @throws org.quanheng.scoring.FaultyInputException when a class is empty or a risk is NaN
     */
    public static Lift of(double[] risk, boolean[] bad, int bands) {
        Outcomes.check(risk, bad);
        int[] order = IntStream.range(0, risk.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -risk[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        int all = 0;
        for (boolean each : bad) {
            all += each ? 1 : 0;
        }
        List<Band> found = new ArrayList<>();
        int caught = 0;
        for (int band = 0; band < bands; band++) {
            int from = (int) ((long) order.length * band / bands);
            int to = (int) ((long) order.length * (band + 1) / bands);
            int bads = 0;
            for (int i = from; i < to; i++) {
                bads += bad[order[i]] ? 1 : 0;
            }
            caught += bads;
            if (to > from) {
                double rate = (double) bads / (to - from);
                found.add(new Band(to - from, bads, rate * order.length / all, (double) caught / all));
            }
        }
        return new Lift(found);
    }
}
