package org.quanheng.scoring.table;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** Splits CSV text into records and fields (RFC 4180: quotes, doubled quotes, line breaks inside quotes; LF or CRLF). */
final class CsvRecords {
    private final Reader reader;
    private final char separator;
    private final char[] buffer = new char[1 << 16];
    private int length;
    private int position;
    private char[] text = new char[1 << 10];
    private int textLength;
    private int[] ends = new int[64];
    private boolean[] quoted = new boolean[64];
    private int fields;
    private long line;
    private long lineBreaks;
    private boolean openQuote;

    CsvRecords(Reader reader, char separator) {
        this.reader = reader;
        this.separator = separator;
    }

    /** Moves to the next record that is not an empty line; false at the end. */
    boolean next() throws IOException {
        do {
            if (!readRecord()) {
                return false;
            }
        } while (fields == 1 && ends[0] == 0 && !quoted[0]);
        return true;
    }

    /** Number of fields of the record. */
    int fields() {
        return fields;
    }

    /** Line, from 1, on which the record began. */
    long line() {
        return line;
    }

    /** True when the text ended inside quotes. */
    boolean endedInsideQuotes() {
        return openQuote;
    }

    /** Characters of all fields, one after the other. */
    char[] text() {
        return text;
    }

    /** Where the field begins in {@link #text()}. */
    int from(int field) {
        return field == 0 ? 0 : ends[field - 1];
    }

    /** Where the field ends in {@link #text()}. */
    int to(int field) {
        return ends[field];
    }

    /** The field as a string. */
    String string(int field) {
        return new String(text, from(field), to(field) - from(field));
    }

    private boolean readRecord() throws IOException {
        fields = 0;
        textLength = 0;
        line = lineBreaks + 1;
        int c = read();
        if (c < 0) {
            return false;
        }
        boolean wasQuoted = false;
        while (true) {
            if (c == '"' && textLength == (fields == 0 ? 0 : ends[fields - 1]) && !wasQuoted) {
                wasQuoted = true;
                c = readQuoted();
            } else if (c == separator) {
                endField(wasQuoted);
                wasQuoted = false;
                c = read();
            } else if (c == '\n' || c < 0) {
                if (c == '\n') {
                    lineBreaks++;
                }
                endField(wasQuoted);
                return true;
            } else {
                if (c != '\r' || peek() != '\n') {
                    append((char) c);
                }
                c = read();
            }
        }
    }

    /** Reads up to the closing quote and returns the character after it. */
    private int readQuoted() throws IOException {
        while (true) {
            int c = read();
            if (c < 0) {
                openQuote = true;
                return c;
            }
            if (c == '"') {
                c = read();
                if (c != '"') {
                    return c;
                }
            } else if (c == '\n') {
                lineBreaks++;
            }
            append((char) c);
        }
    }

    private void endField(boolean wasQuoted) {
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, fields * 2);
            quoted = Arrays.copyOf(quoted, fields * 2);
        }
        quoted[fields] = wasQuoted;
        ends[fields++] = textLength;
    }

    private void append(char c) {
        if (textLength == text.length) {
            text = Arrays.copyOf(text, textLength * 2);
        }
        text[textLength++] = c;
    }

    private int read() throws IOException {
        return fill() ? buffer[position++] : -1;
    }

    private int peek() throws IOException {
        return fill() ? buffer[position] : -1;
    }

    private boolean fill() throws IOException {
        if (position < length) {
            return true;
        }
        length = reader.read(buffer, 0, buffer.length);
        position = 0;
        return length > 0;
    }
}
