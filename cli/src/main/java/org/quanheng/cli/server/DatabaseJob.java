package org.quanheng.cli.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.OperatingFailure;
import org.quanheng.fault.Phrase;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Option;

/** A command that asks a database something: that of a data folder, or the one that the environment names. */
abstract class DatabaseJob extends Job {
    @Option(names = "--data", paramLabel = "DIR", description = "the data folder (default: data beside the launcher)")
    @Nullable String data;

    @Option(names = "--json", description = "print one JSON document")
    boolean json;

    /** The answer of the database; also while a server runs on it. */
    final <T> T ask(CallFaults faults, Function<DataSource, T> question) {
        Path folder = ServerOptions.folder(data, faults);
        DatabaseAddress external = ServerOptions.external(System.getenv(), faults);
        if (external == null && !Files.isDirectory(folder.resolve("database"))) {
            faults.add("--data", "a data folder in which a server has run", folder.toString());
        }
        refuse(faults);
        return external == null
                ? EmbeddedDatabase.borrow(folder, address -> answer(address, question))
                : answer(external, question);
    }

    private static <T> T answer(DatabaseAddress address, Function<DataSource, T> question) {
        try {
            return question.apply(new DriverManagerDataSource(address.url(), address.user(), address.password()));
        } catch (DataAccessException e) {
            throw new OperatingFailure(
                    Phrase.of(
                            "the database: expected one in which Quanheng has started, came {0}",
                            e.getMostSpecificCause().getMessage()),
                    e);
        }
    }
}
