package org.quanheng.app.page;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes a table as CSV that a spreadsheet opens: UTF-8 with its mark, and no cell that it would take for a formula. */
final class CsvWriter {
    /** With which a spreadsheet begins a formula, also behind blanks and in full width (OWASP, CSV injection). */
    private static final Pattern FORMULA = Pattern.compile("[\\s\\p{Z}]*[=+\\-@＝＋－＠].*|[\\t\\r\\n].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private CsvWriter() {}

    static <R> void write(Sheet<R> sheet, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        String between = "";
        for (Sheet.Column<R> column : sheet.columns()) {
            writer.append(between).append(cell(column.head()));
            between = ",";
        }
        writer.write("\r\n");
        for (R row : sheet.rows()) {
            between = "";
            for (Sheet.Column<R> column : sheet.columns()) {
                writer.append(between).append(cell(text(column.cell().apply(row))));
                between = ",";
            }
            writer.write("\r\n");
        }
        writer.flush();
    }

    /** A value as a spreadsheet reads it in any language: a point before decimals, days and moments by ISO 8601. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case LocalDateTime moment -> MOMENT.format(moment);
            default -> value.toString();
        };
    }

    /** A cell in quotes; a text that begins as a formula does has an apostrophe before it. */
    static String cell(String text) {
        boolean formula =
                FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
