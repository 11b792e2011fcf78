package org.quanheng.balance.crossfit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.quanheng.balance.stopping.StageStopping;

/**
 * Draws the frontier between asking and losing for a data set.
 *
 * <p>Everything is out of sample: for the rows of each outer fold the PDs, their calibration, the laws of the stages, values, cut-offs and the rate
 * come from the other four folds alone.
 */
public final class FrontierStudy {
    private static final int RATES = 200;
    private static final double RATE_LEAST = 1e-6;
    private static final double RATE_MOST = 0.3;

    /** A rate at which no answer is worth its effort. */
    private static final double PROHIBITIVE = 1e12;

    private final Journey journey;
    private final List<OuterFold> folds = new ArrayList<>();

    private FrontierStudy(Journey journey) {
        this.journey = journey;
    }

    /**
     * Trains what the study needs.
     *
     * @param byQuestion whether to ask single questions instead of the journey's stages
     * @param progress told after each part: parts done, parts in all
     */
    public static FrontierStudy of(Journey journey, boolean byQuestion, Progress progress) {
        FrontierStudy study = new FrontierStudy(journey);
        List<Journey> journeys = IntStream.range(0, Journey.FOLDS)
                .mapToObj(outer -> byQuestion ? Questions.of(journey, outer) : journey)
                .toList();
        List<PairModels.Request> requests = new ArrayList<>();
        for (int outer = 0; outer < Journey.FOLDS; outer++) {
            requests.addAll(OuterFold.requests(journeys.get(outer), outer));
        }
        PairModels models = new PairModels(journey.sample());
        models.prepare(requests, progress);
        for (int outer = 0; outer < Journey.FOLDS; outer++) {
            study.folds.add(new OuterFold(journeys.get(outer), models, outer));
        }
        return study;
    }

    /** Hears how far the training is. */
    @FunctionalInterface
    public interface Progress {
        /** So many models of so many are trained. */
        void trained(int done, int all);
    }

    /** Rates from where almost everyone is asked everything to where almost nobody is, and 0; in bad loans per unit of effort. */
    public double[] rates() {
        double effort =
                journey.steps().stream().mapToDouble(Journey.Step::effort).sum();
        double unit = effort > 0 ? effort : 1;
        return DoubleStream.concat(
                        DoubleStream.of(0),
                        IntStream.range(0, RATES)
                                .mapToDouble(
                                        i -> RATE_LEAST * Math.pow(RATE_MOST / RATE_LEAST, i / (RATES - 1.0)) / unit))
                .toArray();
    }

    /**
     * The frontier at a share of approvals.
     *
     * @param rates rising, at least one
     */
    public StudyResult at(double target, double[] rates) {
        List<StageStopping.Cutoff> cutoffs =
                folds.stream().map(fold -> fold.approving(target)).toList();
        List<List<Tally>> byPoint = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            byPoint.add(new ArrayList<>());
        }
        List<Tally> chosen = new ArrayList<>();
        double chosenRate = 0;
        for (int fold = 0; fold < Journey.FOLDS; fold++) {
            Swept swept = sweep(folds.get(fold), cutoffs.get(fold), rates);
            for (int i = 0; i < rates.length; i++) {
                byPoint.get(i).add(swept.tallies().get(i));
            }
            chosen.add(swept.tallies().get(swept.chosen()));
            chosenRate += rates[swept.chosen()] / Journey.FOLDS;
        }
        List<StudyResult.Spread> noise = new Noise(folds, byPoint)
                .of(
                        List.of(StudyResult.STRICT, StudyResult.LOOSE),
                        journey.sample().rows());
        return new StudyResult(
                journey,
                target,
                IntStream.range(0, rates.length)
                        .mapToObj(i -> StudyPoint.of(rates[i], byPoint.get(i), journey.facts()))
                        .toList(),
                StudyPoint.of(PROHIBITIVE, firstStage(cutoffs), journey.facts()),
                StudyPoint.of(chosenRate, chosen, journey.facts()),
                noise.getFirst(),
                noise.getLast());
    }

    private List<Tally> firstStage(List<StageStopping.Cutoff> cutoffs) {
        return IntStream.range(0, Journey.FOLDS)
                .mapToObj(fold -> Tally.of(folds.get(fold), cutoffs.get(fold).at(PROHIBITIVE)))
                .toList();
    }

    /** Tallies by rate, and which rate the training rows choose. */
    private record Swept(List<Tally> tallies, int chosen) {}

    private static Swept sweep(OuterFold fold, StageStopping.Cutoff cutoff, double[] rates) {
        double[] expected = new double[rates.length];
        List<Tally> tallies = IntStream.range(0, rates.length)
                .parallel()
                .mapToObj(i -> {
                    StageStopping.Decisions decisions = cutoff.at(rates[i]);
                    expected[i] = fold.expectedChange(decisions);
                    return Tally.of(fold, decisions);
                })
                .toList();
        int chosen = 0;
        for (int i = 0; i < rates.length; i++) {
            chosen = expected[i] <= StudyResult.STRICT ? i : chosen;
        }
        return new Swept(tallies, chosen);
    }
}
