package org.quanheng.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.quanheng.policy.document.Layer;
import org.quanheng.policy.risk.Assessment;
import org.quanheng.policy.rule.Verdict;

/**
 * What the policy answers, and everything that it is made of.
 *
 * @param outcome what is decided
 * @param assessment PD, points and contributions
 * @param layers points against the average applicant in each layer; a layer without a characteristic is absent
 * @param grade risk grade of the PD
 * @param eligibility rows of the rules that apply, and the nearest that does not
 * @param limit limit at the term asked for
 * @param receipt proof that anyone can recompute
 */
public record Answer(
        Outcome outcome,
        Assessment assessment,
        SortedMap<Layer, BigDecimal> layers,
        String grade,
        Verdict eligibility,
        Limit limit,
        Receipt receipt) {
    /** Probability of default over the life of the loan. */
    public BigDecimal pd() {
        return assessment.pd();
    }

    /** Score in points; more is better. */
    public BigDecimal points() {
        return assessment.points();
    }

    /** The offers, if any: those of an approval, or those that persons may make; only the outcome says which. */
    public List<Offer> offers() {
        return switch (outcome) {
            case Outcome.Approve approve -> approve.offers();
            case Outcome.Refer refer -> refer.offers();
            case Outcome.Decline decline -> decline.offers();
        };
    }

    /** The offer of a name, if it was made. */
    public Optional<Offer> offer(String id) {
        return offers().stream().filter(offer -> offer.id().equals(id)).findFirst();
    }

    Answer with(Receipt proof) {
        return new Answer(outcome, assessment, layers, grade, eligibility, limit, proof);
    }
}
