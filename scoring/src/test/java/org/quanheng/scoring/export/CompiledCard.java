package org.quanheng.scoring.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.quanheng.scoring.scorecard.FactSource;
import org.quanheng.scoring.scorecard.Scorecard;

/** The exported Java class of a scorecard, compiled and loaded. */
final class CompiledCard implements AutoCloseable {
    private final URLClassLoader loader;
    private final MethodHandle points;

    private CompiledCard(URLClassLoader loader, MethodHandle points) {
        this.loader = loader;
        this.points = points;
    }

    static CompiledCard of(Scorecard card, Path folder) throws IOException, ReflectiveOperationException {
        Path source = folder.resolve("Card.java");
        Files.writeString(source, JavaExport.source(card, "", "Card"));
        int code =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
        assertThat(code).isZero();
        URL[] places = {URI.create(folder.toUri().toString()).toURL()};
        URLClassLoader loader = new URLClassLoader(places);
        return new CompiledCard(
                loader,
                MethodHandles.publicLookup()
                        .findStatic(
                                loader.loadClass("Card"),
                                "points",
                                MethodType.methodType(double.class, Function.class)));
    }

    double points(FactSource facts) throws Throwable {
        Function<String, @Nullable Object> function = facts::fact;
        return (double) points.invoke(function);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
