package org.quanheng.trials;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.fault.Phrase;
import org.quanheng.trials.lender.Web;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs the benchmarks of the package {@code bench}, each in a JVM of its own. A method whose name begins with {@code reference} is
 * what the others of its class are measured against.
 */
@Command(
        name = "bench",
        description = {
            "What one act costs, measured by JMH, and its ratio to the reference named in the same benchmark.",
            "A ratio is the time of the act by the time of the reference; 0.5 is twice as fast."
        })
final class Bench extends Trial {
    private static final String REFERENCE = "reference";

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "benchmarks to run (default: all)")
    List<String> names = new ArrayList<>();

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "5", description = "measured for each (default: 5)")
    String seconds = "5";

    @Option(names = "--list", description = "only name the benchmarks")
    boolean list;

    @Override
    void check(CallFaults faults) {
        faults.whole("--seconds", seconds, 1, 600);
        Set<String> known = known();
        names.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add("NAME", Phrase.of("some of {0}", String.join(", ", known)), name));
    }

    /** The classes with benchmarks, without their package. */
    private static Set<String> known() {
        return BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
                .stream()
                .map(entry -> className(entry.getUsername()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    ObjectNode attempt(Consumer<Phrase> progress) throws IOException {
        ObjectNode seen = Web.JSON.createObjectNode();
        ArrayNode told = seen.putArray("benchmarks");
        for (String name : list || names.isEmpty() ? known() : names) {
            if (list) {
                told.add(name);
            } else {
                progress.accept(Phrase.of("{0}", name));
                tell(told, name, run(name));
            }
        }
        return seen.put(HELD, true);
    }

    private Collection<RunResult> run(String name) {
        Options options = new OptionsBuilder()
                .include(Pattern.quote("." + name + "."))
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(Integer.parseInt(seconds))
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            return new Runner(options).run();
        } catch (RunnerException e) {
            throw new IllegalStateException("the benchmark " + name + " did not end: " + e.getMessage(), e);
        }
    }

    private static void tell(ArrayNode told, String name, Collection<RunResult> results) {
        Map<String, Result<?>> times = new TreeMap<>();
        for (RunResult result : results) {
            BenchmarkParams parameters = result.getParams();
            times.put(methodName(parameters.getBenchmark()), result.getPrimaryResult());
        }
        String reference = times.keySet().stream()
                .filter(method -> method.startsWith(REFERENCE))
                .findFirst()
                .orElse("");
        times.forEach((method, time) -> {
            if (!method.equals(reference)) {
                ObjectNode line = told.addObject()
                        .put("benchmark", name + "." + method)
                        .put("time", rounded(time.getScore()))
                        .put("error", rounded(time.getScoreError()))
                        .put("unit", time.getScoreUnit());
                Result<?> against = times.get(reference);
                if (against != null) {
                    line.put("reference", reference)
                            .put("referenceTime", rounded(against.getScore()))
                            .put("ratio", rounded(time.getScore() / against.getScore()));
                }
            }
        });
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? Math.round(1e3 * value) / 1e3 : 0;
    }

    private static String className(String benchmark) {
        String type = benchmark.substring(0, benchmark.lastIndexOf('.'));
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String methodName(String benchmark) {
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }
}
