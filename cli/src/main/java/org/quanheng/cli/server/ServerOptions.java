package org.quanheng.cli.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.fault.Phrase;
import picocli.CommandLine.Option;

/** The options of every command that starts a server. */
public final class ServerOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the data folder, made when missing (default: data beside the launcher)")
    @Nullable String data;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "port, 0 for any free one (default: 8080)")
    String port = "8080";

    @Option(
            names = "--address",
            paramLabel = "IP",
            defaultValue = "127.0.0.1",
            description = "address to listen on; 0.0.0.0 for every one (default: 127.0.0.1)")
    String address = "127.0.0.1";

    /** The options of a server on a folder of its own, at any free port. */
    public static ServerOptions at(@Nullable String folder) {
        ServerOptions options = new ServerOptions();
        options.data = folder;
        options.port = "0";
        return options;
    }

    /** The place that the options name; every fault of them is recorded. */
    public Server.Place place(Map<String, String> environment, CallFaults faults) {
        Path folder = folder(data, faults);
        int number = faults.whole("--port", port, 0, 65535);
        return new Server.Place(folder, listening(faults), number, external(environment, faults));
    }

    /** The PostgreSQL of the caller's own, null when none is named. */
    static @Nullable DatabaseAddress external(Map<String, String> environment, CallFaults faults) {
        String address = environment.getOrDefault("QUANHENG_DATABASE_URL", "");
        return address.isBlank() ? null : DatabaseAddress.read("QUANHENG_DATABASE_URL", address.strip(), faults);
    }

    /** The data folder of an option that may be absent. */
    static Path folder(@Nullable String option, CallFaults faults) {
        Path standard = Path.of(System.getProperty("quanheng.home", "."), "data");
        if (option == null) {
            return standard;
        }
        try {
            Path folder = Path.of(option);
            if (option.isBlank()) {
                faults.add("--data", "the name of a folder", option);
            } else if (Files.exists(folder) && !Files.isDirectory(folder)) {
                faults.add("--data", "a folder", Phrase.of("a file: {0}", option));
            }
            return folder;
        } catch (InvalidPathException e) {
            faults.add("--data", "the name of a folder", option);
            return standard;
        }
    }

    private InetAddress listening(CallFaults faults) {
        try {
            if (address.matches("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}")) {
                return InetAddress.getByName(address);
            }
        } catch (UnknownHostException e) {
            faults.add("--address", "an IP address of this machine", address);
            return InetAddress.getLoopbackAddress();
        }
        faults.add("--address", "an IP address of this machine", address);
        return InetAddress.getLoopbackAddress();
    }
}
