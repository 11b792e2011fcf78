package org.quanheng.cli.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Phrase;

/** Reads a file that the caller named, and says plainly why it cannot be used. */
public final class InputFile {
    private static final long BYTES_MAX = 256L << 20;

    private InputFile() {}

    /** The text of the file; null when it cannot be used, and then the fault is recorded. */
    public static @Nullable String text(String where, @Nullable String name, CallFaults faults) {
        Path file = path(where, name, faults);
        if (file == null) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            faults.add(where, "a file that can be read", name, Phrase.of("look at this: {0}", e.getMessage()));
            return null;
        }
        return decoded(where, name, bytes, faults);
    }

    /** The file itself, checked to be there, readable and not empty; null when it is not, and then the fault is recorded. */
    public static @Nullable Path path(String where, @Nullable String name, CallFaults faults) {
        if (name == null || name.isBlank()) {
            faults.add(where, "the name of a file", name);
            return null;
        }
        Path file;
        try {
            file = Path.of(name);
        } catch (InvalidPathException e) {
            faults.add(where, "the name of a file", name);
            return null;
        }
        if (!Files.exists(file)) {
            faults.add(where, "a file that exists", name);
        } else if (Files.isDirectory(file)) {
            faults.add(where, "a file", Phrase.of("a folder: {0}", name));
        } else if (!Files.isReadable(file)) {
            faults.add(where, "a file that this user may read", name);
        } else if (file.toFile().length() == 0) {
            faults.add(where, "a file with content", Phrase.of("an empty file: {0}", name));
        } else if (file.toFile().length() > BYTES_MAX) {
            faults.add(
                    where,
                    Phrase.of("at most {0} MB", (BYTES_MAX >> 20)),
                    Phrase.of("{0} MB: {1}", (file.toFile().length() >> 20), name));
        } else {
            return file;
        }
        return null;
    }

    private static @Nullable String decoded(String where, @Nullable String name, byte[] bytes, CallFaults faults) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            faults.add(
                    where,
                    "text in UTF-8",
                    Phrase.of("a byte that is not, at offset {0} of {1}", in.position(), name),
                    "save the file again as UTF-8");
            return null;
        }
        String text = out.flip().toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
