package org.quanheng.balance.frontier;

import java.util.List;
import org.quanheng.balance.EvidenceStep;
import org.quanheng.balance.value.AskingRules;
import org.quanheng.balance.value.Friction;
import org.quanheng.balance.value.Stakes;

/**
 * Where applicants can be: after a number of stages, in a bin of the PD; before the first stage there is one bin.
 *
 * @param counts people by number of stages asked and bin
 * @param bads expected bad people, likewise
 * @param moves people by stage, bin before and bin after
 */
record States(double[][] counts, double[][] bads, double[][][] moves) {
    static States of(Cells cells) {
        int stages = cells.bins().length;
        double[][] counts = new double[stages + 1][];
        double[][] bads = new double[stages + 1][];
        double[][][] moves = new double[stages][][];
        for (int k = 0; k <= stages; k++) {
            int bins = k == 0 ? 1 : cells.bins()[k - 1];
            counts[k] = new double[bins];
            bads[k] = new double[bins];
            if (k < stages) {
                moves[k] = new double[bins][cells.bins()[k]];
            }
        }
        for (int cell = 0; cell < cells.counts().length; cell++) {
            int bin = 0;
            for (int k = 0; k <= stages; k++) {
                counts[k][bin] += cells.counts()[cell];
                bads[k][bin] += cells.bads()[cell];
                if (k < stages) {
                    int next = cells.paths()[cell][k];
                    moves[k][bin][next] += cells.counts()[cell];
                    bin = next;
                }
            }
        }
        return new States(counts, bads, moves);
    }

    /** The PD of a state: the share that is bad of those in it. */
    double pd(int asked, int bin) {
        return counts[asked][bin] > 0 ? bads[asked][bin] / counts[asked][bin] : 1;
    }

    /** Whether each stage is asked in each state, by backward induction (Bellman 1957). */
    boolean[][] solve(List<EvidenceStep> stages, Stakes stakes, AskingRules rules) {
        int last = stages.size();
        boolean[][] asks = new boolean[last][];
        double[] next = new double[counts[last].length];
        for (int bin = 0; bin < next.length; bin++) {
            next[bin] = stakes.best(pd(last, bin));
        }
        for (int k = last - 1; k >= 0; k--) {
            Friction friction = Friction.of(stages.get(k));
            double[] now = new double[counts[k].length];
            asks[k] = new boolean[now.length];
            for (int bin = 0; bin < now.length; bin++) {
                double stop = stakes.best(pd(k, bin));
                double goOn = (1 - friction.hazard()) * expected(moves[k][bin], counts[k][bin], next)
                        - friction.sacrifice(0, rules);
                asks[k][bin] = stages.get(k).required() || goOn > stop;
                now[bin] = asks[k][bin] ? goOn : stop;
            }
            next = now;
        }
        return asks;
    }

    private static double expected(double[] moves, double count, double[] values) {
        double sum = 0;
        for (int bin = 0; bin < moves.length; bin++) {
            sum += moves[bin] * values[bin];
        }
        return count > 0 ? sum / count : 0;
    }
}
