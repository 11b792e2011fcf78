package org.quanheng.cli;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of {@link TidyTests} that look into one Java file. Each finding is one line: where, expected, came, maybe. */
final class TidyRules {
    static final int MOST_METHOD_LINES = 60;
    static final int MOST_PACKAGE_FILES = 28;

    private static final Set<String> MONEY_WORDS = Set.of(
            "amount",
            "principal",
            "interest",
            "instalment",
            "balance",
            "payment",
            "fee",
            "income",
            "limit",
            "cost",
            "price",
            "exposure",
            "money",
            "minor");
    private static final Pattern SQL = Pattern.compile(
            "(?s)\\s*(select\\s|insert\\s+into\\s|update\\s+\\w+\\s+set\\s|delete\\s+from\\s|with\\s+\\w+\\s+as\\s|"
                    + "(create|alter|drop)\\s+(table|database|role|user|index)\\s).*");
    private static final Pattern CONSTANT = Pattern.compile("([A-Za-z]\\w*\\.)*[A-Z][A-Z0-9_]*");
    private static final Set<String> SQL_TAKERS =
            Set.of("sql", "batchUpdate", "executeQuery", "executeUpdate", "prepareStatement");

    private TidyRules() {}

    /** Packages that hold too much to be known by heart; a package's tests stand in a folder of their own. */
    static List<String> crowdedPackages(Map<String, List<SourceFile>> folders) {
        List<String> found = new ArrayList<>();
        folders.forEach((folder, files) -> {
            if (files.size() > MOST_PACKAGE_FILES) {
                found.add(folder + ":1: expected at most " + MOST_PACKAGE_FILES + " files in a package, came "
                        + files.size() + ". Maybe split it by what its files are about");
            }
        });
        return found;
    }

    /** Methods that are too long to be read at a glance. */
    static List<String> longMethods(SourceFile source) {
        List<String> found = new ArrayList<>();
        scan(source, new Visitor() {
            @Override
            public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
                long lines = source.lines(method);
                if (lines > MOST_METHOD_LINES) {
                    found.add(source.at(method) + "expected a method of at most " + MOST_METHOD_LINES + " lines, came "
                            + method.getName() + " with " + lines + ". Maybe name its parts");
                }
                return super.visitMethod(method, null);
            }
        });
        return found;
    }

    /**
     * Time and chance that are taken instead of given.
     *
     * @param named what this file may take, as a finding writes it, such as {@code Clock.systemUTC}
     */
    static List<String> timeAndChance(SourceFile source, Set<String> named) {
        List<String> found = new ArrayList<>();
        scan(source, new Visitor() {
            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
                String name = shortened(call.getMethodSelect().toString());
                String argument = call.getArguments().isEmpty()
                        ? ""
                        : call.getArguments().getFirst().toString();
                boolean taken = switch (name) {
                    case "System.currentTimeMillis",
                            "System.nanoTime",
                            "UUID.randomUUID",
                            "Math.random",
                            "StrictMath.random",
                            "ThreadLocalRandom.current",
                            "Calendar.getInstance",
                            "RandomGenerator.getDefault",
                            "SecureRandom.getInstanceStrong" -> true;
                    default ->
                        name.startsWith("Clock.system")
                                || (name.matches("[A-Z]\\w*\\.now")
                                        && !argument.matches("(this\\.)?\\w*[cC]lock\\b.*"));
                };
                note(call, taken, name);
                return super.visitMethodInvocation(call, null);
            }

            @Override
            public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void unused) {
                String name = shortened(made.getIdentifier().toString());
                boolean taken = name.equals("SecureRandom")
                        || ((name.equals("Random") || name.equals("SplittableRandom") || name.equals("Date"))
                                && made.getArguments().isEmpty());
                note(made, taken, "new " + name);
                return super.visitNewClass(made, null);
            }

            private void note(Tree place, boolean taken, String what) {
                if (taken && !named.contains(what)) {
                    found.add(source.at(place) + "expected time and chance as arguments, came " + what
                            + ". Maybe take a Clock, an Instant or a seeded Random from the caller");
                }
            }
        });
        return found;
    }

    /** Money as a binary fraction: by its type and its name, or made from one. */
    static List<String> binaryMoney(SourceFile source) {
        List<String> found = new ArrayList<>();
        scan(source, new Visitor() {
            @Override
            public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
                note(variable, variable.getType(), variable.getName().toString());
                return super.visitVariable(variable, null);
            }

            @Override
            public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
                note(method, method.getReturnType(), method.getName().toString());
                return super.visitMethod(method, null);
            }

            private void note(Tree place, @Nullable Tree type, String name) {
                String typeName = type == null ? "" : type.toString().replaceAll("@\\S+\\s+", "");
                boolean binary = typeName.matches("(java\\.lang\\.)?(double|float|Double|Float)(\\[\\])*");
                if (binary && tellsOfMoney(name)) {
                    found.add(source.at(place) + "expected money as Money, BigDecimal or whole minor units, came "
                            + typeName + " " + name + ". Maybe it is no money: then give it another name");
                } else if (typeName.equals("float") || typeName.equals("Float")) {
                    found.add(source.at(place) + "expected no float at all, came " + name + ". Maybe a double");
                }
            }
        });
        return found;
    }

    private static boolean tellsOfMoney(String name) {
        for (String word : name.split("(?=[A-Z])|_", -1)) {
            if (MONEY_WORDS.contains(word.toLowerCase(java.util.Locale.ROOT))) {
                return !name.toLowerCase(java.util.Locale.ROOT).matches(".*(scale|share|width|ratio|rate|x|y)");
            }
        }
        return false;
    }

    /** SQL into which something is joined that is not a constant. */
    static List<String> joinedSql(SourceFile source) {
        List<String> found = new ArrayList<>();
        scan(source, new Visitor() {
            @Override
            public @Nullable Void visitBinary(BinaryTree joined, @Nullable Void unused) {
                List<ExpressionTree> pieces = new ArrayList<>();
                flatten(joined, pieces);
                if (isSql(pieces.getFirst())) {
                    pieces.stream().filter(piece -> !constant(piece)).forEach(this::note);
                    return null;
                }
                return super.visitBinary(joined, null);
            }

            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
                String name = call.getMethodSelect() instanceof MemberSelectTree select
                        ? select.getIdentifier().toString()
                        : call.getMethodSelect().toString();
                boolean formats = name.equals("formatted")
                        && call.getMethodSelect() instanceof MemberSelectTree select
                        && isSql(select.getExpression());
                boolean formatsFirst = (name.equals("format") || name.equals("append") || name.equals("concat"))
                        && !call.getArguments().isEmpty()
                        && isSql(call.getArguments().getFirst());
                if (formats || formatsFirst) {
                    note(call);
                }
                if (SQL_TAKERS.contains(name) && !call.getArguments().isEmpty()) {

                    List<ExpressionTree> pieces = new ArrayList<>();
                    flatten(call.getArguments().getFirst(), pieces);
                    pieces.stream().filter(piece -> !constant(piece)).forEach(this::note);
                }
                return super.visitMethodInvocation(call, null);
            }

            private void note(Tree piece) {
                found.add(source.at(piece) + "expected SQL of literals and constants, came " + piece
                        + ". Maybe put a ? there and bind the value");
            }
        });
        return found.stream().distinct().toList();
    }

    private static void flatten(ExpressionTree expression, List<ExpressionTree> pieces) {
        if (expression instanceof BinaryTree joined && joined.getKind() == Tree.Kind.PLUS) {
            flatten(joined.getLeftOperand(), pieces);
            flatten(joined.getRightOperand(), pieces);
        } else if (expression instanceof ParenthesizedTree inner) {
            flatten(inner.getExpression(), pieces);
        } else {
            pieces.add(expression);
        }
    }

    private static boolean isSql(ExpressionTree piece) {
        return piece instanceof LiteralTree literal
                && literal.getValue() instanceof String text
                && SQL.matcher(text).matches();
    }

    private static boolean constant(ExpressionTree piece) {
        return piece instanceof LiteralTree
                || ((piece instanceof IdentifierTree || piece instanceof MemberSelectTree)
                        && CONSTANT.matcher(piece.toString()).matches());
    }

    /** Whether this is a package-info that marks its package as null-safe. */
    static boolean marksPackage(SourceFile source) {
        if (!source.path().endsWith("/package-info.java")) {
            return false;
        }
        List<? extends AnnotationTree> annotations = source.tree().getPackageAnnotations();
        return annotations.stream()
                .anyMatch(annotation ->
                        shortened(annotation.getAnnotationType().toString()).equals("NullMarked"));
    }

    /** Imports of a framework or of the app in a library, which must be usable without them. */
    static List<String> strangersInLibrary(SourceFile source, Map<String, String> strangers) {
        List<String> found = new ArrayList<>();
        source.tree()
                .getImports()
                .forEach(use -> strangers.forEach((prefix, maybe) -> {
                    String name = use.getQualifiedIdentifier().toString();
                    if (name.startsWith(prefix)) {
                        found.add(source.at(use) + "expected a library without " + prefix + "*, came " + name
                                + ". Maybe " + maybe);
                    }
                }));
        return found;
    }

    private static String shortened(String name) {
        return name.replaceFirst("^(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
    }

    private static void scan(SourceFile source, Visitor visitor) {
        visitor.scan(source.tree(), null);
    }

    private abstract static class Visitor extends TreeScanner<@Nullable Void, @Nullable Void> {}
}
