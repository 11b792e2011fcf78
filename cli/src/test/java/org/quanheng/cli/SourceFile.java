package org.quanheng.cli;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * One Java file as the compiler's parser sees it; nothing is attributed.
 *
 * @param path from the root of the repository, with forward slashes
 * @param module the Maven module: the first folder of the path
 */
record SourceFile(String path, String module, String text, CompilationUnitTree tree, SourcePositions positions) {

    /** One file that is not on disk. */
    static SourceFile parse(String path, String text) {
        return parseAll(Map.of(path, text)).getFirst();
    }

    /** All files of a module or of many in one run of the parser, in the order of the map. */
    static List<SourceFile> parseAll(Map<String, String> textByPath) {
        List<JavaFileObject> objects = new ArrayList<>();
        textByPath.forEach((path, text) -> objects.add(new InMemory(path, text)));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, objects);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<SourceFile> sources = new ArrayList<>();
        try {
            for (CompilationUnitTree tree : task.parse()) {
                String path = tree.getSourceFile().toUri().getPath().substring(1);
                String module = path.substring(0, path.indexOf('/'));
                String text = Objects.requireNonNull(textByPath.get(path), path);
                sources.add(new SourceFile(path, module, text, tree, positions));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final String text;

        private InMemory(String path, String text) {
            super(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Whether it is built into the product, not into its tests. */
    boolean main() {
        return path.contains("/src/main/");
    }

    /** The folder in which it lies. */
    String folder() {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** The name of its package; empty if it has none. */
    String packageName() {
        return tree.getPackageName() == null ? "" : tree.getPackageName().toString();
    }

    /** The line on which a part of it begins, counted from 1. */
    long line(Tree part) {
        return tree.getLineMap().getLineNumber(positions.getStartPosition(tree, part));
    }

    /** The lines that a part of it fills, its annotations included. */
    long lines(Tree part) {
        return tree.getLineMap().getLineNumber(positions.getEndPosition(tree, part)) - line(part) + 1;
    }

    /** The line of a part, as it stands in a message. */
    String at(Tree part) {
        return path + ":" + line(part) + ": ";
    }
}
