package org.quanheng.balance.value;

/**
 * What a question can turn a PD into, and how likely each is.
 *
 * @param pds possible PDs once the answer is known
 * @param chances probability of each, in the same order; they sum to 1
 */
public record Prospect(double[] pds, double[] chances) {
    /** A prospect of as many PDs as chances. */
    public Prospect {
        if (pds.length != chances.length || pds.length == 0) {
            throw new IllegalArgumentException(
                    "prospect: expected as many PDs as chances, came " + pds.length + " and " + chances.length);
        }
    }

    /** The PD before the answer: the mean of those after it. */
    public double pd() {
        double sum = 0;
        for (int i = 0; i < pds.length; i++) {
            sum += chances[i] * pds[i];
        }
        return sum;
    }

    /**
     * Expected value of sample information: E[max_d u(d)] − max_d E[u(d)] (Raiffa and Schlaifer, Applied Statistical Decision Theory, 1961).
     *
     * <p>Never negative, not even by rounding: each sum adds in the same order, and rounding is monotone.
     */
    public double worth(Stakes stakes) {
        double approve = 0;
        double refer = 0;
        double total = 0;
        for (int i = 0; i < pds.length; i++) {
            double ifApproved = chances[i] * stakes.approve(pds[i]);
            double ifReferred = chances[i] * stakes.refer(pds[i]);
            approve += ifApproved;
            refer += ifReferred;
            total += Math.max(0, Math.max(ifApproved, ifReferred));
        }
        double best = Math.max(0, Math.max(approve, refer));
        return total - best;
    }

    /** Probability that the answer changes the choice. */
    public double chanceOfChange(Stakes stakes) {
        Choice now = stakes.choiceAt(pd());
        double sum = 0;
        for (int i = 0; i < pds.length; i++) {
            sum += stakes.choiceAt(pds[i]) == now ? 0 : chances[i];
        }
        return sum;
    }
}
