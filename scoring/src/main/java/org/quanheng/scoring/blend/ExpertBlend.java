package org.quanheng.scoring.blend;

import java.util.Arrays;
import java.util.Map;
import org.quanheng.fault.Faults;
import org.quanheng.scoring.calibration.DenseLogistic;
import org.quanheng.scoring.statistics.Normal;

/**
 * A score and the points of a questionnaire as one probability: log-odds of bad = intercept + slope · log-odds by the score − weight ·
 * points, fitted to what happened.
 *
 * <p>The weight is measured, not chosen. When its interval holds zero, experts have not been shown to add anything, and {@link #blend}
 * passes the score through unchanged.
 *
 * @param intercept of the blend
 * @param slope of the score's log-odds, 0 or more
 * @param weight log-odds that one point of the questionnaire takes off the risk, 0 or more
 * @param standardError of the weight
 * @param low lower end of the weight's 95 % interval (Wald)
 * @param high upper end
 * @param cases on which it was estimated
 */
public record ExpertBlend(
        double intercept, double slope, double weight, double standardError, double low, double high, int cases) {
    /**
     * Estimates the weight.
     *
     * @param pd by the score, of each case
     * @param points of the questionnaire, of each case
     * @param bad what happened
     * @throws org.quanheng.fault.FaultyInputException when lengths differ, a class is empty, a value is no number, or the points do
     *     not vary
     */
    public static ExpertBlend fit(double[] pd, double[] points, boolean[] bad) {
        check(pd, points, bad);
        double[] logOdds = Arrays.stream(pd).map(ExpertBlend::logOdds).toArray();
        double[] ones = new double[bad.length];
        Arrays.fill(ones, 1);
        double[] gain = Arrays.stream(points).map(p -> -p).toArray();
        double[] beta = DenseLogistic.fit(new double[][] {logOdds, gain}, bad, ones);
        if (beta[1] < 0) {
            double[] alone = DenseLogistic.fit(new double[][] {gain}, bad, ones);
            return of(alone[0], 0, alone[1], error(alone, new double[][] {gain}, bad, ones), bad.length);
        }
        return of(beta[0], beta[1], beta[2], error(beta, new double[][] {logOdds, gain}, bad, ones), bad.length);
    }

    private static ExpertBlend of(double intercept, double slope, double weight, double error, int cases) {
        double half = Normal.quantile(0.975) * error;
        return new ExpertBlend(intercept, slope, weight, error, weight - half, weight + half, cases);
    }

    private static double error(double[] beta, double[][] columns, boolean[] bad, double[] ones) {
        double[][] covariance = DenseLogistic.covariance(beta, columns, bad, ones);
        return Math.sqrt(covariance[beta.length - 1][beta.length - 1]);
    }

    private static double logOdds(double pd) {
        double p = Math.clamp(pd, 1e-9, 1 - 1e-9);
        return Math.log(p / (1 - p));
    }

    private static void check(double[] pd, double[] points, boolean[] bad) {
        Faults faults = new Faults("expert assessments");
        faults.require(pd.length == bad.length, "PDs", "one for each of the " + bad.length + " outcomes", pd.length);
        faults.require(
                points.length == bad.length,
                "points",
                "one for each of the " + bad.length + " outcomes",
                points.length);
        faults.require(Arrays.stream(pd).allMatch(p -> p >= 0 && p <= 1), "PDs", "0 to 1", "others among them");
        faults.require(Arrays.stream(points).allMatch(Double::isFinite), "points", "numbers", "others among them");
        int bads = 0;
        for (boolean each : bad) {
            bads += each ? 1 : 0;
        }
        faults.require(bads > 0 && bads < bad.length, "outcomes", "good and bad cases", bads + " bad of " + bad.length);
        faults.require(
                Arrays.stream(points).distinct().count() > 1, "points", "different ones", "the same for every case");
        faults.throwIfAny();
    }

    /** True when outcomes have shown that the questionnaire adds to the score. */
    public boolean isEarned() {
        return low > 0;
    }

    /**
     * One applicant, with what went into it: the record that no free hand leaves.
     *
     * @param pd by the blend; by the score alone when the weight is not earned
     * @param scorePd by the score
     * @param points of the questionnaire
     * @param answers code of the answer by code of the question
     */
    public record Blended(double pd, double scorePd, double points, Map<String, String> answers) {
        /** Copies the answers. */
        public Blended {
            answers = Map.copyOf(answers);
        }
    }

    /** Blends the answers of one applicant with the score; throws naming every faulty answer. */
    public Blended blend(double scorePd, Questionnaire questionnaire, Map<String, String> answers) {
        double points = questionnaire.points(answers);
        double risk = intercept + slope * logOdds(scorePd) - weight * points;
        return new Blended(isEarned() ? 1 / (1 + Math.exp(-risk)) : scorePd, scorePd, points, answers);
    }
}
