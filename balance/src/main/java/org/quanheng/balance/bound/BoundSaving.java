package org.quanheng.balance.bound;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.scoring.table.Table;

/**
 * What score-bound stopping saves on a table of applicants, with stages in a fixed order and one cut-off.
 *
 * @param rows applicants
 * @param disagreements applicants decided otherwise than by the full score; always 0, counted and not assumed
 * @param decidedEarly applicants decided before the last stage
 * @param factsAsked facts asked of all applicants together
 * @param factsOfAll facts if everybody is asked everything
 */
public record BoundSaving(int rows, int disagreements, int decidedEarly, long factsAsked, long factsOfAll) {
    /**
     * Plays the stages over every row.
     *
     * @param stages facts of each stage, in order
     * @param cutOff points from which an applicant is approved
     * @throws org.quanheng.fault.FaultyInputException when a fact is of the wrong kind
     * @throws org.quanheng.fault.FaultyInputException that names every fact of the scorecard that no stage brings
     */
    public static BoundSaving of(PartialScores scores, List<List<String>> stages, Table people, double cutOff) {
        Faults faults = new Faults("stages");
        Set<String> brought = stages.stream().flatMap(List::stream).collect(Collectors.toSet());
        for (String fact : scores.card().facts()) {
            faults.require(brought.contains(fact), "fact " + fact, "a stage that brings it", "none");
        }
        faults.throwIfAny();
        int disagreements = 0;
        int early = 0;
        long asked = 0;
        for (int row = 0; row < people.rows(); row++) {
            Map<String, @Nullable Object> known = new HashMap<>();
            PartialScore score = scores.score(known);
            int stage = 0;
            while (stage < stages.size() && score.decided(cutOff).isEmpty()) {
                for (String fact : stages.get(stage)) {
                    known.put(fact, people.cell(row, fact));
                }
                score = scores.score(known);
                stage++;
            }
            int at = row;
            boolean full = scores.card().score(fact -> people.cell(at, fact)).points() >= cutOff;
            boolean bound = score.decided(cutOff).equals(Optional.of(PartialScore.Decided.APPROVE));
            disagreements += bound == full ? 0 : 1;
            early += stage < stages.size() ? 1 : 0;
            asked += known.size();
        }
        long all = stages.stream().mapToLong(List::size).sum() * people.rows();
        return new BoundSaving(people.rows(), disagreements, early, asked, all);
    }

    /** The share of facts that need not be asked. */
    public double share() {
        return factsOfAll == 0 ? 0 : 1 - (double) factsAsked / factsOfAll;
    }
}
