package org.quanheng.balance.frontier;

import java.util.List;

/** Several policies played over the same groups of people. */
public interface Study {
    /** How many people are in each group. */
    double[] counts();

    /** What each policy comes to, the groups counting as given. */
    List<Point> play(double[] counts);

    /** What each policy comes to. */
    default List<Point> points() {
        return play(counts());
    }
}
