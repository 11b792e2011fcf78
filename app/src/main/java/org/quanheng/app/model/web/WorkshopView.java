package org.quanheng.app.model.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The workshop's first page: models by book, trainings, data.
 *
 * @param builds whether the reader may import and train
 */
public record WorkshopView(boolean builds, List<Book> books, List<Run> runs, List<Data> data) {
    /** Copies the lists. */
    public WorkshopView {
        books = List.copyOf(books);
        runs = List.copyOf(runs);
        data = List.copyOf(data);
    }

    /** A name as part of an id. */
    public static String key(String name) {
        return CardViews.key(name);
    }

    /** The models of one book of loans. */
    public record Book(String name, List<Entry> models) {
        /** Copies the list. */
        public Book {
            models = List.copyOf(models);
        }
    }

    /**
     * One model.
     *
     * @param standing {@code workshop.standing.<code>}
     * @param deciding whether the live policy decides with it
     * @param proposed whether it waits for a signature
     */
    public record Entry(
            String id,
            String name,
            String standing,
            boolean deciding,
            boolean proposed,
            double auc,
            double low,
            double high,
            int rows,
            String registeredBy,
            Instant registeredAt) {}

    /** One training: its state is {@code workshop.state.<code>}; the AUC out of fold is NaN until it is done. */
    public record Run(
            String id,
            long number,
            String name,
            String data,
            String method,
            String state,
            double share,
            double auc,
            @Nullable String modelId,
            Instant at) {}

    /** One data set. */
    public record Data(String id, String name, int rows, int columns, String target, String importedBy, Instant at) {}
}
