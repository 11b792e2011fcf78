package org.quanheng.balance.frontier;

/**
 * What one policy comes to, per applicant.
 *
 * @param rate exchange rate that chose it, money per minute; NaN for a policy that no rate chose
 * @param loss expected credit loss, in the unit of the stakes
 * @param minutes customer effort, in minutes
 * @param approvals share approved
 * @param goods share that is approved and good
 * @param profit expected value after loss and handling, effort not priced
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
}
