package org.quanheng.balance.live;

import org.quanheng.balance.value.Friction;

/**
 * How one person of whom everything is known would have gone through a plan.
 *
 * @param steps steps asked
 * @param questions facts asked
 * @param friction of all steps asked
 * @param standing where the person stood when nothing more was asked
 */
public record Passage(int steps, int questions, Friction friction, Standing standing) {}
