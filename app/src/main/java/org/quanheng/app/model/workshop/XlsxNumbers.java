package org.quanheng.app.model.workshop;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The numbers in a workbook as texts: plain, or by ISO 8601 where the format of the cell is one of days and times. A format of
 * elapsed time, such as {@code [h]:mm}, is none: its number of days stays.
 *
 * @param days for each format that a cell can name, from 0, whether it is one of days and times
 * @param from1904 whether days count from 1 January 1904 and not from 1900
 */
record XlsxNumbers(List<Boolean> days, boolean from1904) {
    /** What a format says literally or by the way: quoted, escaped, as wide as, filled with, colours and languages. */
    private static final Pattern ASIDE = Pattern.compile("\"[^\"]*\"?|[\\\\_*].|\\[[^\\]]*\\]");

    private static final Pattern ELAPSED = Pattern.compile("\\[(h+|m+|s+)\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_OR_TIME = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int SECONDS_A_DAY = 86_400;

    /** The day 9999-12-31, after which spreadsheets know none. */
    private static final int DAY_LAST = 2_958_465;

    /** The numbers of a workbook without formats. */
    static XlsxNumbers plain(boolean from1904) {
        return new XlsxNumbers(List.of(), from1904);
    }

    /** The numbers of a workbook with the formats in its part of styles. */
    static XlsxNumbers of(XMLStreamReader styles, boolean from1904) throws XMLStreamException {
        Map<Integer, String> own = new HashMap<>();
        List<Boolean> days = new ArrayList<>();
        boolean ofCells = false;
        while (styles.hasNext()) {
            int event = styles.next();
            if (event == XMLStreamConstants.END_ELEMENT && styles.getLocalName().equals("cellXfs")) {
                ofCells = false;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String element = styles.getLocalName();
                ofCells |= element.equals("cellXfs");
                if (element.equals("numFmt")) {
                    String code = styles.getAttributeValue(null, "formatCode");
                    own.putIfAbsent(id(styles), code == null ? "" : code);
                } else if (ofCells && element.equals("xf")) {
                    String code = own.get(id(styles));
                    days.add(code == null ? isDay(id(styles)) : isDay(code));
                }
            }
        }
        return new XlsxNumbers(days, from1904);
    }

    private static int id(XMLStreamReader styles) {
        String id = styles.getAttributeValue(null, "numFmtId");
        return id == null ? 0 : Integer.parseInt(id);
    }

    /** The formats that every workbook has, also in Chinese and Japanese (ECMA-376, 18.8.30). */
    private static boolean isDay(int builtIn) {
        return (builtIn >= 14 && builtIn <= 22)
                || (builtIn >= 27 && builtIn <= 36)
                || builtIn == 45
                || builtIn == 47
                || (builtIn >= 50 && builtIn <= 58);
    }

    private static boolean isDay(String code) {
        return !ELAPSED.matcher(code).find()
                && DAY_OR_TIME.matcher(ASIDE.matcher(code).replaceAll("")).find();
    }

    /**
     * A number as text, to the bit that a spreadsheet has of it: some write 1.1 as 1.1000000000000001.
     *
     * @param format the number of the format of its cell, if it has one
     * @throws NumberFormatException when it is none
     */
    String text(String number, @Nullable String format) {
        double value = Double.parseDouble(number);
        int at = format == null ? -1 : Integer.parseInt(format);
        boolean day = at >= 0 && at < days.size() && days.get(at);
        return day && value >= 0 && value < DAY_LAST + 1 && (from1904 || value < 60 || value >= 61)
                ? moment(value)
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Spreadsheets hold 1900 to be a leap year, so that their 29 February of it, the number 60, is no day. */
    private String moment(double value) {
        long seconds = Math.round(value * SECONDS_A_DAY);
        LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS_A_DAY);
        if (value < 1 && !(from1904 && value == 0)) {
            return TIME.format(time);
        }
        LocalDate first = from1904
                ? LocalDate.of(1904, 1, 1)
                : value < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
        LocalDate day = first.plusDays(seconds / SECONDS_A_DAY);
        return time.equals(LocalTime.MIDNIGHT) ? day.toString() : MOMENT.format(LocalDateTime.of(day, time));
    }
}
