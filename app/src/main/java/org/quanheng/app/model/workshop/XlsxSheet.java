package org.quanheng.app.model.workshop;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Writes a worksheet as CSV, every cell in quotes. Line n of the text is row n of the sheet, so that a fault names the row; a row
 * without values is an empty line, and values beside the header are not cut off, so that they are found.
 */
final class XlsxSheet {
    private static final int ROWS_MAX = 1 << 20;
    private static final int COLUMNS_MAX = 1 << 14;

    private final List<String> shared;
    private final XlsxNumbers numbers;
    private final ByteArrayOutputStream csv = new ByteArrayOutputStream();
    private int columns;

    XlsxSheet(List<String> shared, XlsxNumbers numbers) {
        this.shared = shared;
        this.numbers = numbers;
    }

    /**
     * The text in UTF-8; it ends early once it is longer than {@code bytesMax}.
     *
     * @throws IOException when rows or cells are not what the form of the file allows
     */
    byte[] csv(XMLStreamReader in, int bytesMax) throws IOException, XMLStreamException {
        int rows = 0;
        while (csv.size() <= bytesMax && in.hasNext()) {
            if (in.next() == XMLStreamConstants.START_ELEMENT
                    && in.getLocalName().equals("row")) {
                String number = in.getAttributeValue(null, "r");
                int row = number == null ? rows + 1 : Integer.parseInt(number);
                if (row <= rows || row > ROWS_MAX) {
                    throw new IOException("row " + row + " after row " + rows);
                }
                for (; rows < row - 1; rows++) {
                    csv.write('\n');
                }
                write(cells(in), bytesMax);
                rows++;
            }
        }
        return csv.toByteArray();
    }

    private void write(List<String> cells, int bytesMax) {
        columns = columns == 0 ? cells.size() : columns;
        int width = cells.isEmpty() ? 0 : Math.max(columns, cells.size());
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < width && line.length() <= bytesMax; c++) {
            line.append(c == 0 ? "" : ",");
            if (c < cells.size() && !cells.get(c).isEmpty()) {
                line.append('"').append(cells.get(c).replace("\"", "\"\"")).append('"');
            }
        }
        csv.writeBytes(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The values of a row up to its last one. */
    private List<String> cells(XMLStreamReader in) throws IOException, XMLStreamException {
        List<String> cells = new ArrayList<>();
        int next = 0;
        while (in.next() != XMLStreamConstants.END_ELEMENT || !in.getLocalName().equals("row")) {
            if (in.isStartElement() && in.getLocalName().equals("c")) {
                int column = column(in.getAttributeValue(null, "r"), next);
                if (column < next || column >= COLUMNS_MAX) {
                    throw new IOException("column " + column + " after column " + next);
                }
                next = column + 1;
                String value = cell(in);
                while (!value.isEmpty() && cells.size() < column) {
                    cells.add("");
                }
                if (!value.isEmpty()) {
                    cells.add(value);
                }
            }
        }
        return cells;
    }

    /** The column of a cell such as C7, from 0. */
    private static int column(@Nullable String address, int next) {
        if (address == null) {
            return next;
        }
        int column = 0;
        for (int at = 0; at < address.length() && column <= COLUMNS_MAX && address.charAt(at) >= 'A'; at++) {
            column = column * 26 + (address.charAt(at) - 'A' + 1);
        }
        return column - 1;
    }

    private String cell(XMLStreamReader in) throws IOException, XMLStreamException {
        String type = in.getAttributeValue(null, "t");
        String format = in.getAttributeValue(null, "s");
        String value = "";
        while (in.next() != XMLStreamConstants.END_ELEMENT || !in.getLocalName().equals("c")) {
            if (in.isStartElement() && in.getLocalName().equals("v")) {
                value = XlsxTexts.value(in);
            } else if (in.isStartElement() && in.getLocalName().equals("is")) {
                value = XlsxTexts.runs(in, "is");
            }
        }
        if (value.isEmpty()) {
            return "";
        }
        return switch (type) {
            case null -> numbers.text(value, format);
            case "n" -> numbers.text(value, format);
            case "s" -> shared(Integer.parseInt(value));
            case "b" -> value.equals("0") ? "FALSE" : "TRUE";
            case "str" -> XlsxTexts.unescaped(value);
            default -> value;
        };
    }

    private String shared(int number) throws IOException {
        if (number < 0 || number >= shared.size()) {
            throw new IOException("text " + number + " of " + shared.size());
        }
        return shared.get(number);
    }
}
