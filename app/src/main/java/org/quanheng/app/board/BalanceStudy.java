package org.quanheng.app.board;

import java.util.List;
import java.util.OptionalInt;
import org.quanheng.app.decision.EvidenceDocument;
import org.quanheng.balance.frontier.Bands;
import org.quanheng.balance.frontier.Frontier;
import org.quanheng.balance.frontier.Point;
import org.quanheng.balance.ledger.FairnessOfEffort;
import org.quanheng.balance.ledger.FrictionLedger;
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
 * @param fairest which of the ways has most value, at the live exchange rate, of those that keep the bound of fairness
 * @param bands how sure the figures are
 * @param frontier between expected loss and minutes
 * @param ledger what each step of the live policy costs and brings
 */
public record BalanceStudy(
        String policyVersion,
        EvidenceDocument evidence,
        String currency,
        int people,
        List<Way> ways,
        int today,
        OptionalInt fairest,
        Bands bands,
        Frontier frontier,
        FrictionLedger ledger) {
    public BalanceStudy {
        ways = List.copyOf(ways);
    }

    /**
     * One way of asking.
     *
     * @param point what it comes to, per applicant
     * @param questions mean number of questions
     * @param fairness who is asked more by it
     */
    public record Way(Point point, double questions, FairnessOfEffort fairness, Interval loss, Interval minutes) {}

    /** Whether a way asks no group more than others by more than the bound of the plan. */
    public boolean fair(int way) {
        return ways.get(way)
                .fairness()
                .within(evidence.fairness().minutesAtMost().doubleValue());
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
