package org.quanheng.balance.crossfit;

import org.quanheng.balance.stopping.StageStopping;

/** What one policy came to on the rows of one outer fold, in counts. */
final class Tally {
    int people;
    int approved;
    int bad;
    int badAskAll;
    int cameIn;
    int wentOut;
    int same;
    int askedEverything;
    int decidedAtFirst;
    long stages;
    long facts;
    double effort;

    /** Rows approved by the policy alone, then as −1 − row those approved alone by asking everything. */
    int[] swaps = new int[0];

    /** Counts a policy's decisions on the rows of the outer fold. */
    static Tally of(OuterFold fold, StageStopping.Decisions decisions) {
        Tally tally = new Tally();
        int[] rows = fold.heldByRisk();
        int[] swaps = new int[rows.length];
        for (int row : rows) {
            tally.approved += decisions.approved()[row] ? 1 : 0;
            tally.add(fold, decisions.stage()[row]);
        }
        int count = 0;
        for (int rank = 0; rank < rows.length; rank++) {
            int row = rows[rank];
            boolean approved = decisions.approved()[row];
            boolean byAll = rank < tally.approved;
            int bad = fold.bad(row) ? 1 : 0;
            tally.bad += approved ? bad : 0;
            tally.badAskAll += byAll ? bad : 0;
            if (approved == byAll) {
                tally.same++;
            } else {
                tally.cameIn += approved ? bad : 0;
                tally.wentOut += byAll ? bad : 0;
                swaps[count++] = approved ? row : -1 - row;
            }
        }
        tally.swaps = java.util.Arrays.copyOf(swaps, count);
        return tally;
    }

    private void add(OuterFold fold, int stage) {
        people++;
        stages += stage + 1;
        facts += fold.facts(stage);
        effort += fold.effort(stage);
        askedEverything += stage == fold.lastStage() ? 1 : 0;
        decidedAtFirst += stage == 0 ? 1 : 0;
    }
}
