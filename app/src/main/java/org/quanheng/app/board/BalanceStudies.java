package org.quanheng.app.board;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.quanheng.app.decision.EvidenceDocument;
import org.quanheng.app.decision.Policies;
import org.quanheng.app.decision.PolicySource;
import org.quanheng.app.decision.Proposals;
import org.quanheng.balance.frontier.Bands;
import org.quanheng.balance.frontier.Frontier;
import org.quanheng.balance.frontier.Objective;
import org.quanheng.balance.frontier.Point;
import org.quanheng.balance.ledger.FairnessOfEffort;
import org.quanheng.balance.ledger.FrictionLedger;
import org.quanheng.balance.live.AskingPlan;
import org.quanheng.balance.live.Passage;
import org.quanheng.balance.live.Rehearsal;
import org.quanheng.balance.live.StagedModel;
import org.quanheng.balance.value.AskingRules;
import org.quanheng.policy.Policy;
import org.quanheng.scoring.table.CsvFormat;
import org.quanheng.scoring.table.CsvTable;
import org.quanheng.scoring.table.Table;
import org.springframework.stereotype.Component;

/** Plays the live policy at many exchange rates over the people of its plan of evidence; once for each version, in the background. */
@Component
public class BalanceStudies {
    /** Exchange rates that are played beside the live one, in the policy's currency for a minute. */
    private static final List<Double> RATES =
            List.of(0.0, 0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0, 24.0, 32.0, 64.0);

    private static final int DRAWS = 400;
    private static final long SEED = 20261126;
    private static final int MOST_KEPT = 4;

    /** A page waits so long for a study before it says that it is being worked out. */
    private static final long PATIENCE_MILLIS = 150;

    private final Policies policies;
    private final Proposals proposals;
    private final AsyncLoadingCache<String, Optional<BalanceStudy>> studies =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).buildAsync(this::study);

    BalanceStudies(Policies policies, Proposals proposals) {
        this.policies = policies;
        this.proposals = proposals;
    }

    /** How far the study of the live policy is. */
    public sealed interface Progress {
        /** It is done. */
        record Done(BalanceStudy study) implements Progress {}

        /** It is being worked out; that takes some seconds. */
        record Working() implements Progress {}

        /** There is nothing to study: no policy is live, or it has no plan of evidence. */
        record Nothing() implements Progress {}
    }

    /** The study of the live policy, or that it is being worked out. */
    public Progress live() {
        Optional<Policy> live = policies.live();
        if (live.isEmpty()) {
            return new Progress.Nothing();
        }
        CompletableFuture<Optional<BalanceStudy>> working =
                studies.get(live.get().document().version());
        try {
            return working.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .<Progress>map(Progress.Done::new)
                    .orElseGet(Progress.Nothing::new);
        } catch (TimeoutException e) {
            return new Progress.Working();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Progress.Working();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the study of the live policy failed", e);
        }
    }

    private Optional<BalanceStudy> study(String version) {
        Policy policy = policies.version(version);
        PolicySource.Evidence source = policies.source(version).evidence();
        Optional<EvidenceDocument> evidence = proposals.evidenceOf(version);
        if (source == null || evidence.isEmpty() || !(policy.model() instanceof StagedModel staged)) {
            return Optional.empty();
        }
        Table people = CsvTable.read("people", source.people().getBytes(StandardCharsets.UTF_8), CsvFormat.standard());
        return Optional.of(study(policy, evidence.get(), staged, people));
    }

    private static BalanceStudy study(Policy policy, EvidenceDocument evidence, StagedModel staged, Table people) {
        AskingPlan live = staged.plan();
        double[] rates = DoubleStream.concat(
                        RATES.stream().mapToDouble(Double::doubleValue),
                        DoubleStream.of(live.rules().exchangeRate()))
                .distinct()
                .sorted()
                .toArray();
        List<AskingPlan> plans = new ArrayList<>(Arrays.stream(rates)
                .mapToObj(rate -> live.with(at(live.rules(), rate)))
                .toList());
        plans.add(everything(live));

        // The full model's calibrated PD stands for how people turn out: their own outcomes made the model, and would
        // flatter it.
        double[] pds = live.card().pds(people);
        double[] eads = new double[people.rows()];
        String amountFact = policy.document().requestFacts().amount();
        Arrays.setAll(eads, row -> people.cell(row, amountFact) instanceof Double asked ? asked : 0);
        Rehearsal played =
                Rehearsal.of(plans, people, pds, eads, evidence.reviewMinutes().doubleValue());
        Bands bands = Bands.of(played, DRAWS, new SplittableRandom(SEED));
        Map<String, List<String>> groups = groups(evidence.fairness(), people);
        List<Point> points = played.points();
        return new BalanceStudy(
                policy.document().version(),
                evidence,
                policy.document().currency().getCurrencyCode(),
                people.rows(),
                IntStream.range(0, plans.size())
                        .mapToObj(way ->
                                way(played, points.get(way), bands, way, FairnessOfEffort.of(played, way, pds, groups)))
                        .toList(),
                Arrays.binarySearch(rates, live.rules().exchangeRate()),
                FairnessOfEffort.best(
                        played,
                        pds,
                        groups,
                        evidence.fairness().minutesAtMost().doubleValue(),
                        live.rules().exchangeRate()),
                bands,
                Frontier.of(points, Objective.LOSS, Objective.EFFORT),
                FrictionLedger.of(live, people, pds, eads, DRAWS, new SplittableRandom(SEED)));
    }

    /** By column, the group of each person. */
    private static Map<String, List<String>> groups(EvidenceDocument.Fairness fairness, Table people) {
        return fairness.groups().stream()
                .collect(Collectors.toMap(
                        column -> column,
                        column -> IntStream.range(0, people.rows())
                                .mapToObj(row -> Objects.requireNonNullElse(people.cell(row, column), "unknown")
                                        .toString())
                                .toList()));
    }

    private static AskingRules at(AskingRules rules, double rate) {
        return new AskingRules(rate, rules.goodwill(), rules.askAllShare());
    }

    private static AskingPlan everything(AskingPlan live) {
        return live.with(
                new AskingRules(live.rules().exchangeRate(), live.rules().goodwill(), 1));
    }

    private static BalanceStudy.Way way(
            Rehearsal played, Point point, Bands bands, int way, FairnessOfEffort fairness) {
        return new BalanceStudy.Way(
                point,
                played.passages(way).stream()
                        .mapToInt(Passage::questions)
                        .average()
                        .orElse(Double.NaN),
                fairness,
                bands.of(way, Point::loss),
                bands.of(way, Point::minutes));
    }
}
