package org.quanheng.balance.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quanheng.balance.EvidenceStep;
import org.quanheng.balance.frontier.Point;
import org.quanheng.balance.frontier.Study;
import org.quanheng.balance.frontier.Tally;
import org.quanheng.balance.value.Friction;
import org.quanheng.balance.value.Stakes;
import org.quanheng.fault.Faults;
import org.quanheng.scoring.table.Table;

/**
 * Plans played over people of whom everything is known, such as applicants with an outcome: what each plan would have asked them, and what it would have come to.
 *
 * <p>Take people on whom neither the scorecard nor the plan was developed, or the figures flatter.
 */
public final class Rehearsal implements Study {
    /** Chosen by chance only where the slice is everybody. */
    private static final double LAST_CHOSEN = Math.nextDown(1.0);

    private final List<AskingPlan> plans;
    private final List<List<Passage>> passages;
    private final double[] bads;
    private final double[] eads;
    private final double reviewMinutes;

    private Rehearsal(
            List<AskingPlan> plans, List<List<Passage>> passages, double[] bads, double[] eads, double reviewMinutes) {
        this.plans = plans;
        this.passages = passages;
        this.bads = bads;
        this.eads = eads;
        this.reviewMinutes = reviewMinutes;
    }

    /**
     * Plays plans; nobody is in the random slice, unless the slice is everybody: then all are asked everything.
     *
     * @param people a column for each fact of the scorecard, a row for each person
     * @param bads by row 1 for who defaulted and 0 for who did not, or a calibrated PD where outcomes are not known or made the scorecard
     * @param eads exposure at default by row, as in {@link AskingPlan#next}
     * @param reviewMinutes staff minutes of a case that is left to a person
     * @throws org.quanheng.fault.FaultyInputException when the lengths differ, or there is nobody or no plan
     */
    public static Rehearsal of(
            List<AskingPlan> plans, Table people, double[] bads, double[] eads, double reviewMinutes) {
        Faults faults = new Faults("rehearsal");
        faults.require(!plans.isEmpty(), "plans", "at least one", "none");
        faults.require(people.rows() > 0, "people", "at least one", "none");
        faults.require(bads.length == people.rows(), "outcomes", people.rows() + " of them", bads.length);
        faults.require(eads.length == people.rows(), "exposures", people.rows() + " of them", eads.length);
        faults.throwIfAny();
        List<List<Passage>> passages = plans.stream()
                .map(plan -> IntStream.range(0, people.rows())
                        .parallel()
                        .mapToObj(row -> pass(plan, people, row, eads[row]))
                        .toList())
                .toList();
        return new Rehearsal(List.copyOf(plans), passages, bads.clone(), eads.clone(), reviewMinutes);
    }

    private static Passage pass(AskingPlan plan, Table people, int row, double ead) {
        Map<String, @Nullable Object> known = new HashMap<>();
        List<EvidenceStep> asked = new ArrayList<>();
        Friction friction = Friction.NONE;
        Advice advice = plan.next(known, ead, LAST_CHOSEN);
        while (advice instanceof Advice.Ask ask) {
            for (String fact : ask.step().facts()) {
                known.put(fact, people.cell(row, fact));
            }
            asked.add(ask.step());
            friction = friction.and(Friction.of(ask.step()));
            advice = plan.next(known, ead, LAST_CHOSEN);
        }
        return new Passage(asked, known.size(), friction, advice.standing());
    }

    /** How each person went through a plan. */
    public List<Passage> passages(int plan) {
        return passages.get(plan);
    }

    @Override
    public double[] counts() {
        double[] counts = new double[bads.length];
        Arrays.fill(counts, 1);
        return counts;
    }

    @Override
    public List<Point> play(double[] counts) {
        List<Point> points = new ArrayList<>();
        for (int plan = 0; plan < plans.size(); plan++) {
            points.add(play(plan, counts));
        }
        return points;
    }

    private Point play(int index, double[] counts) {
        AskingPlan plan = plans.get(index);
        Tally tally = new Tally(reviewMinutes);
        double people = 0;
        for (int person = 0; person < counts.length; person++) {
            Passage passage = passages.get(index).get(person);
            Stakes stakes = plan.stakes().times(eads[person]);
            people += counts[person];
            tally.asked(counts[person], passage.friction(), plan.rules().goodwill());
            tally.decided(
                    counts[person] * (1 - passage.friction().hazard()),
                    stakes,
                    passage.standing().choice(),
                    bads[person]);
        }
        return tally.point(plan.rules().exchangeRate(), people);
    }
}
