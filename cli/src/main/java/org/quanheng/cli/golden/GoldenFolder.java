package org.quanheng.cli.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.FaultyInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads every golden file of a folder that concerns lending, and checks its cases. */
final class GoldenFolder {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private GoldenFolder() {}

    /**
     * Checks a folder; files of other subjects are left out. A file that cannot be understood hides none of the others: it counts
     * as one case that is unsupported.
     *
     * @throws IOException if a file cannot be read
     */
    static List<FileResult> check(Path folder) throws IOException {
        List<FileResult> results = new ArrayList<>();
        for (Path path : files(folder)) {
            String file = path.getFileName().toString();
            try {
                JsonNode document = MAPPER.readTree(Files.readAllBytes(path));
                if (!isOfAnotherSubject(document)) {
                    results.add(check(file, document));
                }
            } catch (JacksonException e) {
                results.add(unsupported(file, "JSON expected, came " + e.getOriginalMessage()));
            }
        }
        return results;
    }

    private static boolean isOfAnotherSubject(JsonNode document) {
        return document.isObject() && !document.has("cases") && !document.has("derived_cases");
    }

    private static FileResult unsupported(String file, String reason) {
        return new FileResult(file, Map.of(file, new Verdict.Unsupported(reason)));
    }

    private static FileResult check(String file, JsonNode document) {
        for (GoldenFormat format : GoldenFormat.ALL) {
            Iterable<JsonNode> cases = format.cases(document);
            if (cases != null) {
                return check(file, cases, golden -> verdict(format, golden));
            }
        }
        JsonNode cases = document.isObject() ? document.path("cases") : document;
        return cases.isArray()
                ? check(file, cases, _ -> new Verdict.Unsupported("fields of no known format"))
                : unsupported(file, "a list of cases expected, came " + cases.getNodeType());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    private static FileResult check(String file, Iterable<JsonNode> cases, Function<JsonNode, Verdict> check) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        int number = 0;
        for (JsonNode golden : cases) {
            number++;
            JsonNode id = golden.path("id");
            String name = id.isString() || id.isNumber() ? id.asString() : "case " + number;
            verdicts.put(verdicts.containsKey(name) ? name + " (" + number + ")" : name, check.apply(golden));
        }
        return new FileResult(file, verdicts);
    }

    /** A case that is unlike its format, or expects that the library refuses it, must not end the check of the others. */
    private static Verdict verdict(GoldenFormat format, JsonNode golden) {
        String skip = skipped(golden);
        if (skip != null) {
            return new Verdict.Skipped(skip);
        }
        boolean refusal = golden.path("expected_none").asBoolean(false) || golden.hasNonNull("expected_error");
        if (golden.path("expected").isNull() && !refusal) {
            return new Verdict.Unsupported("no expected value");
        }
        try {
            return format.check(golden);
        } catch (UnsupportedCase e) {
            return refusal
                    ? new Verdict.Failed("an error", "a result")
                    : new Verdict.Unsupported(String.valueOf(e.getMessage()));
        } catch (FaultyInputException e) {
            return refusal && format.subjects().contains(e.input().pattern())
                    ? new Verdict.Passed()
                    : new Verdict.Failed(
                            refusal ? "an error about " + String.join(" or ", format.subjects()) : "a result",
                            String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException | JacksonException e) {
            return new Verdict.Unsupported("data that cannot be used: " + e.getMessage());
        }
    }

    private static @Nullable String skipped(JsonNode golden) {
        if (golden.path("superseded_by").isString()) {
            return "superseded by " + golden.path("superseded_by").asString();
        }
        return golden.path("use").asBoolean(true) ? null : "marked use: false";
    }
}
