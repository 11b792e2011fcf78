package org.quanheng.app.model.web.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.model.web.Forms.Wrong;
import org.quanheng.app.model.web.ModelPage;
import org.quanheng.app.model.web.Plot;

/**
 * Models beside each other on the same cases.
 *
 * @param choices what can be compared
 * @param sets the data on which
 * @param ask whether two or more and their data were chosen
 * @param onData name of the data, or null
 * @param heldOut whether only rows are used that none of them has seen
 * @param names of the models, the first is the one that the others are held against
 * @param measures by measure, a value for each model
 * @param roc curves of all, or null when there is nothing to compare yet
 * @param reliability predicted and observed of all
 * @param gain bads caught of all
 * @param distributions how goods and bads lie, by model
 * @param bands the figures of the lift
 * @param reliable the figures of the reliability
 * @param differences each challenger against the first
 */
public record CompareView(
        List<Choice> choices,
        List<Choice> sets,
        boolean ask,
        @Nullable String onData,
        boolean heldOut,
        int rows,
        int bads,
        List<Named> names,
        List<Measure> measures,
        @Nullable Plot roc,
        @Nullable Plot reliability,
        @Nullable Plot gain,
        List<Plot> distributions,
        List<Band> bands,
        List<Reliable> reliable,
        List<Difference> differences,
        List<Wrong> wrongs) {
    /** Copies the lists. */
    public CompareView {
        choices = List.copyOf(choices);
        sets = List.copyOf(sets);
        names = List.copyOf(names);
        measures = List.copyOf(measures);
        distributions = List.copyOf(distributions);
        bands = List.copyOf(bands);
        reliable = List.copyOf(reliable);
        differences = List.copyOf(differences);
        wrongs = List.copyOf(wrongs);
    }

    /** Something that can be chosen. */
    public record Choice(String id, String name, boolean chosen) {}

    /** A model with the tone of its curves. */
    public record Named(String name, String tone) {}

    /** One measure, by model; low and high are NaN where it has no interval. */
    public record Measure(String key, List<Value> values) {
        /** Copies the list. */
        public Measure {
            values = List.copyOf(values);
        }
    }

    /** One value with its interval. */
    public record Value(double value, double low, double high) {}

    /** One band of the lift, riskiest first: share of bads caught up to here, by model. */
    public record Band(int number, List<Double> lifts, List<Double> gains) {
        /** Copies the lists. */
        public Band {
            lifts = List.copyOf(lifts);
            gains = List.copyOf(gains);
        }
    }

    /** One group of the reliability table of one model. */
    public record Reliable(String name, ModelPage.Group group) {}

    /** A challenger against the first. */
    public record Difference(String challenger, String champion, List<Gap> gaps, List<Swap> swaps) {
        /** Copies the lists. */
        public Difference {
            gaps = List.copyOf(gaps);
            swaps = List.copyOf(swaps);
        }
    }

    /** A difference of one measure with its interval. */
    public record Gap(String key, double value, double low, double high, double pValue) {}

    /** Who is swapped at one share of approvals. */
    public record Swap(double approvals, Side both, Side in, Side out) {}

    /** Cases of one side with their bad rate and its interval. */
    public record Side(int rows, int bads, double rate, double low, double high) {}
}
