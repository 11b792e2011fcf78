package org.quanheng.app.decision;

import java.nio.charset.StandardCharsets;
import org.quanheng.balance.live.AskingPlan;
import org.quanheng.balance.live.StagedModel;
import org.quanheng.balance.value.AskingRules;
import org.quanheng.balance.value.Stakes;
import org.quanheng.fault.Faults;
import org.quanheng.policy.Policy;
import org.quanheng.policy.document.PolicyDocument;
import org.quanheng.policy.risk.ScorecardModel;
import org.quanheng.scoring.table.CsvFormat;
import org.quanheng.scoring.table.CsvTable;
import org.quanheng.scoring.table.Table;

/** Puts a plan of evidence before the scorecard of a policy. */
final class EvidenceModels {
    private EvidenceModels() {}

    /**
     * The policy with its plan of evidence.
     *
     * @param policy the policy on the bare scorecard
     * @throws org.quanheng.fault.FaultyInputException that names every fault of the plan
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
        Table people =
                CsvTable.read("people", evidence.people().getBytes(StandardCharsets.UTF_8), CsvFormat.standard());
        check(asked.fairness(), people);
        AskingPlan plan =
                AskingPlan.compile(asked.plan(), scorecard.scorecard(), people, stakes, rules, policy.factsOfRules());
        return policy.with(
                new StagedModel(scorecard, plan, document.requestFacts().amount()));
    }

    private static void check(EvidenceDocument.Fairness fairness, Table people) {
        Faults faults = new Faults("fairness of effort");
        faults.require(
                fairness.minutesAtMost().signum() >= 0,
                "minutesAtMost",
                "a number of at least 0",
                fairness.minutesAtMost());
        for (String group : fairness.groups()) {
            faults.require(people.has(group), "group " + group, "a column of the plan's people", people.names());
        }
        faults.throwIfAny();
    }
}
