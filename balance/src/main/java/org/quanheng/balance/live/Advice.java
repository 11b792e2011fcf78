package org.quanheng.balance.live;

import java.util.List;
import java.util.Set;
import org.quanheng.balance.EvidenceStep;
import org.quanheng.balance.value.Choice;

/** What to do next with one applicant. */
public sealed interface Advice {
    /** Where the applicant stands now. */
    Standing standing();

    /** Why a step is asked. */
    enum Why {
        /** Law or policy requires it. */
        REQUIRED,
        /** It is worth more than it costs. */
        WORTH_ASKING,
        /** The applicant is in the random slice that is asked everything. */
        RANDOM_SLICE
    }

    /**
     * Ask this step next.
     *
     * @param worth expected value of its answer, in the unit of the stakes
     * @param netGain worth after friction; negative for a required step that would not pay
     * @param chanceOfChange probability that the answer changes the choice
     * @param reachable choices that some answer to it leads to, the present one included
     * @param together how many steps were looked at together: 1 when this one pays alone, more when only several do
     */
    record Ask(
            EvidenceStep step,
            Why why,
            Standing standing,
            double worth,
            double netGain,
            double chanceOfChange,
            Set<Choice> reachable,
            int together)
            implements Advice {
        public Ask {
            reachable = Set.copyOf(reachable);
        }
    }

    /** Decide now: {@link Standing#choice()}, for certain or because nothing more is worth asking. */
    record Enough(Standing standing, List<NotAsked> notAsked) implements Advice {
        public Enough {
            notAsked = List.copyOf(notAsked);
        }
    }

    /**
     * A step that is left out.
     *
     * @param cannotChange true when no answer to it and to the others left could change the choice; false when it could, but is not worth it
     * @param worth expected value of its answer
     * @param netGain worth after friction
     */
    record NotAsked(EvidenceStep step, boolean cannotChange, double worth, double netGain) {}
}
