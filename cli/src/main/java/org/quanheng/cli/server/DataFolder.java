package org.quanheng.cli.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.OperatingFailure;
import org.quanheng.fault.Phrase;

/** The folder that holds everything one installation keeps; used by one process at a time. */
public final class DataFolder implements AutoCloseable {
    /** Folders held by this process: a second channel on the lock would drop the first one's lock when it closes. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the folder, made with its parents when it does not exist, for this process.
     *
     * @throws OperatingFailure when another process uses it, or it cannot be written to
     */
    public static DataFolder take(Path folder) {
        DataFolder taken = takeIfFree(folder);
        if (taken == null) {
            throw new OperatingFailure(Phrase.of(
                    "data folder {0}: expected one that nobody uses, came one in use by process {1}. Maybe stop that one, or choose another folder with --data",
                    folder.toAbsolutePath().normalize(), holder(folder)));
        }
        return taken;
    }

    /**
     * Takes the folder unless somebody uses it; then null.
     *
     * @throws OperatingFailure when it cannot be written to
     */
    static @Nullable DataFolder takeIfFree(Path folder) {
        FileChannel channel = null;
        boolean taken = false;
        try {
            Files.createDirectories(folder);
            Path path = folder.toRealPath();
            if (!HELD.add(path)) {
                return null;
            }
            try {
                channel = FileChannel.open(
                        path.resolve(LOCK),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
                if (channel.tryLock() == null) {
                    return null;
                }
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
                taken = true;
                return new DataFolder(path, channel);
            } finally {
                if (!taken) {
                    HELD.remove(path);
                }
            }
        } catch (IOException e) {
            throw new OperatingFailure(
                    Phrase.of("data folder {0}: expected a folder that this user may write to, came {1}", folder, e),
                    e);
        } finally {
            closeUnless(taken, channel);
        }
    }

    private static String holder(Path folder) {
        try {
            return Files.readString(folder.resolve(LOCK)).strip();
        } catch (IOException e) {
            return "unknown (" + e.getMessage() + ")";
        }
    }

    private static void closeUnless(boolean taken, @Nullable FileChannel channel) {
        if (!taken && channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new OperatingFailure(Phrase.of("the lock of the data folder cannot be closed: {0}", e), e);
            }
        }
    }

    /** The folder itself, as an absolute path. */
    public Path path() {
        return path;
    }

    /** The folder for keys and passwords, readable by its owner only; made when missing. */
    Path keys() {
        return made("keys", "rwx------");
    }

    /** The folder for logs; made when missing. */
    Path logs() {
        return made("logs", "rwxr-x---");
    }

    private Path made(String name, String permissions) {
        try {
            Path folder = path.resolve(name);
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
            }
            return folder;
        } catch (IOException e) {
            throw new OperatingFailure(Phrase.of("data folder {0}: cannot make '{1}': {2}", path, name, e), e);
        }
    }

    /** The secret of this name, made at the first asking. */
    String secret(String name, SecureRandom chance) {
        Path file = keys().resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[32];
                chance.nextBytes(bytes);
                writeSecret(file, HexFormat.of().formatHex(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new OperatingFailure(Phrase.of("data folder {0}: cannot read {1}: {2}", path, file, e), e);
        }
    }

    /** Writes a secret that only the owner may read, whole or not at all. */
    public static void writeSecret(Path file, String secret) {
        try {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(secret.getBytes(StandardCharsets.UTF_8)));
                out.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new OperatingFailure(Phrase.of("cannot write {0}: {1}", file, e), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new OperatingFailure(Phrase.of("data folder {0}: its lock cannot be closed: {1}", path, e), e);
        } finally {
            HELD.remove(path);
        }
    }
}
