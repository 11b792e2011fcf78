package org.quanheng.balance.live;

import java.util.List;
import org.quanheng.balance.EvidenceStep;
import org.quanheng.balance.value.Friction;

/**
 * How one person of whom everything is known would have gone through a plan.
 *
 * @param asked steps asked, in order
 * @param questions facts asked
 * @param friction of all steps asked
 * @param standing where the person stood when nothing more was asked
 */
public record Passage(List<EvidenceStep> asked, int questions, Friction friction, Standing standing) {
    public Passage {
        asked = List.copyOf(asked);
    }
}
