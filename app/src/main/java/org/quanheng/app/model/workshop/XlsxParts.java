package org.quanheng.app.model.workshop;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The XML parts in the zip of a workbook. They are unpacked while they are read, since the zip as a whole is measured before; a
 * document type is refused, so that nothing in a part multiplies or is fetched from elsewhere.
 *
 * <p>The parts are found by the directory at the end of the zip: a stream of entries as {@link java.util.zip.ZipInputStream} reads
 * it stumbles over the sizes that writers of workbooks put behind them, and a file on a disk would hold the data unencrypted.
 */
final class XlsxParts {
    /** Most bytes of all parts after unpacking: 256 MiB. */
    static final int UNPACKED_MAX = 256 << 20;

    private static final int PARTS_MAX = 10_000;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final XMLInputFactory XML = xml();

    private final ByteBuffer zip;
    private final Map<String, Part> parts = new HashMap<>();

    /** Where a part lies, and what its bytes must add up to once unpacked. */
    private record Part(int from, int packed, boolean stored, int crc) {}

    /**
     * The parts of a zip in memory.
     *
     * @throws IOException when it is cut off or its directory is broken
     */
    XlsxParts(byte[] bytes) throws IOException {
        zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int end = end();
            int count = Short.toUnsignedInt(zip.getShort(end + 10));
            int at = zip.getInt(end + 16);
            for (int i = 0; i < count; i++) {
                at = entry(at);
            }
        } catch (IndexOutOfBoundsException outside) {
            throw new IOException("the directory of the zip points outside of it", outside);
        }
        if (parts.size() > PARTS_MAX) {
            throw new IOException("more than " + PARTS_MAX + " parts");
        }
    }

    /** Where the record begins that ends a zip, with a comment whose length it states. */
    private int end() throws IOException {
        for (int at = zip.capacity() - END_LENGTH; at >= 0 && at >= zip.capacity() - END_LENGTH - 0xffff; at--) {
            if (zip.getInt(at) == END
                    && at + END_LENGTH + Short.toUnsignedInt(zip.getShort(at + 20)) == zip.capacity()) {
                return at;
            }
        }
        throw new IOException("the zip is cut off");
    }

    /** Reads an entry of the directory; returns where the next one begins. */
    private int entry(int at) throws IOException {
        int method = zip.getShort(at + 10);
        boolean encrypted = (zip.getShort(at + 8) & 1) != 0;
        if (zip.getInt(at) != ENTRY || encrypted || (method != 0 && method != 8)) {
            throw new IOException("no entry of a directory, or one packed in another way");
        }
        int nameLength = Short.toUnsignedInt(zip.getShort(at + 28));
        byte[] name = new byte[nameLength];
        zip.get(at + ENTRY_LENGTH, name);
        int local = zip.getInt(at + 42);
        int from = local
                + LOCAL_LENGTH
                + Short.toUnsignedInt(zip.getShort(local + 26))
                + Short.toUnsignedInt(zip.getShort(local + 28));
        parts.put(
                new String(name, StandardCharsets.UTF_8),
                new Part(from, zip.getInt(at + 20), method == 0, zip.getInt(at + 16)));
        return at
                + ENTRY_LENGTH
                + nameLength
                + Short.toUnsignedInt(zip.getShort(at + 30))
                + Short.toUnsignedInt(zip.getShort(at + 32));
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Without document types nothing expands; but these also count every & of a long sheet.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.entityExpansionLimit", 0);
        return factory;
    }

    /** True when bytes begin as a zip does. */
    static boolean isZip(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] <= 8 && bytes[3] == bytes[2] + 1;
    }

    /**
     * True when all parts together stay within {@link #UNPACKED_MAX}.
     *
     * @throws IOException when a part is not what its checksum says
     */
    boolean withinBounds() throws IOException {
        byte[] buffer = new byte[1 << 16];
        long unpacked = 0;
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            CRC32 crc = new CRC32();
            try (InputStream in = open(part.getValue())) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    crc.update(buffer, 0, read);
                    unpacked += read;
                    if (unpacked > UNPACKED_MAX) {
                        return false;
                    }
                }
            }
            if ((int) crc.getValue() != part.getValue().crc()) {
                throw new IOException(part.getKey() + " is not what its checksum says");
            }
        }
        return true;
    }

    /** True when there is a part of this name. */
    boolean has(String name) {
        return parts.containsKey(name);
    }

    /** What reads a part, from its outermost element on. */
    @FunctionalInterface
    interface Reading<T> {
        T read(XMLStreamReader in) throws IOException, XMLStreamException;
    }

    /**
     * Reads a part.
     *
     * @throws IOException when there is none of this name, or it has a document type
     */
    <T> T read(String name, Reading<T> reading) throws IOException, XMLStreamException {
        Part part = parts.get(name);
        if (part == null) {
            throw new IOException("the workbook has no part " + name);
        }
        try (InputStream in = open(part)) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                if (xml.getEventType() == XMLStreamConstants.DTD) {
                    throw new IOException("a part of a workbook has no document type");
                }
            }
            return reading.read(xml);
        }
    }

    private InputStream open(Part part) throws IOException {
        int left = zip.capacity() - part.from();
        if (part.from() < 0 || left < 0 || (part.stored() && (part.packed() < 0 || part.packed() > left))) {
            throw new IOException("a part lies outside of the zip");
        }
        if (part.stored()) {
            return new ByteArrayInputStream(zip.array(), part.from(), part.packed());
        }
        Inflater inflater = new Inflater(true);
        return new InflaterInputStream(new ByteArrayInputStream(zip.array(), part.from(), left), inflater, 1 << 13) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
    }
}
