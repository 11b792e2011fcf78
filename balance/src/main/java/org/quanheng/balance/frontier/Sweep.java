package org.quanheng.balance.frontier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quanheng.balance.EvidenceStep;
import org.quanheng.balance.value.AskingRules;
import org.quanheng.balance.value.Choice;
import org.quanheng.balance.value.Friction;
import org.quanheng.balance.value.Stakes;
import org.quanheng.fault.Faults;

/**
 * Optimal stopping over stages in a fixed order at many exchange rates, PDs given: V_k(p) = max{best(p), −c_k − λ·m_k + (1 − h_k)·E[V_{k+1}(p′) | p] − h_k·W}.
 *
 * <p>The PD is cut into bins, the transition is what the people show. This is the plain form for many people; where people are few, transitions
 * have to be estimated out of fold. One pass over the people; what follows depends on the bins only.
 */
public final class Sweep implements Study {
    private final List<EvidenceStep> stages;
    private final Stakes stakes;
    private final double goodwill;
    private final double reviewMinutes;
    private final Cells cells;
    private final States states;
    private final List<Rule> rules;

    private Sweep(
            List<EvidenceStep> stages,
            Stakes stakes,
            double goodwill,
            double reviewMinutes,
            Cells cells,
            States states,
            List<Rule> rules) {
        this.stages = stages;
        this.stakes = stakes;
        this.goodwill = goodwill;
        this.reviewMinutes = reviewMinutes;
        this.cells = cells;
        this.states = states;
        this.rules = rules;
    }

    /**
     * What a rule does: by stage counted from 0 and bin of the PD before it, whether the stage is asked; before the first there is one bin.
     *
     * @param rate the exchange rate that chose it, NaN if none did
     */
    record Rule(double rate, boolean[][] asks) {}

    /**
     * Solves for each rate.
     *
     * @param stages the steps in the order of the PDs, 1 to 6
     * @param goodwill what an applicant who leaves costs beside the loan
     * @param reviewMinutes staff minutes of a case that is left to a person
     * @param rates exchange rates, at least 0
     * @throws org.quanheng.fault.FaultyInputException that names every fault
     */
    public static Sweep of(
            People people,
            List<EvidenceStep> stages,
            Stakes stakes,
            double goodwill,
            double reviewMinutes,
            double... rates) {
        Faults faults = new Faults("sweep");
        faults.require(people.count() > 0, "people", "at least one", people.count());
        faults.require(!stages.isEmpty() && stages.size() <= 6, "stages", "1 to 6 stages", stages.size());
        faults.require(rates.length > 0, "rates", "at least one", "none");
        for (double rate : rates) {
            faults.require(rate >= 0 && Double.isFinite(rate), "rate", "a number of at least 0", rate);
        }
        faults.require(goodwill >= 0 && Double.isFinite(goodwill), "goodwill", "a number of at least 0", goodwill);
        faults.require(reviewMinutes >= 0, "review minutes", "a number of at least 0", reviewMinutes);
        faults.throwIfAny();
        Cells cells = Cells.of(people, stages.size(), stakes.approveAtMost(), stakes.declineAbove());
        return of(cells, stages, stakes, goodwill, reviewMinutes, rates);
    }

    static Sweep of(
            Cells cells,
            List<EvidenceStep> stages,
            Stakes stakes,
            double goodwill,
            double reviewMinutes,
            double... rates) {
        States states = States.of(cells);
        List<Rule> rules = Arrays.stream(rates)
                .mapToObj(rate -> new Rule(rate, states.solve(stages, stakes, new AskingRules(rate, goodwill, 0))))
                .toList();
        return new Sweep(stages, stakes, goodwill, reviewMinutes, cells, states, rules);
    }

    List<Rule> rules() {
        return rules;
    }

    @Override
    public double[] counts() {
        return cells.counts().clone();
    }

    @Override
    public List<Point> play(double[] counts) {
        Trunks trunks = Trunks.of(cells, choices(), counts);
        return rules.parallelStream().map(rule -> play(rule, trunks)).toList();
    }

    /** What asking everyone everything comes to. */
    public Point askEverything() {
        boolean[][] always = rules.getFirst().asks().clone();
        Arrays.setAll(always, stage -> {
            boolean[] asks = new boolean[always[stage].length];
            Arrays.fill(asks, true);
            return asks;
        });
        return play(new Rule(Double.NaN, always), cells.counts());
    }

    /**
     * Policies beside those of the rates: each with one bin of one stage switched that also switches at one of the next rates that change
     * anything. Some lie off the convex hull, where no exchange rate finds them; {@link Frontier#best} chooses among them.
     */
    public List<Point> between() {
        List<Rule> corners = new ArrayList<>();
        for (Rule rule : rules) {
            if (corners.isEmpty() || !Arrays.deepEquals(corners.getLast().asks(), rule.asks())) {
                corners.add(rule);
            }
        }
        Map<String, Rule> found = new LinkedHashMap<>();
        for (int i = 0; i < corners.size(); i++) {
            for (int j = Math.max(0, i - NEAR); j <= Math.min(corners.size() - 1, i + NEAR); j++) {
                switchOne(corners.get(i).asks(), corners.get(j).asks(), found);
            }
        }
        Trunks trunks = Trunks.of(cells, choices(), cells.counts());
        return found.values().parallelStream().map(rule -> play(rule, trunks)).toList();
    }

    private static final int NEAR = 3;

    private static void switchOne(boolean[][] asks, boolean[][] other, Map<String, Rule> found) {
        for (int stage = 0; stage < asks.length; stage++) {
            for (int bin = 0; bin < asks[stage].length; bin++) {
                if (asks[stage][bin] != other[stage][bin]) {
                    boolean[][] switched = copy(asks);
                    switched[stage][bin] = other[stage][bin];
                    found.putIfAbsent(Arrays.deepToString(switched), new Rule(Double.NaN, switched));
                }
            }
        }
    }

    private static boolean[][] copy(boolean[][] asks) {
        return Arrays.stream(asks).map(boolean[]::clone).toArray(boolean[][]::new);
    }

    /** Plays a rule over all cells, for comparing rules. */
    Point play(Rule rule, double[] counts) {
        return play(rule, Trunks.of(cells, choices(), counts));
    }

    /** What is chosen in each bin once everything has been asked: the same under every rule. */
    private Choice[] choices() {
        Choice[] choices = new Choice[cells.bins()[stages.size() - 1]];
        Arrays.setAll(choices, bin -> stakes.choiceAt(states.pd(stages.size(), bin)));
        return choices;
    }

    private Point play(Rule rule, Trunks trunks) {
        Tally tally = new Tally(reviewMinutes);
        for (Trunks.Trunk trunk : trunks.all()) {
            walk(rule, trunk, tally);
        }
        return tally.point(rule.rate(), trunks.people());
    }

    private void walk(Rule rule, Trunks.Trunk trunk, Tally tally) {
        double stay = 1;
        int stage = 0;
        int bin = 0;
        while (stage < stages.size() && rule.asks()[stage][bin]) {
            Friction friction = Friction.of(stages.get(stage));
            tally.asked(stay * trunk.people(), friction, goodwill);
            stay *= 1 - friction.hazard();
            bin = stage < trunk.path().length ? trunk.path()[stage] : 0;
            stage++;
        }
        if (stage < stages.size()) {
            Choice choice = stakes.choiceAt(states.pd(stage, bin));
            tally.decided(stay * trunk.people(), stakes, choice, trunk.bads() / trunk.people());
            return;
        }
        for (int i = 0; i < Trunks.CHOICES.size(); i++) {
            double people = trunk.sums()[0][i];
            if (people > 0) {
                tally.decided(stay * people, stakes, Trunks.CHOICES.get(i), trunk.sums()[1][i] / people);
            }
        }
    }
}
