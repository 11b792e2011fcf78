package org.quanheng.cli.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.audit.AuditChain;
import org.quanheng.app.audit.ChainVerification;
import org.quanheng.app.board.BoardFigures;
import org.quanheng.app.board.PlanComparisons;
import org.quanheng.app.journey.JourneyEvents;
import org.quanheng.app.loan.Loans;
import org.quanheng.app.model.DecidedCase;
import org.quanheng.app.model.ModelUse;
import org.quanheng.app.model.Models;
import org.quanheng.app.sample.SampleLender;
import org.quanheng.cli.replay.Latencies;
import org.quanheng.cli.replay.People;
import org.quanheng.cli.replay.Replay;
import org.quanheng.cli.shell.Json;
import org.quanheng.experience.Journey;
import org.quanheng.experience.Share;
import org.quanheng.lending.Money;
import org.quanheng.scoring.scorecard.PdModel;
import org.quanheng.scoring.table.Table;
import org.quanheng.scoring.validation.Figures;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.node.ObjectNode;

/** What happened in the replay, read from the running application. */
final class DemoSummary {
    private DemoSummary() {}

    /** The one document of the demo. */
    static ObjectNode document(ApplicationContext application, List<Replay.Met> met, LocalDate today) {
        BoardFigures board = application.getBean(BoardFigures.class);
        BoardFigures.Totals totals = board.totals();
        Figures figures = ofModel(application, met);
        ObjectNode document = Json.object()
                .put("applications", totals.applications())
                .put("approved", totals.approved())
                .put("declined", totals.declined())
                .put("referred", totals.referred())
                .put("badRateApproved", rate(totals.approvedBad(), totals.approvedKnown()))
                .put("badRateIfAllApproved", rate(totals.bad(), totals.known()))
                .put("auc", four(figures.auc().value()));
        document.putArray("aucInterval")
                .add(four(figures.auc().low()))
                .add(four(figures.auc().high()));
        Figures ofDecisions = ofDecisions(application);
        document.put("aucOfDecisions", four(ofDecisions.auc().value()));
        document.putArray("aucOfDecisionsInterval")
                .add(four(ofDecisions.auc().low()))
                .add(four(ofDecisions.auc().high()));
        document.put("ks", four(figures.ks().value())).put("questionsPerApplicant", questions(application, met));
        List<Long> waits = met.stream()
                .map(Replay.Met::decisionMillis)
                .filter(millis -> millis >= 0)
                .toList();
        document.putObject("decisionMillis").put("p50", quantile(waits, 0.5)).put("p99", quantile(waits, 0.99));
        Share untouched = totals.straightThrough();
        document.putObject("untouchedByPerson")
                .put("value", four(untouched.value()))
                .put("low", four(untouched.wilson95().low()))
                .put("high", four(untouched.wilson95().high()));
        ReplayedPlan.compare(application, met, today).ifPresent(comparison -> {
            application.getBean(PlanComparisons.class).keep(SampleLender.MAKER, comparison);
            ReplayedPlan.write(comparison, document);
        });
        AuditChain chain = application.getBean(AuditChain.class);
        chain.seal();
        ChainVerification verification = chain.verify();
        return document.put("loans", totals.loans())
                .put("ledgerSum", ledgerSum(application.getBean(Loans.class).ledgerSums()))
                .put("auditRecords", verification.records())
                .put("auditChainVerified", verification.verified() && verification.waiting() == 0);
    }

    /**
     * How well the scorecard tells goods from bads when everything is known, which it is here after everybody has an answer. The
     * decisions' own PDs know less where less was asked; their figure stands beside it.
     */
    private static Figures ofModel(ApplicationContext application, List<Replay.Met> met) {
        Table histories = SampleLender.histories();
        Table applicants = histories.take(met.stream().mapToInt(Replay.Met::row).toArray());
        boolean[] bad = new boolean[met.size()];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = People.wentBad(histories, met.get(i).row());
        }
        PdModel model = application
                .getBean(Models.class)
                .find(SampleLender.MODEL)
                .orElseThrow()
                .model();
        return Figures.of(model.pds(applicants), bad);
    }

    /** The same of the PDs on which it was decided. */
    private static Figures ofDecisions(ApplicationContext application) {
        List<DecidedCase> known =
                application.getBean(ModelUse.class).decided(SampleLender.MODEL, Integer.MAX_VALUE).stream()
                        .filter(one -> one.bad() != null)
                        .toList();
        boolean[] bad = new boolean[known.size()];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = Boolean.TRUE.equals(known.get(i).bad());
        }
        return Figures.of(known.stream().mapToDouble(DecidedCase::pd).toArray(), bad);
    }

    private static BigDecimal questions(ApplicationContext application, List<Replay.Met> met) {
        JourneyEvents journey = application.getBean(JourneyEvents.class);
        double sum = met.stream()
                .mapToInt(one -> Journey.of(journey.of(UUID.fromString(one.application())))
                        .questionsAsked())
                .average()
                .orElse(0);
        return BigDecimal.valueOf(sum).setScale(2, RoundingMode.HALF_UP);
    }

    private static @Nullable Long quantile(List<Long> millis, double share) {
        return millis.isEmpty() ? null : Latencies.quantile(millis, share);
    }

    private static @Nullable BigDecimal rate(long bad, long of) {
        return of == 0 ? null : four((double) bad / of);
    }

    /** A figure to four decimals. */
    static BigDecimal four(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
    }

    /** Zero when every currency sums to zero, else the first sum that does not. */
    private static String ledgerSum(List<Money> sums) {
        return sums.stream()
                .filter(sum -> !sum.isZero())
                .findFirst()
                .map(sum -> sum.amount().toPlainString())
                .orElse("0.00");
    }
}
