package org.quanheng.scoring.scorecard;

import java.util.List;
import org.quanheng.scoring.binning.Binning;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.binning.Shape;

/** An additive model before it has points: effects on ln(good : bad), uncalibrated. */
final class Fitted {
    private final double intercept;
    private final List<Main> mains;
    private final List<Cells> cells;
    private final List<Development.Left> left;

    Fitted(double intercept, List<Main> mains, List<Cells> cells, List<Development.Left> left) {
        this.intercept = intercept;
        this.mains = List.copyOf(mains);
        this.cells = List.copyOf(cells);
        this.left = List.copyOf(left);
    }

    double intercept() {
        return intercept;
    }

    List<Main> mains() {
        return mains;
    }

    List<Cells> cells() {
        return cells;
    }

    List<Development.Left> left() {
        return left;
    }

    /** One characteristic. */
    static final class Main {
        private final Binning binning;
        private final double coefficient;
        private final double[] effects;

        Main(Binning binning, double coefficient, double[] effects) {
            this.binning = binning;
            this.coefficient = coefficient;
            this.effects = effects.clone();
        }

        Binning binning() {
            return binning;
        }

        /** Slope of the effects on the WoE. */
        double coefficient() {
            return coefficient;
        }

        double effect(int bin) {
            return effects[bin];
        }

        int count() {
            return effects.length;
        }

        double mean() {
            double mean = 0;
            for (int bin = 0; bin < effects.length; bin++) {
                mean += binning.share(bin) * effects[bin];
            }
            return mean;
        }
    }

    /** One pair. */
    static final class Cells {
        private final String first;
        private final String second;
        private final Bins firstBins;
        private final Bins secondBins;
        private final double[][] effects;
        private final double[][] shares;

        Cells(String first, String second, Bins firstBins, Bins secondBins, double[][] effects, double[][] shares) {
            this.first = first;
            this.second = second;
            this.firstBins = firstBins;
            this.secondBins = secondBins;
            this.effects = effects;
            this.shares = shares;
        }

        /** Mean effect over the sample. */
        double mean() {
            return mean(effects);
        }

        private double mean(double[][] values) {
            double mean = 0;
            for (int i = 0; i < values.length; i++) {
                for (int j = 0; j < values[i].length; j++) {
                    mean += shares[i][j] * values[i][j];
                }
            }
            return mean;
        }

        Interaction scaled(Scaling scaling, double slope) {
            double mean = mean();
            double[][] points = new double[effects.length][];
            for (int i = 0; i < effects.length; i++) {
                points[i] = new double[effects[i].length];
                for (int j = 0; j < points[i].length; j++) {
                    points[i][j] = scaling.round(scaling.factor() * slope * (effects[i][j] - mean));
                }
            }
            return new Interaction(first, second, firstBins, secondBins, points, mean(points));
        }
    }

    /** The shape to note on a binning whose bins were joined from a curve. */
    static Shape shapeOf(Shape declared) {
        return declared == Shape.AUTO ? Shape.NONE : declared;
    }
}
