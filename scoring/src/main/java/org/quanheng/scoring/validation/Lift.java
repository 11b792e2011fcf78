package org.quanheng.scoring.validation;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the bads are when cases are put in order of risk.
 *
 * @param bands of equal weight, riskiest first
 */
public record Lift(List<Band> bands) {
    /** Copies the list. */
    public Lift {
        bands = List.copyOf(bands);
    }

    /**
     * One band; cases of equal risk that lie on its border are shared between both bands, goods and bads alike.
     *
     * @param cases weight of its cases
     * @param bads weight of its bad cases
     * @param lift bad rate of the band over that of all
     * @param gain share of all bads caught by this band and those before it
     */
    public record Band(double cases, double bads, double lift, double gain) {}

    /** Lift over so many bands. */
    public static Lift of(Cases cases, int bands) {
        double width = cases.weight() / bands;
        double rate = cases.bads() / cases.weight();
        List<Band> found = new ArrayList<>();
        double before = 0;
        for (int band = 1; band <= bands; band++) {
            double caught = caught(cases, band == bands ? cases.weight() : band * width);
            double bads = caught - before;
            found.add(new Band(width, bads, bads / width / rate, caught / cases.bads()));
            before = caught;
        }
        return new Lift(found);
    }

    /** Weight of bads among the riskiest cases of so much weight. */
    private static double caught(Cases cases, double weight) {
        double left = weight;
        double caught = 0;
        for (int level = cases.levels() - 1; level >= 0 && left > 0; level--) {
            double here = cases.goods(level) + cases.bads(level);
            caught += cases.bads(level) * Math.min(1, left / here);
            left -= here;
        }
        return caught;
    }
}
