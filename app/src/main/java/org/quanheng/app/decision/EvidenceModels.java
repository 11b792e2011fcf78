package org.quanheng.app.decision;

import java.nio.charset.StandardCharsets;
import org.quanheng.balance.live.AskingPlan;
import org.quanheng.balance.live.StagedModel;
import org.quanheng.balance.value.AskingRules;
import org.quanheng.balance.value.Stakes;
import org.quanheng.policy.Policy;
import org.quanheng.policy.document.PolicyDocument;
import org.quanheng.policy.risk.ScorecardModel;
import org.quanheng.scoring.table.CsvFormat;
import org.quanheng.scoring.table.CsvTable;

/** Puts a plan of evidence before the scorecard of a policy. */
final class EvidenceModels {
    private EvidenceModels() {}

    /**
     * The policy with its plan of evidence.
     *
     * @param policy the policy on the bare scorecard
     * @throws org.quanheng.lending.LendingException that names every fault of the plan
     */
    static Policy of(Policy policy, ScorecardModel scorecard, PolicySource.Evidence evidence) {
        PolicyDocument document = policy.document();
        EvidenceDocument asked = EvidenceDocument.parse(evidence.document());
        Stakes stakes = Stakes.of(
                document.price().lgd().doubleValue(),
                document.cutoffs().approveAtMost().doubleValue(),
                document.cutoffs().declineAbove().doubleValue());
        AskingRules rules = new AskingRules(
                asked.exchangeRate().doubleValue(),
                asked.goodwill().doubleValue(),
                asked.askEverythingShare().doubleValue());
        AskingPlan plan = AskingPlan.compile(
                asked.plan(),
                scorecard.scorecard(),
                CsvTable.read("people", evidence.people().getBytes(StandardCharsets.UTF_8), CsvFormat.standard()),
                stakes,
                rules,
                policy.factsOfRules());
        return policy.with(
                new StagedModel(scorecard, plan, document.requestFacts().amount()));
    }
}
