package org.quanheng.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.audit.AuditChain;
import org.quanheng.app.audit.ChainVerification;
import org.quanheng.app.board.BoardFigures;
import org.quanheng.app.journey.JourneyEvents;
import org.quanheng.app.loan.Loans;
import org.quanheng.app.sample.SampleLender;
import org.quanheng.cli.replay.Latencies;
import org.quanheng.cli.replay.Replay;
import org.quanheng.experience.Journey;
import org.quanheng.lending.Money;
import org.quanheng.scoring.validation.Figures;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What happened in the replay, read from the running application. */
final class DemoSummary {
    private DemoSummary() {}

    /** The one document of the demo. */
    static ObjectNode document(ApplicationContext application, List<Replay.Met> met) {
        BoardFigures board = application.getBean(BoardFigures.class);
        BoardFigures.Totals totals = board.totals();
        BoardFigures.Known known = board.known(SampleLender.MODEL);
        Figures figures = Figures.of(known.pd(), known.bad());
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
        document.put("ks", four(figures.ks().value())).put("questionsPerApplicant", questions(application, met));
        List<Long> waits = met.stream()
                .map(Replay.Met::decisionMillis)
                .filter(millis -> millis >= 0)
                .toList();
        document.putObject("decisionMillis").put("p50", quantile(waits, 0.5)).put("p99", quantile(waits, 0.99));
        AuditChain chain = application.getBean(AuditChain.class);
        chain.seal();
        ChainVerification verification = chain.verify();
        return document.put("loans", totals.loans())
                .put("ledgerSum", ledgerSum(application.getBean(Loans.class).ledgerSums()))
                .put("auditRecords", verification.records())
                .put("auditChainVerified", verification.verified() && verification.waiting() == 0);
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

    private static BigDecimal four(double value) {
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

    /** The document in sentences. */
    static String text(JsonNode document) {
        return String.format(
                Locale.ROOT,
                """
                %s people applied: %s approved, %s declined, %s referred to a person.
                Risk        %s of the approved went bad in truth; %s if all had been approved.
                Model       AUC %s [%s, %s], KS %s, on people whom it had never seen.
                Experience  %s questions an applicant; the answer came within %s ms (median), %s ms (99 of 100).
                Books       %s loans; the ledger sums to %s; %s audit records, chain %s.
                Amounts are in Deutsche Mark (DM) of 1973 to 1975.""",
                document.path("applications").asString(),
                document.path("approved").asString(),
                document.path("declined").asString(),
                document.path("referred").asString(),
                percent(document.path("badRateApproved")),
                percent(document.path("badRateIfAllApproved")),
                document.path("auc").asString(),
                document.at("/aucInterval/0").asString(),
                document.at("/aucInterval/1").asString(),
                document.path("ks").asString(),
                document.path("questionsPerApplicant").asString(),
                document.at("/decisionMillis/p50").asString(),
                document.at("/decisionMillis/p99").asString(),
                document.path("loans").asString(),
                document.path("ledgerSum").asString(),
                document.path("auditRecords").asString(),
                document.path("auditChainVerified").asBoolean() ? "verified" : "BROKEN");
    }

    private static String percent(JsonNode rate) {
        return rate.isNumber() ? String.format(Locale.ROOT, "%.1f %%", 100 * rate.asDouble()) : "none";
    }
}
