package org.quanheng.policy;

import java.util.List;
import org.quanheng.policy.reason.Reason;

/** What is decided. */
public sealed interface Outcome {
    /**
     * Yes.
     *
     * @param offers at least one; the first is nearest to what was asked
     * @param notes why less than asked is offered, if so
     */
    record Approve(List<Offer> offers, List<Reason> notes) implements Outcome {
        public Approve {
            offers = List.copyOf(offers);
            notes = List.copyOf(notes);
        }
    }

    /**
     * No.
     *
     * @param reasons principal reasons, ranked, at most four
     * @param offers what may be offered if persons overrule the PD; none if a rule or the price declined, which nobody overrules
     */
    record Decline(List<Reason> reasons, List<Offer> offers) implements Outcome {
        public Decline {
            reasons = List.copyOf(reasons);
            offers = List.copyOf(offers);
        }
    }

    /**
     * A person decides.
     *
     * @param reasons what weighed against the applicant, ranked, at most four
     * @param why why a person has to look
     * @param offers what may be offered if that person says yes
     */
    record Refer(List<Reason> reasons, List<Reason> why, List<Offer> offers) implements Outcome {
        public Refer {
            reasons = List.copyOf(reasons);
            why = List.copyOf(why);
            offers = List.copyOf(offers);
        }
    }
}
