package org.quanheng.app.model.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.model.web.Forms.Wrong;
import org.quanheng.app.model.workshop.Training;

/**
 * A training: how far it is, and when it is done what came of it.
 *
 * @param dataName name of its data
 * @param askedBy who asked for it
 * @param left how long it will go on; null while that cannot be said
 * @param builds whether the reader may cancel, train again and register
 * @param key of the form that is shown
 * @param result what came of it; null until it is done
 * @param faults why it failed
 */
public record TrainingView(
        Training training,
        String dataName,
        String askedBy,
        @Nullable Duration left,
        boolean builds,
        String key,
        String secondKey,
        @Nullable Result result,
        List<Wrong> faults,
        List<Wrong> wrongs) {
    /** Copies the lists. */
    public TrainingView {
        faults = List.copyOf(faults);
        wrongs = List.copyOf(wrongs);
    }

    /** The state as its wording names it. */
    public String state() {
        return training.state().name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Percent done, whole. */
    public int percent() {
        return (int) Math.floor(100 * training.share());
    }

    /**
     * What came of a training.
     *
     * @param modelId as which it was registered, or null
     * @param handSet names of characteristics whose bins somebody has set by hand since
     * @param typed what was typed into the form that registers it
     * @param books books of loans that have models already
     */
    public record Result(
            @Nullable String modelId,
            List<Measure> measures,
            CardView card,
            List<String> handSet,
            Map<String, String> typed,
            List<String> books) {
        /** Copies the collections. */
        public Result {
            measures = List.copyOf(measures);
            handSet = List.copyOf(handSet);
            typed = Map.copyOf(typed);
            books = List.copyOf(books);
        }
    }

    /**
     * One measure: {@code figure.<key>} on {@code sample.<sample>}.
     *
     * @param low lower end of its 95 % interval; NaN when it has none
     */
    public record Measure(String key, String sample, double value, double low, double high, int rows) {}
}
