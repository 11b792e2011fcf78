package org.quanheng.balance.crossfit;

import java.util.ArrayList;
import java.util.List;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.table.Card;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

/**
 * A journey over a data set: what is asked at which step, at what price, and how each applicant turned out.
 *
 * @param name of the set
 * @param sample all rows with all facts of the steps
 * @param steps in the order in which they are asked
 * @param minutesGiven whether efforts are minutes that the card states; else a unit of our own, see {@link #of}
 */
public record Journey(String name, Sample sample, List<Step> steps, boolean minutesGiven) {
    /** Outer folds: fold = row number % 5. */
    public static final int FOLDS = 5;

    private static final int CASES_MIN = 5;

    /** A step that has no minutes of its own costs three times the one before: a card lists steps in rising order of what they cost. */
    private static final double STEP_FACTOR = 3;

    /** Copies the list. */
    public Journey {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param effort of the customer, in minutes when the card gives them
     * @param hazard probability of losing the applicant by asking
     */
    public record Step(String name, List<String> facts, double effort, double hazard) {
        /** Copies the list. */
        public Step {
            facts = List.copyOf(facts);
        }
    }

    /**
     * The journey of a card. Without minutes the first step costs 1 unit and each later one three times the one before.
     *
     * @throws org.quanheng.fault.FaultyInputException with every fault of the stages, and when a fold has too few goods or bads
     */
    public static Journey of(Card card, Table table) {
        Faults faults = new Faults(Phrase.of("card {0}", card.name()));
        checkStages(card, table, faults);
        faults.throwIfAny();
        boolean minutesGiven = card.stages().getFirst().minutes() != null;
        List<Step> steps = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        double unit = 1;
        for (Card.Stage stage : card.stages()) {
            Double minutes = stage.minutes();
            steps.add(new Step(stage.name(), stage.features(), minutes == null ? unit : minutes, stage.hazard()));
            facts.addAll(stage.features());
            unit *= STEP_FACTOR;
        }
        Sample sample = Sample.of(table, card.target(), card.bad(), facts, card.weight());
        checkFolds(sample, faults);
        faults.throwIfAny();
        return new Journey(card.name(), sample, steps, minutesGiven);
    }

    /** A card that was read has checked its stages; what is left needs the data. */
    private static void checkStages(Card card, Table table, Faults faults) {
        int count = card.stages().size();
        faults.require(count > 1, "stages", "at least two, of which the first are asked first", count);
        for (Card.Stage stage : card.stages()) {
            for (String fact : stage.features()) {
                if (!table.has(fact)) {
                    faults.add(
                            Phrase.of("stage {0}, {1}", stage.name(), fact),
                            Phrase.of("a column of {0}", card.file()),
                            "no such column",
                            Phrase.of("one of {0}", table.names()));
                }
            }
        }
    }

    private static void checkFolds(Sample sample, Faults faults) {
        int[] goods = new int[FOLDS];
        int[] bads = new int[FOLDS];
        for (int row = 0; row < sample.rows(); row++) {
            (sample.bad()[row] ? bads : goods)[row % FOLDS]++;
        }
        for (int fold = 0; fold < FOLDS; fold++) {
            faults.require(
                    goods[fold] >= CASES_MIN && bads[fold] >= CASES_MIN,
                    Phrase.of("fold {0} (rows {0}, {1} and so on)", fold, fold + FOLDS),
                    Phrase.of("at least {0} good and {0} bad cases", CASES_MIN),
                    Phrase.of("{0} good and {1} bad", goods[fold], bads[fold]));
        }
    }

    /** Facts known after a step, counted from 0. */
    List<String> known(int step) {
        return steps.subList(0, step + 1).stream()
                .flatMap(each -> each.facts().stream())
                .toList();
    }

    /** Number of facts of all steps. */
    int facts() {
        return sample.features().size();
    }

    Journey with(List<Step> others) {
        return new Journey(name, sample, others, minutesGiven);
    }
}
