package org.quanheng.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Every text that was written by hand in this repository, read once for the rules of {@link TidyTests}. */
final class Repository {
    /** What is made by a build, by git or by a running server. */
    private static final Set<String> SKIPPED = Set.of("target", ".git", "data");

    /** Data and pictures are not written by hand. */
    private static final List<String> NOT_TEXT = List.of(".csv", ".png", ".jar", ".gz", ".log", ".xz");

    private final Map<String, String> texts = new TreeMap<>();

    static Repository read() {
        Repository repository = new Repository();
        Path root = root();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean top =
                            folder.getParent() != null && folder.getParent().equals(root);
                    String name = String.valueOf(folder.getFileName());
                    boolean skip = SKIPPED.contains(name) && (top || name.equals("target"));
                    return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String path = root.relativize(file).toString().replace('\\', '/');
                    if (attributes.isRegularFile()
                            && !path.equals(".git")
                            && NOT_TEXT.stream().noneMatch(path::endsWith)) {
                        repository.texts.put(path, Files.readString(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return repository;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("expected to run inside the repository, came "
                        + Path.of("").toAbsolutePath());
            }
            folder = parent;
        }
        return folder;
    }

    /** Every text by its path from the root of the repository. */
    Map<String, String> texts() {
        return texts;
    }

    /** Every Java file of every module. */
    List<SourceFile> sources() {
        Map<String, String> java = new TreeMap<>(texts);
        java.keySet().removeIf(path -> !path.endsWith(".java"));
        return SourceFile.parseAll(java);
    }
}
