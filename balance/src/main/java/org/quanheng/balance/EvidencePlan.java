package org.quanheng.balance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quanheng.fault.Faults;

/**
 * All steps of a journey in the order in which they are asked unless something else is worth more.
 *
 * @param steps at least one; no id and no fact stands twice
 */
public record EvidencePlan(List<EvidenceStep> steps) {
    /**
     * A plan that holds together.
     *
     * @throws org.quanheng.fault.FaultyInputException that names every fault of the steps
     */
    public EvidencePlan {
        steps = List.copyOf(steps);
        Faults faults = new Faults("evidence plan");
        faults.require(!steps.isEmpty(), "steps", "at least one step", "none");
        Set<String> ids = new HashSet<>();
        Set<String> facts = new HashSet<>();
        for (EvidenceStep step : steps) {
            check(step, ids, facts, faults);
        }
        faults.throwIfAny();
    }

    private static void check(EvidenceStep step, Set<String> ids, Set<String> facts, Faults faults) {
        String subject = "step " + step.id();
        faults.require(ids.add(step.id()), subject, "a step that stands once", "it stands twice");
        faults.require(!step.facts().isEmpty(), subject, "at least one fact", "none");
        for (String fact : step.facts()) {
            faults.require(
                    facts.add(fact), subject + ", fact " + fact, "a fact that one step asks for", "two ask for it");
        }
        faults.require(atLeastZero(step.minutes()), subject + ", minutes", "a number of at least 0", step.minutes());
        faults.require(step.cost().signum() >= 0, subject + ", cost", "a number of at least 0", step.cost());
        faults.require(
                step.hazard() >= 0 && step.hazard() <= 1, subject + ", hazard", "a probability, 0 to 1", step.hazard());
    }

    private static boolean atLeastZero(double value) {
        return value >= 0 && Double.isFinite(value);
    }

    /** Minutes of a customer who is asked everything. */
    public double minutesOfAll() {
        return steps.stream().mapToDouble(EvidenceStep::minutes).sum();
    }

    /** Steps that are never skipped, in order. */
    public List<EvidenceStep> required() {
        return steps.stream().filter(EvidenceStep::required).toList();
    }
}
