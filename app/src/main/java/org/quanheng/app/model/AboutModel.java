package org.quanheng.app.model;

import java.time.LocalDate;
import java.util.List;

/**
 * What a person says of a model when it is registered; the figures of its model card are computed.
 *
 * @param purpose what it may be used for
 * @param limits what it must not be used for, or where it is weak
 * @param source where its data come from
 * @param from first day of the period of its data
 * @param to last day of that period
 * @param bad what counts as bad
 */
public record AboutModel(String purpose, List<String> limits, String source, LocalDate from, LocalDate to, String bad) {
    /** Copies the list. */
    public AboutModel {
        limits = List.copyOf(limits);
    }
}
