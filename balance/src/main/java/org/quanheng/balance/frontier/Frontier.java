package org.quanheng.balance.frontier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quanheng.fault.Faults;

/**
 * The efficient frontier between two objectives: points to which no other is at least as good in both and better in one.
 *
 * <p>Figures are taken so that less is better, see {@link Point#of(Objective)}. Immutable.
 */
public final class Frontier {
    private final Objective first;
    private final Objective second;
    private final List<Point> efficient;
    private final List<Point> dominated;

    private Frontier(Objective first, Objective second, List<Point> efficient, List<Point> dominated) {
        this.first = first;
        this.second = second;
        this.efficient = List.copyOf(efficient);
        this.dominated = List.copyOf(dominated);
    }

    /**
     * The frontier of some points.
     *
     * @throws org.quanheng.fault.FaultyInputException when there is no point, a figure is not a number, or both objectives are one
     */
    public static Frontier of(Collection<Point> points, Objective first, Objective second) {
        Faults faults = new Faults("frontier");
        faults.require(!points.isEmpty(), "points", "at least one", "none");
        faults.require(first != second, "objectives", "two", first + " twice");
        for (Point point : points) {
            faults.require(
                    Double.isFinite(point.of(first)) && Double.isFinite(point.of(second)),
                    "point at rate " + point.rate(),
                    "finite figures",
                    point);
        }
        faults.throwIfAny();
        List<Point> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.<Point>comparingDouble(point -> point.of(first))
                .thenComparingDouble(point -> point.of(second)));
        List<Point> efficient = new ArrayList<>();
        List<Point> dominated = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        for (Point point : sorted) {
            if (point.of(second) < best) {
                best = point.of(second);
                efficient.add(point);
            } else {
                dominated.add(point);
            }
        }
        return new Frontier(first, second, efficient, dominated);
    }

    /** Points that nothing dominates, the best in the first objective first. */
    public List<Point> efficient() {
        return efficient;
    }

    /** All other points; of equal points all but one. */
    public List<Point> dominated() {
        return dominated;
    }

    /** Whether one point is at least as good in both objectives and better in one. */
    public boolean dominates(Point better, Point worse) {
        return better.of(first) <= worse.of(first)
                && better.of(second) <= worse.of(second)
                && (better.of(first) < worse.of(first) || better.of(second) < worse.of(second));
    }

    /**
     * The ε-constraint: the best point in the first objective whose second is at most a bound; finds unsupported points too (Haimes, Lasdon and
     * Wismer, IEEE Transactions on Systems, Man and Cybernetics 1, 1971). Empty when none keeps the bound.
     *
     * @param bound in the sense of {@link Point#of(Objective)}, so for goods and profit the negative of the least that is wanted
     */
    public Optional<Point> best(double bound) {
        return efficient.stream().filter(point -> point.of(second) <= bound).findFirst();
    }

    /** Points that some exchange between the objectives chooses: the corners of the lower convex hull. */
    public List<Point> supported() {
        List<Point> hull = new ArrayList<>();
        for (Point point : efficient) {
            while (hull.size() > 1 && turn(hull.get(hull.size() - 2), hull.getLast(), point) <= 0) {
                hull.removeLast();
            }
            hull.add(point);
        }
        return List.copyOf(hull);
    }

    /** Above 0 when the way over a, b, c turns to the left, that is when b lies below the line from a to c. */
    private double turn(Point a, Point b, Point c) {
        return (b.of(first) - a.of(first)) * (c.of(second) - a.of(second))
                - (b.of(second) - a.of(second)) * (c.of(first) - a.of(first));
    }

    /**
     * The area between the frontier and a reference point that is worse in both objectives; larger is better (Zitzler and Thiele, IEEE
     * Transactions on Evolutionary Computation 3, 1999). Points beyond the reference count for nothing.
     */
    public double hypervolume(Point reference) {
        double area = 0;
        double top = reference.of(second);
        for (Point point : efficient) {
            if (point.of(first) < reference.of(first) && point.of(second) < top) {
                area += (reference.of(first) - point.of(first)) * (top - point.of(second));
                top = point.of(second);
            }
        }
        return area;
    }

    /** The knee: the efficient point farthest below the line through both ends, both objectives scaled to 0 to 1; of two points or one the first. */
    public Point knee() {
        Point start = efficient.getFirst();
        Point end = efficient.getLast();
        double width = end.of(first) - start.of(first);
        double height = start.of(second) - end.of(second);
        Point knee = start;
        double farthest = 0;
        for (Point point : efficient) {
            double below =
                    1 - (point.of(first) - start.of(first)) / width - (point.of(second) - end.of(second)) / height;
            if (below > farthest) {
                farthest = below;
                knee = point;
            }
        }
        return knee;
    }

    /**
     * The shadow price at an efficient point: by how much the first objective improves for one unit more of the second, to the next point on the
     * convex hull; 0 at the end where nothing more can be had.
     */
    public double shadowRate(Point at) {
        Point better = null;
        for (Point corner : supported()) {
            if (corner.of(first) < at.of(first)) {
                better = corner;
            }
        }
        return better == null ? 0 : (at.of(first) - better.of(first)) / (better.of(second) - at.of(second));
    }

    /**
     * How far a policy is from the frontier.
     *
     * @param first by how much the first objective could be better with the second no worse, at least 0
     * @param second by how much the second could be better with the first no worse, at least 0
     */
    public record Gap(double first, double second) {}

    /** The efficiency gap of a policy; 0 and 0 when nothing dominates it. */
    public Gap gap(Point policy) {
        double lessFirst = 0;
        double lessSecond = 0;
        for (Point point : efficient) {
            if (point.of(second) <= policy.of(second)) {
                lessFirst = Math.max(lessFirst, policy.of(first) - point.of(first));
            }
            if (point.of(first) <= policy.of(first)) {
                lessSecond = Math.max(lessSecond, policy.of(second) - point.of(second));
            }
        }
        return new Gap(lessFirst, lessSecond);
    }
}
