package org.quanheng.balance.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanheng.balance.EvidenceStep;
import org.quanheng.balance.bound.PartialScore;
import org.quanheng.balance.bound.PartialScores;
import org.quanheng.balance.value.AskingRules;
import org.quanheng.balance.value.Choice;
import org.quanheng.balance.value.Friction;
import org.quanheng.balance.value.Prospect;
import org.quanheng.balance.value.Stakes;
import org.quanheng.scoring.scorecard.Scaling;

/** What each step left can turn an applicant's PD into, and which is worth asking. */
final class Outlook {
    private static final double[] SLICES = Gaussian.slices(11);
    private static final double[] CHANCES = chances();
    private static final double[] SURE = {1};

    /** Keeps a step without any friction from being divided by nothing. */
    private static final double FREE = 1e-9;

    private final Scaling scaling;
    private final double base;
    private final List<List<String>> facts;
    private final double[][] extremes;

    Outlook(PartialScores scores) {
        this.scaling = scores.card().scaling();
        this.base = scores.card().base();
        this.facts = scores.facts();
        this.extremes = scores.extremes();
    }

    private static double[] chances() {
        double[] chances = new double[SLICES.length];
        Arrays.fill(chances, 1.0 / SLICES.length);
        return chances;
    }

    /** PD given what is seen: the mean over what is unseen. */
    double pd(PartialScore score, ScoreBelief.Rest rest) {
        return pd(points(score, rest), rest.variance());
    }

    private double pd(double points, double variance) {
        double factor = scaling.factor();
        return Gaussian.pd(scaling.logOdds(points), variance / (factor * factor));
    }

    private double points(PartialScore score, ScoreBelief.Rest rest) {
        double points = base;
        for (double component : score.components()) {
            points += Double.isNaN(component) ? 0 : component;
        }
        return points + rest.total();
    }

    Here from(Set<String> known, PartialScore score, ScoreBelief.Rest rest, Stakes stakes, AskingRules rules) {
        return new Here(known, points(score, rest), score, rest, stakes, rules);
    }

    /**
     * One step that could be asked.
     *
     * @param resolved variance of the score that its answer would resolve
     * @param silent whether it brings nothing that the score uses
     */
    record Candidate(
            EvidenceStep step,
            double worth,
            double netGain,
            double resolved,
            boolean silent,
            @Nullable Reach reach) {}

    /** What some answers can lead to: possible PDs, and the lowest and highest of them. */
    record Reach(Prospect prospect, double pdLeast, double pdMost, double resolved) {}

    /** The outlook from where one applicant stands. */
    final class Here {
        private final Set<String> known;
        private final double points;
        private final PartialScore score;
        private final ScoreBelief.Rest rest;
        private final Stakes stakes;
        private final AskingRules rules;
        private final double variance;
        private final double valueNow;

        private Here(
                Set<String> known,
                double points,
                PartialScore score,
                ScoreBelief.Rest rest,
                Stakes stakes,
                AskingRules rules) {
            this.known = known;
            this.points = points;
            this.score = score;
            this.rest = rest;
            this.stakes = stakes;
            this.rules = rules;
            this.variance = rest.variance();
            this.valueNow = stakes.best(pd(points, variance));
        }

        Advice.Ask ask(EvidenceStep step, Advice.Why why, Standing standing) {
            return ask(candidate(step), why, standing, 1);
        }

        private Advice.Ask ask(Candidate candidate, Advice.Why why, Standing standing, int together) {
            Reach reach = candidate.reach();
            Set<Choice> reachable = EnumSet.of(standing.choice());
            if (reach != null) {
                reachable.addAll(EnumSet.range(stakes.choiceAt(reach.pdLeast()), stakes.choiceAt(reach.pdMost())));
            }
            return new Advice.Ask(
                    candidate.step(),
                    why,
                    standing,
                    candidate.worth(),
                    candidate.netGain(),
                    reach == null ? 0 : reach.prospect().chanceOfChange(stakes),
                    reachable,
                    together);
        }

        /** Every optional step that is left; when the choice is certain, none is worth anything. */
        List<Candidate> candidates(List<EvidenceStep> steps, boolean certain) {
            return steps.stream()
                    .map(step -> certain ? worthless(step, false) : candidate(step))
                    .toList();
        }

        private Candidate worthless(EvidenceStep step, boolean silent) {
            return new Candidate(step, 0, Friction.of(step).netGain(0, valueNow, rules), 0, silent, null);
        }

        private Candidate candidate(EvidenceStep step) {
            Reach reach = reach(step.facts());
            if (reach == null) {
                return worthless(step, true);
            }
            double worth = reach.prospect().worth(stakes);
            double netGain = Friction.of(step).netGain(worth, valueNow, rules);
            return new Candidate(step, worth, netGain, reach.resolved(), false, reach);
        }

        /**
         * The step to ask: the one of greatest net gain. If none pays alone, the first of the smallest bundle that pays; what a bundle
         * is worth when all of it is asked is a lower bound of what it is worth when one may stop in between.
         */
        Advice.@Nullable Ask best(List<Candidate> candidates, Standing standing) {
            Candidate best = null;
            for (Candidate candidate : candidates) {
                if (candidate.netGain() > 0 && (best == null || candidate.netGain() > best.netGain())) {
                    best = candidate;
                }
            }
            if (best != null) {
                return ask(best, Advice.Why.WORTH_ASKING, standing, 1);
            }
            return standing.certain() ? null : bundle(candidates, standing);
        }

        private Advice.@Nullable Ask bundle(List<Candidate> candidates, Standing standing) {
            List<Candidate> order = new ArrayList<>(
                    candidates.stream().filter(candidate -> !candidate.silent()).toList());
            order.sort(Comparator.comparingDouble((Candidate candidate) -> candidate.resolved()
                            / (FREE + Friction.of(candidate.step()).sacrifice(valueNow, rules)))
                    .reversed());
            Scenario bundle = new Scenario(this);
            Friction friction = Friction.NONE;
            for (int size = 1; size <= order.size(); size++) {
                EvidenceStep added = order.get(size - 1).step();
                bundle.see(added.facts());
                friction = friction.and(Friction.of(added));
                Reach reach = size == 1 ? null : bundle.reach();
                if (reach != null && friction.netGain(reach.prospect().worth(stakes), valueNow, rules) > 0) {
                    return ask(order.getFirst(), Advice.Why.WORTH_ASKING, standing, size);
                }
            }
            return null;
        }

        private @Nullable Reach reach(List<String> asked) {
            Scenario scenario = new Scenario(this);
            scenario.see(asked);
            return scenario.reach();
        }
    }

    /** What seeing more and more facts can lead to; the first component needs no conditioning, so that single questions are cheap. */
    private final class Scenario {
        private final Here here;
        private final Set<String> asked = new HashSet<>();
        private final boolean[] taken = new boolean[extremes.length];
        private int first = -1;
        private ScoreBelief.@Nullable Rest after;
        private double left;
        private double low;
        private double high;

        Scenario(Here here) {
            this.here = here;
            this.left = here.variance;
        }

        void see(List<String> more) {
            asked.addAll(more);
            for (int i = 0; i < extremes.length; i++) {
                if (!taken[i] && Double.isNaN(here.score.components()[i]) && completes(facts.get(i))) {
                    take(i);
                }
            }
        }

        private boolean completes(List<String> component) {
            for (String fact : component) {
                if (!here.known.contains(fact) && !asked.contains(fact)) {
                    return false;
                }
            }
            return true;
        }

        private void take(int component) {
            taken[component] = true;
            ScoreBelief.Rest now = here.rest;
            if (first < 0) {
                first = component;
            } else {
                if (after == null) {
                    after = here.rest.copy();
                    after.see(first, after.mean(first), 0);
                }
                now = after;
            }
            double gain = now.gain(component);
            left -= gain * gain * now.own(component);
            double down = gain * (extremes[component][0] - here.rest.mean(component));
            double up = gain * (extremes[component][1] - here.rest.mean(component));
            low += Math.min(0, Math.min(down, up));
            high += Math.max(0, Math.max(down, up));
            if (after != null) {
                after.see(component, after.mean(component), 0);
            }
        }

        /** What the facts seen can lead to, or null when they complete no component of the score. */
        @Nullable Reach reach() {
            if (first < 0) {
                return null;
            }
            double variance = Math.max(0, left);
            double resolved = here.variance - variance;
            double pdLeast = pd(here.points + high, variance);
            double pdMost = pd(here.points + low, variance);
            if (here.stakes.choiceAt(pdLeast) == here.stakes.choiceAt(pdMost)) {
                return new Reach(
                        new Prospect(new double[] {pd(here.points, variance)}, SURE), pdLeast, pdMost, resolved);
            }
            double deviation = Math.sqrt(resolved);
            double[] pds = new double[SLICES.length];
            for (int i = 0; i < pds.length; i++) {
                pds[i] = pd(here.points + Math.clamp(deviation * SLICES[i], low, high), variance);
            }
            return new Reach(new Prospect(pds, CHANCES), pdLeast, pdMost, resolved);
        }
    }
}
