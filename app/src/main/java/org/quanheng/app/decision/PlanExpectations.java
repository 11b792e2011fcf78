package org.quanheng.app.decision;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanheng.balance.EvidenceStep;
import org.quanheng.balance.live.AskingPlan;
import org.quanheng.balance.live.Rehearsal;
import org.quanheng.balance.live.StagedModel;
import org.quanheng.policy.Policy;
import org.quanheng.scoring.table.CsvFormat;
import org.quanheng.scoring.table.CsvTable;
import org.quanheng.scoring.table.Table;
import org.springframework.stereotype.Component;

/** What the live policy is going to ask, found by playing its plan over people of whom everything is known. */
@Component
public class PlanExpectations {
    /** Enough to know between which counts of questions most people lie, and done before the first page after a start is late. */
    private static final int PEOPLE_MOST = 100;

    private static final int MOST_KEPT = 4;

    private final Policies policies;
    private final LoadingCache<String, List<Set<String>>> asked =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build(this::asked);

    PlanExpectations(Policies policies) {
        this.policies = policies;
    }

    /** The ids of the steps that each of some people would be asked; nobody where the live policy has no plan. */
    public List<Set<String>> stepsAsked() {
        return policies.live()
                .map(policy -> asked.get(policy.document().version()))
                .orElse(List.of());
    }

    private List<Set<String>> asked(String version) {
        Policy policy = policies.version(version);
        PolicySource.Evidence evidence = policies.source(version).evidence();
        if (evidence == null || !(policy.model() instanceof StagedModel staged)) {
            return List.of();
        }
        Table all = CsvTable.read("people", evidence.people().getBytes(StandardCharsets.UTF_8), CsvFormat.standard());
        int apart = Math.max(1, all.rows() / PEOPLE_MOST);
        Table people = all.where(row -> row % apart == 0);
        AskingPlan plan = staged.plan();
        double[] eads = new double[people.rows()];
        String amount = policy.document().requestFacts().amount();
        Arrays.setAll(eads, row -> people.cell(row, amount) instanceof Double asking ? asking : 0);
        return Rehearsal.of(List.of(plan), people, plan.card().pds(people), eads, 0).passages(0).stream()
                .map(passage -> passage.asked().stream().map(EvidenceStep::id).collect(Collectors.toUnmodifiableSet()))
                .toList();
    }
}
