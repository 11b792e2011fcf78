package org.quanheng.balance.crossfit;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How much of a figure is chance: the same decisions, with every outcome drawn again from its calibrated PD (parametric bootstrap).
 *
 * <p>What the best point of a sweep seems to save is partly luck, because the luckiest of many points is taken; the draws take theirs too.
 */
final class Noise {
    private static final int DRAWS = 200;
    private static final long SEED = 20_261_126L;

    private final List<OuterFold> folds;
    private final List<List<Tally>> byPoint;
    private final double[] asked;

    /** @param byPoint tallies of each point, by outer fold */
    Noise(List<OuterFold> folds, List<List<Tally>> byPoint) {
        this.folds = folds;
        this.byPoint = byPoint;
        this.asked = byPoint.stream()
                .mapToDouble(tallies -> (double) tallies.stream()
                                .mapToInt(t -> t.askedEverything)
                                .sum()
                        / tallies.stream().mapToInt(t -> t.people).sum())
                .toArray();
    }

    /** The least share asked everything within each tolerance, over the draws: 2.5 %, 50 % and 97.5 % quantile. */
    List<StudyResult.Spread> of(List<Double> tolerances, int rows) {
        double[][] least = IntStream.range(0, DRAWS)
                .parallel()
                .mapToObj(draw -> draw(new SplittableRandom(SEED + draw), tolerances, rows))
                .toArray(double[][]::new);
        return IntStream.range(0, tolerances.size())
                .mapToObj(i -> {
                    double[] sorted = Arrays.stream(least)
                            .mapToDouble(one -> one[i])
                            .sorted()
                            .toArray();
                    return new StudyResult.Spread(
                            sorted[(int) (0.025 * DRAWS)], sorted[DRAWS / 2], sorted[(int) (0.975 * DRAWS)]);
                })
                .toList();
    }

    private double[] draw(SplittableRandom random, List<Double> tolerances, int rows) {
        boolean[] bad = new boolean[rows];
        int[][] sums = new int[folds.size()][];
        for (int fold = 0; fold < sums.length; fold++) {
            int[] held = folds.get(fold).heldByRisk();
            sums[fold] = new int[held.length + 1];
            for (int rank = 0; rank < held.length; rank++) {
                bad[held[rank]] = random.nextDouble() < folds.get(fold).pd(held[rank]);
                sums[fold][rank + 1] = sums[fold][rank] + (bad[held[rank]] ? 1 : 0);
            }
        }
        double[] changes =
                byPoint.stream().mapToDouble(point -> change(point, bad, sums)).toArray();
        return tolerances.stream()
                .mapToDouble(tolerance -> StudyResult.best(changes, asked, tolerance)
                        .map(point -> asked[point])
                        .orElse(1.0))
                .toArray();
    }

    private static double change(List<Tally> point, boolean[] bad, int[][] sums) {
        int more = 0;
        double all = 0;
        for (int fold = 0; fold < sums.length; fold++) {
            Tally tally = point.get(fold);
            all += sums[fold][tally.approved];
            for (int swap : tally.swaps) {
                more += swap >= 0 ? (bad[swap] ? 1 : 0) : bad[-1 - swap] ? -1 : 0;
            }
        }
        return all == 0 ? 0 : more / all;
    }
}
