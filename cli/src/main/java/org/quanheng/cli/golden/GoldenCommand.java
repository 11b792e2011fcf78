package org.quanheng.cli.golden;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.Json;
import org.quanheng.cli.shell.OperatingFailure;
import org.quanheng.fault.Phrase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks the lending library against a folder of published numbers. */
@Command(
        name = "golden",
        description = {
            "Checks day counts, calendars, schedules and annual rates against the JSON files of a folder.",
            "Exit code 0: the folder was checked, whatever came out, 2: bad input."
        })
public final class GoldenCommand extends Job {
    @Parameters(paramLabel = "FOLDER", arity = "0..1", description = "the folder of golden files")
    @Nullable String folder;

    @Option(names = "--json", description = "one JSON document")
    boolean json;

    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        Path path = folder == null ? null : Path.of(folder);
        if (path == null || !Files.isDirectory(path)) {
            faults.add("FOLDER", "a folder with golden files", folder);
        }
        refuse(faults);
        if (path == null) {
            throw new IllegalStateException("expected a fault for a missing folder, came none");
        }
        List<FileResult> results = check(path);
        if (results.isEmpty()) {
            faults.add("FOLDER", "a folder with golden files", Phrase.of("none in {0}", path));
        }
        refuse(faults);
        if (json) {
            out.println(Json.text(document(results)));
        } else {
            print(out, results);
        }
        return 0;
    }

    private List<FileResult> check(Path path) {
        try {
            return GoldenFolder.check(path);
        } catch (IOException e) {
            throw new OperatingFailure(
                    Phrase.of("expected to read the files of {0}, came {1}", path, e.getMessage()), e);
        }
    }

    private static ObjectNode document(List<FileResult> results) {
        ObjectNode document = Json.object();
        ArrayNode files = document.putArray("files");
        for (FileResult result : results) {
            ObjectNode file = files.addObject()
                    .put("file", result.file())
                    .put("cases", result.verdicts().size())
                    .put("passed", result.passed());
            ArrayNode failed = file.putArray("failed");
            ArrayNode unsupported = file.putArray("unsupported");
            ArrayNode skipped = file.putArray("skipped");
            for (Map.Entry<String, Verdict> entry : result.verdicts().entrySet()) {
                String id = entry.getKey();
                switch (entry.getValue()) {
                    case Verdict.Passed _ -> {}
                    case Verdict.Failed fault -> {
                        ObjectNode entryOf = failed.addObject()
                                .put("id", id)
                                .put("expected", fault.expected())
                                .put("got", fault.got());
                        if (fault.remark() != null) {
                            entryOf.put("remark", fault.remark());
                        }
                    }
                    case Verdict.Unsupported reason ->
                        unsupported.addObject().put("id", id).put("reason", reason.reason());
                    case Verdict.Skipped reason ->
                        skipped.addObject().put("id", id).put("reason", reason.reason());
                }
            }
        }
        return document;
    }

    private void print(PrintWriter out, List<FileResult> results) {
        for (FileResult result : results) {
            out.println(words.say(
                    "{0}: {1} cases, {2} passed",
                    result.file(), result.verdicts().size(), result.passed()));
            result.verdicts().forEach((id, verdict) -> {
                switch (verdict) {
                    case Verdict.Passed _ -> {}
                    case Verdict.Failed fault -> {
                        String told = words.say("failed {0}: expected {1}, got {2}", id, fault.expected(), fault.got());
                        out.println("  " + told + (fault.remark() == null ? "" : " (" + fault.remark() + ")"));
                    }
                    case Verdict.Unsupported why ->
                        out.println("  " + words.say("unsupported {0}: {1}", id, why.reason()));
                    case Verdict.Skipped why -> out.println("  " + words.say("skipped {0}: {1}", id, why.reason()));
                }
            });
        }
    }
}
