package org.quanheng.app.loan.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What changes a plan, before it is done: the plan as it is and as it would be, in one or more ways. The same code that does it made
 * these figures.
 *
 * @param method {@code method.<code>}, in which the loan is paid back
 * @param on the day for which they hold
 * @param before the plan as it is
 * @param ways the plan as it would be
 * @param points the balance of all of them by day, for the picture and its table
 */
public record PlanChange(
        String currency, String method, LocalDate on, Plan before, List<Plan> ways, List<Point> points) {

    public PlanChange {
        ways = List.copyOf(ways);
        points = List.copyOf(points);
    }

    /** True if a way moves what is owed on some day; money that is held moves nothing, and two equal lines are no picture. */
    public boolean movesTheBalance() {
        return points.stream()
                .anyMatch(point -> point.balances().stream().distinct().count() > 1);
    }

    /** True if anything is due, before or after. */
    public boolean anythingDue() {
        return before.due().signum() > 0
                || ways.stream().anyMatch(way -> way.due().signum() > 0);
    }

    /** True if the loan costs more than interest, by the plan as it is or by a way. */
    public boolean hasCharges() {
        return before.charges().signum() != 0
                || ways.stream().anyMatch(way -> way.charges().signum() != 0);
    }

    /** True if a way moves the day on which the next instalment is due. */
    public boolean movesTheNext() {
        return ways.stream().anyMatch(way -> !Objects.equals(way.nextDue(), before.nextDue()));
    }

    /**
     * One plan from the day on.
     *
     * @param way {@code change.way.<code>}
     * @param due what fell due by the day and is not paid
     * @param next the next instalment to come; null if none is
     * @param nextDue when it is due, or null
     * @param then the amount of the one after it; null if none is left
     * @param instalments how many are to come
     * @param lastDue when the last of them is due, or the day itself if none is
     * @param interest of the whole loan, paid and to come
     * @param charges fees and penalty interest of the whole loan, paid and to come
     */
    public record Plan(
            String way,
            BigDecimal due,
            @Nullable BigDecimal next,
            @Nullable LocalDate nextDue,
            @Nullable BigDecimal then,
            int instalments,
            LocalDate lastDue,
            BigDecimal interest,
            BigDecimal charges) {

        /** What this plan costs less than another; below zero if it costs more. */
        public BigDecimal saves(Plan other) {
            return other.cost().subtract(cost());
        }

        private BigDecimal cost() {
            return interest.add(charges);
        }
    }

    /** What is owed of the loan after a day, by the plan as it is and then by each way. */
    public record Point(LocalDate day, List<BigDecimal> balances) {
        public Point {
            balances = List.copyOf(balances);
        }
    }
}
