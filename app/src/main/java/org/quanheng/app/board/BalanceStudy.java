package org.quanheng.app.board;

import java.util.List;
import org.quanheng.app.decision.EvidenceDocument;
import org.quanheng.balance.frontier.Bands;
import org.quanheng.balance.frontier.Frontier;
import org.quanheng.balance.frontier.Point;
import org.quanheng.experience.Interval;

/**
 * The live policy at many exchange rates, and asking everyone everything, played over the same people.
 *
 * @param policyVersion the live policy
 * @param evidence its plan of evidence
 * @param currency in which its money is counted
 * @param people how many people it was played over
 * @param ways at rising exchange rates; the last asks everyone everything
 * @param today which of the ways the live policy is
 * @param bands how sure the figures are
 * @param frontier between expected loss and minutes
 * @param steps what becomes of the live policy when one step is never asked
 */
public record BalanceStudy(
        String policyVersion,
        EvidenceDocument evidence,
        String currency,
        int people,
        List<Way> ways,
        int today,
        Bands bands,
        Frontier frontier,
        List<WithoutStep> steps) {
    public BalanceStudy {
        ways = List.copyOf(ways);
        steps = List.copyOf(steps);
    }

    /**
     * One way of asking.
     *
     * @param point what it comes to, per applicant
     * @param questions mean number of questions
     * @param completion expected share of applicants who do not leave on the way
     */
    public record Way(Point point, double questions, double completion, Interval loss, Interval minutes) {}

    /**
     * A step that can be left out.
     *
     * @param asked share of applicants whom the live policy asks it
     * @param prevented credit loss per applicant that comes without it
     * @param net what it is worth per applicant after minutes at the exchange rate, cost, and those who leave
     */
    public record WithoutStep(
            String step, double asked, double prevented, Interval preventedInterval, double net, Interval netInterval) {
        /** A control with cost and no worth: asked of some, and surely not worth it. */
        public boolean costsWithoutWorth() {
            return asked > 0 && netInterval.high() < 0;
        }
    }

    /** Asking everyone everything. */
    public int everything() {
        return ways.size() - 1;
    }

    /** The way whose exchange rate is nearest to a rate. */
    public int nearest(double rate) {
        int nearest = today;
        for (int way = 0; way < everything(); way++) {
            double distance = Math.abs(ways.get(way).point().rate() - rate);
            if (distance < Math.abs(ways.get(nearest).point().rate() - rate)) {
                nearest = way;
            }
        }
        return nearest;
    }
}
