package org.quanheng.scoring.validation;

import java.util.Arrays;
import org.quanheng.scoring.Faults;

/** Risks of goods and of bads, each sorted. */
final class Outcomes {
    private final double[] goods;
    private final double[] bads;

    private Outcomes(double[] goods, double[] bads) {
        this.goods = goods;
        this.bads = bads;
    }

    static Outcomes of(double[] risk, boolean[] bad) {
        check(risk, bad);
        double[] goods = new double[bad.length];
        double[] bads = new double[bad.length];
        int goodCount = 0;
        int badCount = 0;
        for (int row = 0; row < bad.length; row++) {
            if (bad[row]) {
                bads[badCount++] = risk[row];
            } else {
                goods[goodCount++] = risk[row];
            }
        }
        double[] sortedGoods = Arrays.copyOf(goods, goodCount);
        double[] sortedBads = Arrays.copyOf(bads, badCount);
        Arrays.sort(sortedGoods);
        Arrays.sort(sortedBads);
        return new Outcomes(sortedGoods, sortedBads);
    }

    /** Refuses what no figure can be made of. */
    static void check(double[] risk, boolean[] bad) {
        Faults faults = new Faults();
        faults.check(
                risk.length == bad.length, "risks", "one for each of the " + bad.length + " outcomes", risk.length);
        int bads = 0;
        for (boolean each : bad) {
            bads += each ? 1 : 0;
        }
        faults.check(bads > 0 && bads < bad.length, "outcomes", "good and bad cases", bads + " bad of " + bad.length);
        for (int row = 0; row < risk.length; row++) {
            if (Double.isNaN(risk[row])) {
                faults.add("risk of row " + row, "a number", "NaN");
            }
        }
        faults.throwIfAny("The outcomes");
    }

    double[] goods() {
        return goods;
    }

    double[] bads() {
        return bads;
    }
}
