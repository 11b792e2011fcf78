package org.quanheng.policy.risk;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a model says of an application.
 *
 * @param pd probability of default over the life of the loan, 0 to 1, rounded so that it can be recomputed exactly
 * @param points score in points; more is better
 * @param contributions what each known characteristic contributed, in the order of the model
 * @param notAsked what was not asked and why; empty where everything is known
 */
public record Assessment(BigDecimal pd, BigDecimal points, List<Contribution> contributions, List<NotAsked> notAsked) {
    public Assessment {
        contributions = List.copyOf(contributions);
        notAsked = List.copyOf(notAsked);
        if (pd.signum() < 0 || pd.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("assessment: expected a PD from 0 to 1, got " + pd);
        }
    }

    /** The same when a rule decides: then nothing that was not asked could have changed anything. */
    public Assessment decidedByRule() {
        return new Assessment(
                pd,
                points,
                contributions,
                notAsked.stream().map(NotAsked::decidedByRule).toList());
    }
}
