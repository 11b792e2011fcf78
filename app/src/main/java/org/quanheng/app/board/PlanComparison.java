package org.quanheng.app.board;

import java.math.BigDecimal;
import java.util.List;

/**
 * The same people asked everything and asked by the plan, as somebody found who knows everything of them.
 *
 * @param policyVersion the policy that decided about them
 * @param people how many they are
 * @param currency in which its money is counted, ISO 4217
 * @param exchangeRate of that policy
 * @param frictionGrade how well minutes, costs and hazards of its steps are known
 * @param frictionBy who entered or measured them
 * @param figures in the order to read
 */
public record PlanComparison(
        String policyVersion,
        int people,
        String currency,
        BigDecimal exchangeRate,
        String frictionGrade,
        String frictionBy,
        List<Figure> figures) {
    public PlanComparison {
        figures = List.copyOf(figures);
    }

    /**
     * One figure of both ways.
     *
     * @param key {@code questions}, {@code minutes}, {@code completion}, {@code approvals}, {@code untouchedByPerson}, {@code badRate} or {@code profitPerApplicant}
     * @param onFriction whether it is made of the steps' minutes, costs or hazards, so that it is only as good as their source says
     */
    public record Figure(String key, boolean onFriction, Bounded everything, Bounded plan) {}

    /** A figure with its 95 % interval. */
    public record Bounded(BigDecimal value, BigDecimal low, BigDecimal high) {}
}
