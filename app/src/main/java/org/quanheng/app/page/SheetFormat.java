package org.quanheng.app.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The files in which a table can be taken away. */
public enum SheetFormat {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The format whose files end like this. */
    public static Optional<SheetFormat> of(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(extension))
                .findFirst();
    }

    /** How the name of a file ends, without its point. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    /** Writes a table row by row and leaves the stream open. */
    public void write(Sheet<?> sheet, OutputStream out) throws IOException {
        switch (this) {
            case CSV -> CsvWriter.write(sheet, out);
            case XLSX -> XlsxWriter.write(sheet, out, XlsxWriter.ROWS_MOST);
        }
    }

    /** A short table as a file. */
    public byte[] bytes(Sheet<?> sheet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(sheet, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return out.toByteArray();
    }
}
