package org.quanheng.balance.crossfit;

import java.util.List;

/**
 * What one policy came to, out of sample.
 *
 * @param rate exchange rate that chose it: bad loans per unit of effort
 * @param people who applied
 * @param approved of them
 * @param stagesMean steps asked, per applicant
 * @param featureShare share of the facts asked, mean over applicants
 * @param askedEverythingShare share of applicants who were asked everything
 * @param decidedAtStageOne share of applicants who were decided after the first step
 * @param badRate share of bad among the approved
 * @param badRateAskAll the same when everyone is asked everything and as many are approved in each fold
 * @param relativeChange of the bad rate, 0.005 for half a percent more
 * @param relativeChangeError its standard error: only those approved by one of both policies count
 * @param sameDecisionShare share of applicants who got the same answer
 * @param effortMinutes per applicant, in minutes or the study's unit
 */
public record StudyPoint(
        double rate,
        int people,
        int approved,
        double stagesMean,
        double featureShare,
        double askedEverythingShare,
        double decidedAtStageOne,
        double badRate,
        double badRateAskAll,
        double relativeChange,
        double relativeChangeError,
        double sameDecisionShare,
        double effortMinutes) {
    private static final double Z = 1.959964;

    static StudyPoint of(double rate, List<Tally> folds, int facts) {
        double people = folds.stream().mapToInt(fold -> fold.people).sum();
        double approved = folds.stream().mapToInt(fold -> fold.approved).sum();
        double bad = folds.stream().mapToInt(fold -> fold.bad).sum();
        double badAskAll = folds.stream().mapToInt(fold -> fold.badAskAll).sum();
        double in = folds.stream().mapToInt(fold -> fold.cameIn).sum();
        double out = folds.stream().mapToInt(fold -> fold.wentOut).sum();
        double change = bad / badAskAll - 1;
        double squares = in + out * (1 + change) * (1 + change) + (badAskAll - out) * change * change;
        return new StudyPoint(
                rate,
                (int) people,
                (int) approved,
                folds.stream().mapToLong(fold -> fold.stages).sum() / people,
                folds.stream().mapToLong(fold -> fold.facts).sum() / (people * facts),
                folds.stream().mapToInt(fold -> fold.askedEverything).sum() / people,
                folds.stream().mapToInt(fold -> fold.decidedAtFirst).sum() / people,
                bad / approved,
                badAskAll / approved,
                change,
                Math.sqrt(squares) / badAskAll,
                folds.stream().mapToInt(fold -> fold.same).sum() / people,
                folds.stream().mapToDouble(fold -> fold.effort).sum() / people);
    }

    /** Share of applicants who were approved. */
    public double approval() {
        return (double) approved / people;
    }

    /** A 95 % interval. */
    public record Interval(double low, double high) {}

    /** The relative change with its 95 % interval (delta method; paired, since both policies decide on the same people). */
    public Interval changeInterval() {
        return new Interval(relativeChange - Z * relativeChangeError, relativeChange + Z * relativeChangeError);
    }

    /** Interval of the share asked everything (Wilson, JASA 1927). */
    public Interval askedInterval() {
        return wilson(askedEverythingShare, people);
    }

    /** Interval of the bad rate (Wilson). */
    public Interval badRateInterval() {
        return wilson(badRate, approved);
    }

    private static Interval wilson(double share, double count) {
        double centre = (share + Z * Z / (2 * count)) / (1 + Z * Z / count);
        double half = Z / (1 + Z * Z / count) * Math.sqrt(share * (1 - share) / count + Z * Z / (4 * count * count));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
