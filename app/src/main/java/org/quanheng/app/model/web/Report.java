package org.quanheng.app.model.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Accounts;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.model.Champions;
import org.quanheng.app.model.Proposal;
import org.quanheng.app.model.RegisteredModel;
import org.quanheng.app.model.workshop.DataSets;
import org.quanheng.app.model.workshop.DriftWatch;
import org.quanheng.app.model.workshop.Recipe;
import org.quanheng.app.model.workshop.Samples;
import org.quanheng.app.model.workshop.Training;
import org.quanheng.app.page.Page;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.binning.PreBins;
import org.quanheng.scoring.fairness.Fairness;
import org.quanheng.scoring.scorecard.PdModel;
import org.quanheng.scoring.table.Column;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.validation.ValidationReport;
import org.springframework.stereotype.Component;

/** Puts the validation report of a model together. */
@Component
class Report {
    /** The share of least risk that counts as approved where the report looks at fairness. */
    private static final double APPROVED = 0.7;

    private static final int AGE_GROUPS = 4;
    private static final int VALUES_MAX = 12;

    private final Judging judging;
    private final Samples samples;
    private final DataSets data;
    private final DriftWatch drift;
    private final Champions champions;
    private final Accounts accounts;
    private final Clock clock;

    Report(
            Judging judging,
            Samples samples,
            DataSets data,
            DriftWatch drift,
            Champions champions,
            Accounts accounts,
            Clock clock) {
        this.judging = judging;
        this.samples = samples;
        this.data = data;
        this.drift = drift;
        this.champions = champions;
        this.accounts = accounts;
        this.clock = clock;
    }

    ReportView of(RegisteredModel model, StaffMember by, Page page) {
        PdModel card = model.model();
        Optional<Training> training = samples.training(model);
        List<Judging.Judged> judged = judging.of(model);
        List<TrainingView.Measure> measures = new ArrayList<>();
        judged.forEach(
                each -> measures.addAll(Measures.of(each.sample(), each.report().figures())));
        measures.addAll(Measures.of(card.development()));
        measures.addAll(Measures.of("train", model.figures()));
        Optional<Sample> heldOut = samples.heldOut(model);
        double cutOff = heldOut.map(sample -> cutOff(card, sample)).orElse(Double.NaN);
        List<Proposal> history = champions.history(model.book());
        return new ReportView(
                model,
                WorkshopController.standing(
                        model.id(), champions.champion(model.book()).orElse(""), history),
                accounts.nameOf(model.registeredBy()).orElse(model.registeredBy()),
                clock.instant(),
                by.displayName(),
                training.map(each -> data.find(each.dataSetId())).orElse(null),
                training.map(Training::recipe).orElse(null),
                measures,
                judged.stream().map(each -> judgement(each, page)).toList(),
                heldOut.isEmpty() || training.isEmpty()
                        ? List.of()
                        : fairness(card, heldOut.get(), training.get().recipe(), cutOff, page),
                cutOff,
                drift.points(model, page.zone()).stream()
                        .map(DriftController::point)
                        .toList(),
                history.stream()
                        .filter(each -> each.modelId().equals(model.id()))
                        .map(each -> ProposalViews.of(each, accounts))
                        .toList(),
                CardViews.of(card, page, fact -> null));
    }

    private ReportView.Judgement judgement(Judging.Judged judged, Page page) {
        ValidationReport report = judged.report();
        List<ValidationReport> one = List.of(report);
        return new ReportView.Judgement(
                judged.sample(),
                report.hMeasure(),
                Plots.roc(one, page.formats()),
                Plots.reliability(one, page.formats()),
                Plots.gain(one, page.formats()),
                Plots.distribution(report.distribution(), page.formats()),
                Plots.groups(report.figures().calibration()),
                report.lift().bands().stream()
                        .map(band -> new ReportView.Band(band.cases(), band.bads(), band.lift(), band.gain()))
                        .toList());
    }

    private static double cutOff(PdModel card, Sample sample) {
        double[] pd = card.pds(sample.table());
        Arrays.sort(pd);
        return pd[(int) Math.min(pd.length - 1, Math.round(APPROVED * pd.length))];
    }

    private static List<ReportView.Fair> fairness(
            PdModel card, Sample sample, Recipe recipe, double cutOff, Page page) {
        double[] pd = card.pds(sample.table());
        return recipe.card().protectedColumns().stream()
                .filter(sample.table()::has)
                .map(column -> new ReportView.Fair(
                        page.factOrColumn(column),
                        Fairness.of(pd, sample.bad(), groups(sample.table().column(column), page), cutOff)))
                .toList();
    }

    /** The group of each row: its value when there are few, otherwise one of four ranges. */
    private static List<@Nullable String> groups(Column column, Page page) {
        Bins all = PreBins.withoutOutcomes(column, VALUES_MAX);
        Bins bins = all.regular() < VALUES_MAX ? all : PreBins.withoutOutcomes(column, AGE_GROUPS);
        byte[] assigned = bins.assign(column);
        List<@Nullable String> groups = new ArrayList<>();
        for (int row = 0; row < assigned.length; row++) {
            groups.add(column.isMissing(row) ? null : CardViews.label(column.name(), bins, assigned[row], page));
        }
        return groups;
    }
}
