package org.quanheng.scoring.scorecard;

import org.quanheng.fault.Faults;

/**
 * How log-odds become points: points = offset + factor · ln(good : bad), factor = PDO / ln 2 (Siddiqi, 2006).
 *
 * @param basePoints points at the base odds
 * @param baseOdds goods for one bad at the base points, above 0
 * @param pointsToDouble points that double the odds (PDO), above 0
 * @param decimals places to which points are rounded: 0 for whole points, up to 6; −1 leaves them as they are
 */
public record Scaling(double basePoints, double baseOdds, double pointsToDouble, int decimals) {
    /** Checks every bound at once. */
    public Scaling {
        Faults faults = new Faults("scaling");
        faults.require(Double.isFinite(basePoints), "basePoints", "a number", basePoints);
        faults.require(baseOdds > 0 && Double.isFinite(baseOdds), "baseOdds", "above 0", baseOdds);
        faults.require(
                pointsToDouble > 0 && Double.isFinite(pointsToDouble), "pointsToDouble", "above 0", pointsToDouble);
        faults.require(decimals >= -1 && decimals <= 6, "decimals", "-1 to 6", decimals);
        faults.throwIfAny();
    }

    /** Whole points; 600 are 19 goods for one bad, a PD of 5 %; 50 more double the odds. */
    public static Scaling standard() {
        return new Scaling(600, 19, 50, 0);
    }

    /** Points per unit of log-odds. */
    public double factor() {
        return pointsToDouble / Math.log(2);
    }

    /** Points at odds of one to one. */
    public double offset() {
        return basePoints - factor() * Math.log(baseOdds);
    }

    /** Unrounded points of log-odds ln(good : bad). */
    public double points(double logOdds) {
        return offset() + factor() * logOdds;
    }

    /** Log-odds ln(good : bad) of points. */
    public double logOdds(double points) {
        return (points - offset()) / factor();
    }

    /** PD of points: 1 / (1 + odds). */
    public double pd(double points) {
        return 1 / (1 + Math.exp(logOdds(points)));
    }

    /** Points rounded as this scaling asks, half away from zero. */
    public double round(double points) {
        if (decimals < 0) {
            return points;
        }
        double unit = Math.pow(10, decimals);
        return Math.copySign(Math.floor(Math.abs(points) * unit + 0.5), points) / unit + 0.0;
    }
}
