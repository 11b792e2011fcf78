package org.quanheng.cli;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which package uses which, and the knots: packages that reach each other. */
final class PackageKnots {
    /** A package's users of another package: where the first of them stands. */
    private final Map<String, Map<String, String>> uses = new TreeMap<>();

    private PackageKnots() {}

    static PackageKnots of(Collection<SourceFile> sources) {
        PackageKnots knots = new PackageKnots();
        Set<String> packages = new TreeSet<>();
        sources.forEach(source -> packages.add(source.packageName()));
        for (SourceFile source : sources) {
            knots.read(source, packages);
        }
        return knots;
    }

    private void read(SourceFile source, Set<String> packages) {
        String from = source.packageName();
        Map<String, String> targets = uses.computeIfAbsent(from, _ -> new TreeMap<>());
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitPackage(PackageTree itself, @Nullable Void unused) {
                return null;
            }

            @Override
            public @Nullable Void visitMemberSelect(MemberSelectTree select, @Nullable Void unused) {
                String name = select.toString();
                if (name.startsWith("org.quanheng.")) {
                    String to = packageOf(name, packages);
                    if (!to.isEmpty() && !to.equals(from)) {
                        targets.putIfAbsent(to, source.at(select));
                    }
                    return null;
                }
                return super.visitMemberSelect(select, null);
            }
        }.scan(source.tree(), null);
    }

    private static String packageOf(String name, Set<String> packages) {
        String prefix = name;
        while (!packages.contains(prefix)) {
            int dot = prefix.lastIndexOf('.');
            if (dot < 0) {
                return "";
            }
            prefix = prefix.substring(0, dot);
        }
        return prefix;
    }

    /** Each package's targets, with the place of the first use. */
    Map<String, Map<String, String>> uses() {
        return uses;
    }

    /** One line for every use that is part of a knot. */
    List<String> knots() {
        List<String> found = new ArrayList<>();
        uses.forEach((from, targets) -> targets.forEach((to, place) -> {
            if (reaches(to, from)) {
                found.add(place + "expected packages that do not reach each other, came " + from + " -> " + to
                        + ", and " + to + " leads back. Maybe move what both need below both");
            }
        }));
        return found;
    }

    private boolean reaches(String from, String to) {
        Set<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String next = open.remove();
            if (next.equals(to)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(uses.getOrDefault(next, Map.of()).keySet());
            }
        }
        return false;
    }
}
