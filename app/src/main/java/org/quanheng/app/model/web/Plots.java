package org.quanheng.app.model.web;

import java.util.ArrayList;
import java.util.List;
import org.quanheng.app.page.Formats;
import org.quanheng.scoring.validation.CalibrationCheck;
import org.quanheng.scoring.validation.Distribution;
import org.quanheng.scoring.validation.Lift;
import org.quanheng.scoring.validation.Roc;
import org.quanheng.scoring.validation.ValidationReport;

/** The pictures of a validation; several models stand in one frame, each in its tone. */
public final class Plots {
    /** Tones in the order of the models. */
    public static final List<String> TONES = List.of("blue", "risk", "experience", "ink");

    private Plots() {}

    /** Share of bads caught against share of goods refused. */
    public static Plot roc(List<ValidationReport> reports, Formats formats) {
        Plot.Pen pen = new Plot.Pen(0, 1, 0, 1)
                .ticks(at -> formats.percent(at, 0), at -> formats.percent(at, 0))
                .line("even", List.of(new double[] {0, 0}, new double[] {1, 1}));
        for (int i = 0; i < reports.size(); i++) {
            List<double[]> points = new ArrayList<>();
            for (Roc.Point point : reports.get(i).roc().points()) {
                points.add(new double[] {point.goods(), point.bads()});
            }
            pen.line(TONES.get(i), points);
        }
        return pen.done();
    }

    /** The observed against the expected bad rate, group by group. */
    public static Plot reliability(List<ValidationReport> reports, Formats formats) {
        double most = 0.05;
        for (ValidationReport report : reports) {
            for (ModelPage.Group group : groups(report.figures().calibration())) {
                most = Math.max(most, Math.max(group.expected(), Math.min(group.high(), 1.5 * group.observed())));
            }
        }
        double high = Math.min(1, 1.05 * most);
        Plot.Pen pen = new Plot.Pen(0, high, 0, high)
                .ticks(at -> formats.percent(at, 0), at -> formats.percent(at, 0))
                .line("even", List.of(new double[] {0, 0}, new double[] {high, high}));
        for (int i = 0; i < reports.size(); i++) {
            for (ModelPage.Group group : groups(reports.get(i).figures().calibration())) {
                pen.mark(TONES.get(i), group.expected(), group.observed(), group.low(), group.high());
            }
        }
        return pen.done();
    }

    /** The groups of a calibration check. */
    public static List<ModelPage.Group> groups(CalibrationCheck check) {
        return check.reliability().stream()
                .map(group -> new ModelPage.Group(
                        group.expected(),
                        group.observed(),
                        group.interval().low(),
                        group.interval().high(),
                        group.rows()))
                .toList();
    }

    /** Share of all bads caught against share of all cases refused. */
    public static Plot gain(List<ValidationReport> reports, Formats formats) {
        Plot.Pen pen = new Plot.Pen(0, 1, 0, 1)
                .ticks(at -> formats.percent(at, 0), at -> formats.percent(at, 0))
                .line("even", List.of(new double[] {0, 0}, new double[] {1, 1}));
        for (int i = 0; i < reports.size(); i++) {
            List<Lift.Band> bands = reports.get(i).lift().bands();
            double all = bands.stream().mapToDouble(Lift.Band::cases).sum();
            List<double[]> points = new ArrayList<>(List.of(new double[] {0, 0}));
            double passed = 0;
            for (Lift.Band band : bands) {
                passed += band.cases();
                points.add(new double[] {passed / all, band.gain()});
            }
            pen.line(TONES.get(i), points);
        }
        return pen.done();
    }

    /** How goods and bads lie over the PD: each class by itself adds up to one. */
    public static Plot distribution(Distribution distribution, Formats formats) {
        double goods = distribution.bands().stream()
                .mapToDouble(Distribution.Band::goods)
                .sum();
        double bads = distribution.bands().stream()
                .mapToDouble(Distribution.Band::bads)
                .sum();
        double most = 0;
        for (Distribution.Band band : distribution.bands()) {
            most = Math.max(most, Math.max(band.goods() / goods, band.bads() / bads));
        }
        double low = distribution.bands().getFirst().from();
        double high = distribution.bands().getLast().to();
        Plot.Pen pen = new Plot.Pen(low, high, 0, 1.05 * most)
                .ticks(at -> formats.percent(at, 0), at -> formats.percent(at, 0));
        List<double[]> badSteps = new ArrayList<>();
        for (Distribution.Band band : distribution.bands()) {
            pen.bar("soft", band.from(), band.to(), band.goods() / goods);
            badSteps.add(new double[] {band.from(), band.bads() / bads});
            badSteps.add(new double[] {band.to(), band.bads() / bads});
        }
        return pen.line("risk", badSteps).done();
    }
}
