package org.quanheng.balance.crossfit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.quanheng.balance.stopping.Asking;
import org.quanheng.balance.stopping.Facts;
import org.quanheng.balance.stopping.Law;
import org.quanheng.balance.stopping.StageStopping;
import org.quanheng.scoring.table.Column;

/** One outer fold: everything is learnt from the other rows, everything is counted on its own. */
final class OuterFold {
    private final Journey journey;
    private final boolean[] bad;
    private final StageStopping stopping;
    private final int[] trainingByRisk;
    private final int[] heldByRisk;
    private final int[] factsByStage;
    private final double[] effortByStage;

    OuterFold(Journey journey, PairModels models, int outer) {
        this.journey = journey;
        this.bad = journey.sample().bad();
        int[] training = rows(row -> row % Journey.FOLDS != outer);
        int last = journey.steps().size() - 1;
        double[][] raw = new double[last + 1][];
        requests(journey, outer).forEach(request -> raw[stage(journey, request)] = models.logOdds(request));
        double[][] logOdds = NestedCalibration.calibrated(raw, bad, training);
        List<Law> laws = new ArrayList<>();
        List<Asking> askings = new ArrayList<>();
        for (int stage = 0; stage < last; stage++) {
            Facts facts = Facts.of(columns(journey.known(stage)), logOdds[stage], training);
            laws.add(Law.fit(logOdds[stage], logOdds[stage + 1], facts, training));
            Journey.Step next = journey.steps().get(stage + 1);
            askings.add(new Asking(next.effort(), next.hazard()));
        }
        this.stopping = new StageStopping(logOdds, laws, askings, training);
        this.trainingByRisk = byRisk(training);
        this.heldByRisk = byRisk(rows(row -> row % Journey.FOLDS == outer));
        this.factsByStage = IntStream.rangeClosed(0, last)
                .map(stage -> journey.known(stage).size())
                .toArray();
        this.effortByStage = IntStream.rangeClosed(0, last)
                .mapToDouble(stage -> journey.steps().subList(0, stage + 1).stream()
                        .mapToDouble(Journey.Step::effort)
                        .sum())
                .toArray();
    }

    /** The models that an outer fold needs; only the last step, which all policies are held against, takes the whole blend when steps are many. */
    static List<PairModels.Request> requests(Journey journey, int outer) {
        int last = journey.steps().size() - 1;
        boolean few = last < WHOLE_STEPS_MAX;
        return IntStream.rangeClosed(0, last)
                .mapToObj(stage -> new PairModels.Request(journey.known(stage), outer, few || stage == last))
                .toList();
    }

    private static final int WHOLE_STEPS_MAX = 4;

    private static int stage(Journey journey, PairModels.Request request) {
        int facts = 0;
        for (int stage = 0; ; stage++) {
            facts += journey.steps().get(stage).facts().size();
            if (facts == request.facts().size()) {
                return stage;
            }
        }
    }

    private int[] rows(java.util.function.IntPredicate wanted) {
        return IntStream.range(0, bad.length).filter(wanted).toArray();
    }

    private List<Column> columns(List<String> names) {
        return names.stream().map(name -> journey.sample().table().column(name)).toList();
    }

    private int[] byRisk(int[] rows) {
        double[] pds = stopping.pds(lastStage());
        return IntStream.of(rows)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> pds[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    int lastStage() {
        return journey.steps().size() - 1;
    }

    /** Facts known when one is decided at a stage. */
    int facts(int stage) {
        return factsByStage[stage];
    }

    /** Effort spent when one is decided at a stage. */
    double effort(int stage) {
        return effortByStage[stage];
    }

    boolean bad(int row) {
        return bad[row];
    }

    /** PD of a row that was asked everything. */
    double pd(int row) {
        return stopping.pds(lastStage())[row];
    }

    /** Rows of the outer fold, the safest first. */
    int[] heldByRisk() {
        return heldByRisk;
    }

    StageStopping.Cutoff approving(double share) {
        return stopping.approving(share);
    }

    /** By how much more bad loans a policy is expected to bring than asking everything, relatively, on the training rows. */
    double expectedChange(StageStopping.Decisions decisions) {
        int approved = 0;
        double bads = 0;
        for (int row : trainingByRisk) {
            if (decisions.approved()[row]) {
                approved++;
                bads += pd(row);
            }
        }
        double askAll = 0;
        for (int rank = 0; rank < approved; rank++) {
            askAll += pd(trainingByRisk[rank]);
        }
        return bads / askAll - 1;
    }
}
