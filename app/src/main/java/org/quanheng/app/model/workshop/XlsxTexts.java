package org.quanheng.app.model.workshop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts in a workbook: runs put together, without how they are pronounced, characters that XML cannot hold put back. */
final class XlsxTexts {
    /** Most characters of a cell, as spreadsheets have it. */
    private static final int CELL_MAX = 32_767;

    /** More texts than this are an identifier, not a category, in every column. */
    private static final int SHARED_MAX = 1 << 22;

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private XlsxTexts() {}

    /** The shared texts, which cells name by their number from 0. */
    static List<String> shared(XMLStreamReader in) throws IOException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        while (in.hasNext()) {
            if (in.next() == XMLStreamConstants.START_ELEMENT
                    && in.getLocalName().equals("si")) {
                if (texts.size() == SHARED_MAX) {
                    throw new IOException("more than " + SHARED_MAX + " texts");
                }
                texts.add(runs(in, "si"));
            }
        }
        return texts;
    }

    /** The text of the element, which may be in runs of different fonts. */
    static String runs(XMLStreamReader in, String element) throws IOException, XMLStreamException {
        StringBuilder text = new StringBuilder();
        int pronounced = 0;
        while (true) {
            int event = in.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (in.getLocalName().equals(element)) {
                    return unescaped(text.toString());
                }
                pronounced -= in.getLocalName().equals("rPh") ? 1 : 0;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                pronounced += in.getLocalName().equals("rPh") ? 1 : 0;
                if (pronounced == 0 && in.getLocalName().equals("t")) {
                    append(in, text);
                }
            }
        }
    }

    /** The value of a cell. */
    static String value(XMLStreamReader in) throws IOException, XMLStreamException {
        StringBuilder text = new StringBuilder();
        append(in, text);
        return text.toString();
    }

    /** Unlike {@link XMLStreamReader#getElementText}, never holds more than a cell may. */
    private static void append(XMLStreamReader in, StringBuilder text) throws IOException, XMLStreamException {
        while (in.next() != XMLStreamConstants.END_ELEMENT) {
            if (in.isCharacters()) {
                text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
            } else if (in.isStartElement() || in.getEventType() == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new IOException("a text that holds more than characters");
            }
            if (text.length() > CELL_MAX) {
                throw new IOException("a text of more than " + CELL_MAX + " characters");
            }
        }
    }

    /** Puts back what stands as {@code _x000D_}. */
    static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                : text;
    }
}
