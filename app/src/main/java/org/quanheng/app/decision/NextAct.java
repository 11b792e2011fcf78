package org.quanheng.app.decision;

import java.util.Set;
import org.quanheng.balance.live.Advice;

/** What to do next with an application. */
public sealed interface NextAct {
    /**
     * Ask one step more.
     *
     * @param advice which, why it is worth asking, and what it can change
     * @param mayFollow facts that may still be worth asking after it
     */
    record Ask(Advice.Ask advice, Set<String> mayFollow) implements NextAct {
        public Ask {
            mayFollow = Set.copyOf(mayFollow);
        }
    }

    /** Answer now. */
    record Answer(Decisions.PolicyAnswer given) implements NextAct {}
}
