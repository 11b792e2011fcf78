package org.quanheng.app.model.web.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.model.web.Forms.Wrong;
import org.quanheng.app.model.web.ModelPage;
import org.quanheng.app.model.web.Plots;
import org.quanheng.app.page.Page;
import org.quanheng.experience.Interval;
import org.quanheng.experience.Share;
import org.quanheng.scoring.validation.Comparison;
import org.quanheng.scoring.validation.ValidationReport;

/** Puts a comparison into rows and pictures. */
final class CompareViews {
    private final Page page;

    CompareViews(Page page) {
        this.page = page;
    }

    CompareView of(
            List<CompareView.Choice> choices,
            List<CompareView.Choice> sets,
            @Nullable String onData,
            boolean heldOut,
            @Nullable Comparison comparison,
            List<Wrong> wrongs) {
        if (comparison == null) {
            return new CompareView(
                    choices, sets, true, onData, heldOut, 0, 0, List.of(), List.of(), null, null, null, List.of(),
                    List.of(), List.of(), List.of(), wrongs);
        }
        List<ValidationReport> reports =
                comparison.models().stream().map(Comparison.Model::report).toList();
        List<CompareView.Named> names = IntStream.range(0, reports.size())
                .mapToObj(i -> new CompareView.Named(comparison.models().get(i).name(), Plots.TONES.get(i)))
                .toList();
        return new CompareView(
                choices,
                sets,
                false,
                onData,
                heldOut,
                reports.getFirst().figures().rows(),
                reports.getFirst().figures().bads(),
                names,
                measures(reports),
                Plots.roc(reports, page.formats()),
                Plots.reliability(reports, page.formats()),
                Plots.gain(reports, page.formats()),
                reports.stream()
                        .map(report -> Plots.distribution(report.distribution(), page.formats()))
                        .toList(),
                bands(reports),
                reliable(names, reports),
                comparison.differences().stream()
                        .map(each -> difference(each, names.getFirst().name()))
                        .toList(),
                wrongs);
    }

    private static List<CompareView.Measure> measures(List<ValidationReport> reports) {
        return List.of(
                new CompareView.Measure(
                        "auc",
                        reports.stream()
                                .map(report -> report.figures().auc())
                                .map(auc -> new CompareView.Value(auc.value(), auc.low(), auc.high()))
                                .toList()),
                single("gini", reports, report -> report.figures().gini()),
                single("ks", reports, report -> report.figures().ks().value()),
                single("h_measure", reports, ValidationReport::hMeasure),
                single("brier", reports, report -> report.figures().brier()),
                single("log_loss", reports, report -> report.figures().logLoss()),
                single(
                        "calibration_slope",
                        reports,
                        report -> report.figures().calibration().slope()),
                single(
                        "hosmer_lemeshow_p",
                        reports,
                        report -> report.figures().calibration().pValue()));
    }

    private static CompareView.Measure single(
            String key, List<ValidationReport> reports, ToDoubleFunction<ValidationReport> value) {
        return new CompareView.Measure(
                key,
                reports.stream()
                        .map(report -> new CompareView.Value(value.applyAsDouble(report), Double.NaN, Double.NaN))
                        .toList());
    }

    private static List<CompareView.Band> bands(List<ValidationReport> reports) {
        List<CompareView.Band> bands = new ArrayList<>();
        int count = reports.stream()
                .mapToInt(report -> report.lift().bands().size())
                .min()
                .orElse(0);
        for (int band = 0; band < count; band++) {
            int at = band;
            bands.add(new CompareView.Band(
                    band + 1,
                    reports.stream()
                            .map(report -> report.lift().bands().get(at).lift())
                            .toList(),
                    reports.stream()
                            .map(report -> report.lift().bands().get(at).gain())
                            .toList()));
        }
        return bands;
    }

    private static List<CompareView.Reliable> reliable(List<CompareView.Named> names, List<ValidationReport> reports) {
        List<CompareView.Reliable> reliable = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            for (ModelPage.Group group : Plots.groups(reports.get(i).figures().calibration())) {
                reliable.add(new CompareView.Reliable(names.get(i).name(), group));
            }
        }
        return reliable;
    }

    private static CompareView.Difference difference(Comparison.Difference difference, String champion) {
        return new CompareView.Difference(
                difference.challenger(),
                champion,
                List.of(
                        gap("auc", difference.auc()),
                        gap("brier", difference.brier()),
                        gap("log_loss", difference.logLoss())),
                difference.swaps().stream()
                        .map(swap -> new CompareView.Swap(
                                swap.approvals(),
                                side(swap.both(), swap.bothBads()),
                                side(swap.swappedIn(), swap.swappedInBads()),
                                side(swap.swappedOut(), swap.swappedOutBads())))
                        .toList());
    }

    private static CompareView.Gap gap(String key, Comparison.Interval interval) {
        return new CompareView.Gap(key, interval.value(), interval.low(), interval.high(), interval.pValue());
    }

    private static CompareView.Side side(int rows, int bads) {
        Share share = new Share(bads, rows);
        Interval interval = share.wilson95();
        return new CompareView.Side(rows, bads, share.value(), interval.low(), interval.high());
    }
}
