package org.quanheng.balance.frontier;

import org.quanheng.balance.value.Choice;
import org.quanheng.balance.value.Friction;
import org.quanheng.balance.value.Stakes;

/**
 * Adds up what becomes of people under one policy.
 *
 * <p>Of those left to a person the share counts as approved that makes the policy's cut-offs rational; their value is that of
 * {@link Stakes#refer}. Not safe for use by several threads.
 */
public final class Tally {
    private final double reviewMinutes;
    private double loss;
    private double minutes;
    private double approvals;
    private double goods;
    private double profit;
    private double staffMinutes;

    /** An empty tally; a case that is left to a person takes so many staff minutes. */
    public Tally(double reviewMinutes) {
        this.reviewMinutes = reviewMinutes;
    }

    /** Counts people who are asked a step; some of them leave. */
    public void asked(double people, Friction friction, double goodwill) {
        minutes += people * friction.minutes();
        profit -= people * (friction.handling() + friction.hazard() * goodwill);
    }

    /**
     * Counts people about whom is decided.
     *
     * @param stakes what is at stake in each
     * @param bad their share that is bad
     */
    public void decided(double people, Stakes stakes, Choice choice, double bad) {
        double approved = switch (choice) {
            case APPROVE -> people;
            case REFER -> people * stakes.referredApproved();
            case DECLINE -> 0;
        };
        approvals += approved;
        goods += approved * (1 - bad);
        loss += approved * bad * stakes.lossOfBad();
        profit += switch (choice) {
            case APPROVE -> people * stakes.approve(bad);
            case REFER -> people * stakes.refer(bad);
            case DECLINE -> 0;
        };
        staffMinutes += choice == Choice.REFER ? people * reviewMinutes : 0;
    }

    /** The mean over so many people. */
    public Point point(double rate, double people) {
        return new Point(
                rate,
                loss / people,
                minutes / people,
                approvals / people,
                goods / people,
                profit / people,
                staffMinutes / people);
    }
}
