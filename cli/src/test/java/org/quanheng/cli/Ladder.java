package org.quanheng.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who may use whom (ARCHITECTURE.md): libraries below, the app's parts on their levels, nothing upwards. */
final class Ladder {
    private static final String APP = "org.quanheng.app.";
    private static final String OURS = "org.quanheng.";

    /** What each module may use of the others. */
    static final Map<String, Set<String>> MODULES = Map.of(
            "fault", Set.of(),
            "lending", Set.of("fault"),
            "scoring", Set.of("fault"),
            "experience", Set.of(),
            "policy", Set.of("fault", "lending", "scoring"),
            "balance", Set.of("fault", "scoring", "experience", "policy"),
            "app", Set.of("fault", "lending", "scoring", "experience", "policy", "balance"),
            "cli", Set.of("fault", "lending", "scoring", "experience", "policy", "balance", "app"),
            "trials", Set.of("fault", "lending", "scoring", "experience", "policy", "balance", "cli"));

    /** The app's parts from the ground up; a part may use those on lower levels. */
    static final Map<String, Integer> LEVELS = Map.ofEntries(
            Map.entry("page", 0),
            Map.entry("audit", 0),
            Map.entry("journey", 0),
            Map.entry("api", 1),
            Map.entry("access", 2),
            Map.entry("customer", 3),
            Map.entry("product", 3),
            Map.entry("model", 3),
            Map.entry("decision", 4),
            Map.entry("loan", 5),
            Map.entry("application", 6),
            Map.entry("board", 7),
            Map.entry("sample", 7));

    private Ladder() {}

    /** One line for every use that goes up, sideways, or past a part's face. */
    static List<String> faults(Map<String, Map<String, String>> uses) {
        List<String> found = new ArrayList<>();
        uses.forEach((from, targets) -> targets.forEach((to, place) -> {
            String fault = fault(from, to);
            if (!fault.isEmpty()) {
                found.add(place + fault);
            }
        }));
        return found;
    }

    private static String fault(String from, String to) {
        String fromModule = first(from, OURS);
        String toModule = first(to, OURS);
        if (!fromModule.equals(toModule)) {
            Set<String> allowed = MODULES.getOrDefault(fromModule, Set.of());
            return allowed.contains(toModule)
                    ? ""
                    : "expected " + fromModule + " to use only " + allowed + ", came " + to
                            + ". Maybe declare an interface here that the higher one implements";
        }
        if (!from.startsWith(APP) || !to.startsWith(APP) || first(from, APP).equals(first(to, APP))) {
            return "";
        }
        return faultInApp(from, to);
    }

    private static String faultInApp(String from, String to) {
        String part = first(from, APP);
        String used = first(to, APP);
        Integer level = LEVELS.get(part);
        Integer usedLevel = LEVELS.get(used);
        if (level == null || usedLevel == null) {
            return "expected parts that stand on the ladder, came " + part + " -> " + used
                    + ". Maybe give the new part its level in Ladder and in ARCHITECTURE.md";
        }
        if (usedLevel >= level) {
            return "expected " + part + " (level " + level + ") to use lower parts only, came " + used + " (level "
                    + usedLevel + "). Maybe let " + used + " declare an interface that " + part + " implements";
        }
        return to.equals(APP + used)
                ? ""
                : "expected only the face of a part, " + APP + used + ", came its inside " + to
                        + ". Maybe move what is needed into the root package of " + used;
    }

    private static String first(String name, String prefix) {
        String rest = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
