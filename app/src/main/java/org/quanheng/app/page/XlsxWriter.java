package org.quanheng.app.page;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as a workbook of Office Open XML [xlsx] whose figures and days are numbers, so that they can be summed. Every text
 * is an inline string, which no spreadsheet computes.
 */
final class XlsxWriter {
    /** As many rows as a worksheet can have, with its head. */
    static final int ROWS_MOST = Worksheet.MAX_ROWS;

    /** The widths are taken from the first rows, since a worksheet begins with them. */
    private static final int MEASURED = 200;

    private static final int ROWS_HELD = 500;
    private static final int WIDTH_LEAST = 8;
    private static final int WIDTH_MOST = 60;

    private XlsxWriter() {}

    /** Writes the table; what exceeds a worksheet goes on in another one. */
    static <R> void write(Sheet<R> sheet, OutputStream out, int rowsMost) throws IOException {
        try (Workbook workbook = new Workbook(out, "Quanheng", null)) {
            workbook.properties().setTitle(sheet.title());
            Iterator<? extends R> rows = sheet.rows().iterator();
            do {
                try (Worksheet worksheet = workbook.newWorksheet(sheet.title())) {
                    write(sheet.columns(), rows, worksheet, rowsMost);
                }
            } while (rows.hasNext());
        }
    }

    private static <R> void write(
            List<Sheet.Column<R>> columns, Iterator<? extends R> rows, Worksheet worksheet, int rowsMost)
            throws IOException {
        int[] widths = new int[columns.size()];
        head(columns, worksheet, widths);
        int at = 1;
        while (at < rowsMost && rows.hasNext()) {
            R row = rows.next();
            for (int c = 0; c < widths.length; c++) {
                Object value = columns.get(c).cell().apply(row);
                put(worksheet, at, c, columns.get(c).kind(), value);
                widths[c] = Math.max(widths[c], width(columns.get(c).kind(), value));
            }
            if (at == MEASURED) {
                fit(worksheet, widths);
            }
            if (at % ROWS_HELD == 0) {
                worksheet.flush();
            }
            at++;
        }
        if (at <= MEASURED) {
            fit(worksheet, widths);
        }
    }

    private static <R> void head(List<Sheet.Column<R>> columns, Worksheet worksheet, int[] widths) {
        worksheet.freezePane(0, 1);
        worksheet.repeatRows(0);
        for (int c = 0; c < columns.size(); c++) {
            Sheet.Column<R> column = columns.get(c);
            worksheet.inlineString(0, c, column.head());
            boolean figures = switch (column.kind()) {
                case NUMBER, MONEY, PERCENT -> true;
                case TEXT, DATE, MOMENT -> false;
            };
            worksheet
                    .style(0, c)
                    .bold()
                    .horizontalAlignment(figures ? "right" : "left")
                    .set();
            widths[c] = width(Sheet.Kind.TEXT, column.head());
        }
    }

    private static void put(Worksheet worksheet, int row, int column, Sheet.Kind kind, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case BigDecimal number -> {
                worksheet.value(row, column, number);
                worksheet.style(row, column).format(format(kind, number)).set();
            }
            case LocalDate day -> {
                worksheet.value(row, column, day);
                worksheet
                        .style(row, column)
                        .format("yyyy-mm-dd")
                        .horizontalAlignment("left")
                        .set();
            }
            case LocalDateTime moment -> {
                worksheet.value(row, column, moment);
                worksheet
                        .style(row, column)
                        .format("yyyy-mm-dd hh:mm:ss")
                        .horizontalAlignment("left")
                        .set();
            }
            default -> worksheet.inlineString(row, column, value.toString());
        }
    }

    private static String format(Sheet.Kind kind, BigDecimal number) {
        return switch (kind) {
            case MONEY -> number.scale() > 0 ? "#,##0." + "0".repeat(number.scale()) : "#,##0";
            case PERCENT -> "0.00%";
            default -> "General";
        };
    }

    private static void fit(Worksheet worksheet, int[] widths) {
        for (int c = 0; c < widths.length; c++) {
            worksheet.width(c, Math.clamp(widths[c] + 2L, WIDTH_LEAST, WIDTH_MOST));
        }
    }

    /** How wide a value is shown, in digits: a Chinese character is as wide as two. */
    private static int width(Sheet.Kind kind, @Nullable Object value) {
        String text = CsvWriter.text(value);
        int wide = (int) text.codePoints().filter(c -> c >= 0x2E80).count();
        int separators = kind == Sheet.Kind.MONEY ? text.length() / 3 : 0;
        return text.codePointCount(0, text.length()) + wide + separators;
    }
}
