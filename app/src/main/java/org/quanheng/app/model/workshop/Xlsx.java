package org.quanheng.app.model.workshop;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;

/**
 * Brings the first worksheet of a workbook (Office Open XML, ECMA-376 part 1) that is not hidden to the CSV that a spreadsheet would
 * save, so that tables have one reader. Of a formula the value it had is read.
 */
final class Xlsx {
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    /** With what a file of the old kind begins, and also a new one with a password, which lies within such a file. */
    private static final byte[] COMPOUND = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private Xlsx() {}

    /** True when a file is a workbook by its first bytes, or a zip or an old workbook that {@link #csv} refuses. */
    static boolean isOne(byte[] bytes) {
        return XlsxParts.isZip(bytes) || isCompound(bytes);
    }

    private static boolean isCompound(byte[] bytes) {
        for (int i = 0; i < COMPOUND.length; i++) {
            if (bytes.length <= i || bytes[i] != COMPOUND[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The worksheet as CSV in UTF-8; it ends early once it is longer than {@code bytesMax}.
     *
     * @throws org.quanheng.fault.FaultyInputException with one fault when it cannot be read
     */
    static byte[] csv(String name, byte[] bytes, int bytesMax) {
        Faults faults = new Faults("file");
        Phrase where = Phrase.of("file {0}", name);
        byte[] csv = new byte[0];
        if (isCompound(bytes)) {
            faults.add(
                    where,
                    "an Excel workbook (.xlsx) without a password, or CSV",
                    "one with a password, or of the old kind .xls",
                    "take off its password and save it as .xlsx, or as CSV UTF-8");
            throw faults.exception();
        }
        try {
            XlsxParts parts = new XlsxParts(bytes);
            if (!parts.withinBounds()) {
                faults.add(
                        where,
                        Phrase.of("at most {0} MiB unpacked", XlsxParts.UNPACKED_MAX >> 20),
                        "more",
                        "save it as CSV UTF-8, take fewer columns, or a random part of the rows");
            } else if (!parts.has(WORKBOOK)) {
                faults.add(
                        where,
                        "an Excel workbook (.xlsx) without a password, or CSV",
                        "a zip file that is no such workbook",
                        "save the table as .xlsx, or as CSV UTF-8");
            } else {
                csv = csv(parts, bytesMax);
            }
        } catch (IOException | XMLStreamException | IllegalArgumentException broken) {
            // Which part of the file is broken says nothing to whoever sent it; a copy saved anew is whole.
            faults.add(
                    where,
                    "a whole Excel workbook",
                    "one that cannot be read",
                    "open it and save it again as .xlsx, or as CSV UTF-8");
        }
        faults.throwIfAny();
        return csv;
    }

    /** A part that the workbook refers to, by its kind and its name in the zip. */
    private record Relation(String kind, String part) {}

    /** What the workbook says of itself. */
    private record Head(List<String> sheets, boolean from1904) {}

    private static byte[] csv(XlsxParts parts, int bytesMax) throws IOException, XMLStreamException {
        Map<String, Relation> relations = parts.read(RELATIONS, Xlsx::relations);
        Head head = parts.read(WORKBOOK, Xlsx::head);
        String texts = part(relations, "sharedStrings");
        String styles = part(relations, "styles");
        XlsxNumbers numbers = styles == null
                ? XlsxNumbers.plain(head.from1904())
                : parts.read(styles, in -> XlsxNumbers.of(in, head.from1904()));
        List<String> shared = texts == null ? List.of() : parts.read(texts, XlsxTexts::shared);
        return parts.read(firstSheet(head, relations), in -> new XlsxSheet(shared, numbers).csv(in, bytesMax));
    }

    private static String firstSheet(Head head, Map<String, Relation> relations) throws IOException {
        for (String id : head.sheets()) {
            Relation relation = relations.get(id);
            if (relation != null && relation.kind().equals("worksheet")) {
                return relation.part();
            }
        }
        throw new IOException("the workbook has no worksheet");
    }

    private static @Nullable String part(Map<String, Relation> relations, String kind) {
        return relations.values().stream()
                .filter(relation -> relation.kind().equals(kind))
                .map(Relation::part)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Relation> relations(XMLStreamReader in) throws XMLStreamException {
        Map<String, Relation> relations = new HashMap<>();
        while (in.hasNext()) {
            if (in.next() == XMLStreamConstants.START_ELEMENT
                    && !"External".equals(in.getAttributeValue(null, "TargetMode"))) {
                String id = in.getAttributeValue(null, "Id");
                String type = in.getAttributeValue(null, "Type");
                String target = in.getAttributeValue(null, "Target");
                if (id != null && type != null && target != null) {
                    URI part = URI.create("/" + WORKBOOK).resolve(target);
                    relations.put(
                            id,
                            new Relation(
                                    type.replaceAll(".*/", ""), part.toString().replaceFirst("^/", "")));
                }
            }
        }
        return relations;
    }

    private static Head head(XMLStreamReader in) throws XMLStreamException {
        List<String> sheets = new ArrayList<>();
        boolean from1904 = false;
        while (in.hasNext()) {
            if (in.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (in.getLocalName().equals("workbookPr")) {
                String value = in.getAttributeValue(null, "date1904");
                from1904 = "1".equals(value) || "true".equals(value);
            } else if (in.getLocalName().equals("sheet")) {
                String state = in.getAttributeValue(null, "state");
                String id = in.getAttributeValue(null, "id");
                if (id != null && (state == null || state.equals("visible"))) {
                    sheets.add(id);
                }
            }
        }
        return new Head(sheets, from1904);
    }
}
