package org.quanheng.app.model.workshop;

import java.time.Instant;
import java.util.UUID;

/**
 * An imported table of data.
 *
 * @param sha256 of the file as it came
 * @param version rises with every change of the card
 */
public record DataSet(
        UUID id,
        String name,
        String fileName,
        String sha256,
        int rows,
        int columns,
        DataCard card,
        int version,
        String importedBy,
        Instant importedAt) {}
