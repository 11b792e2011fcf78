package org.quanheng.balance.frontier;

/**
 * What one policy comes to, per applicant.
 *
 * @param rate exchange rate that chose it, in money per minute; NaN for a policy that no rate chose
 * @param loss expected credit loss, in the unit of the stakes
 * @param minutes customer effort, in minutes
 * @param approvals share approved; of those left to a person, the share that the stakes imply
 * @param goods share that is approved and good
 * @param profit expected value after loss, handling and lost goodwill; effort is not priced in
 * @param staffMinutes minutes of staff
 */
public record Point(
        double rate, double loss, double minutes, double approvals, double goods, double profit, double staffMinutes) {
    /** The figure of an objective, turned so that less is better. */
    public double of(Objective objective) {
        return switch (objective) {
            case LOSS -> loss;
            case EFFORT -> minutes;
            case GOODS -> -goods;
            case PROFIT -> -profit;
            case STAFF -> staffMinutes;
        };
    }

    /** The share of bad among the approved; NaN when none is approved. */
    public double badRate() {
        return approvals > 0 ? (approvals - goods) / approvals : Double.NaN;
    }
}
