package org.quanheng.policy.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.ast.InputDataNode;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.api.feel.runtime.events.FEELEventListener;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.CompiledExpression;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.model.api.DRGElement;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.HitPolicy;
import org.kie.dmn.model.api.InputClause;
import org.kie.dmn.model.api.InputData;
import org.quanheng.fault.Fault;

/**
 * Reads the decision tables of a DMN model into rows whose conditions are compiled one by one.
 *
 * <p>Only input data and decision tables are allowed. FEEL can call Java ("external" functions); a file that risk
 * officers edit must not be able to, so everything that could hold such a function is refused.
 */
final class RuleTableReader {
    private static final List<String> OUTPUTS = List.of(RuleTable.ROW, RuleTable.EFFECT, RuleTable.REASON);

    private static final SortedMap<String, Class<?>> KINDS =
            new TreeMap<>(Map.of("number", BigDecimal.class, "string", String.class, "boolean", Boolean.class));

    private static final Map<Class<?>, Object> TRIALS =
            Map.of(BigDecimal.class, BigDecimal.ONE, String.class, "x", Boolean.class, true);

    private final FEEL feel = FEEL.newInstance(RuleTableReader.class.getClassLoader(), List.of());
    private final Set<String> rowIds = new HashSet<>();
    private final Map<String, Object> trial = new HashMap<>();
    private final DMNModel model;
    private final List<Fault> faults;

    private RuleTableReader(DMNModel model, List<Fault> faults) {
        this.model = model;
        this.faults = faults;
    }

    static List<RuleTable> read(DMNModel model, List<Fault> faults) {
        RuleTableReader reader = new RuleTableReader(model, faults);
        List<RuleTable> tables = new ArrayList<>();
        inputs(model, faults).forEach((name, kind) -> reader.trial.put(name, TRIALS.get(kind)));
        if (!model.getDefinitions().getImport().isEmpty()) {
            reader.fault("imports", "none", "an import");
        }
        for (DRGElement element : model.getDefinitions().getDrgElement()) {
            if (element instanceof Decision decision && decision.getExpression() instanceof DecisionTable table) {
                reader.table(decision.getName(), table, tables);
            } else if (!(element instanceof InputData)) {
                reader.fault(
                        element.getName(),
                        "input data or a decision table",
                        element.getClass().getSimpleName());
            }
        }
        if (tables.isEmpty() && faults.isEmpty()) {
            reader.fault("model", "at least one decision table", "none");
        }
        return tables;
    }

    /** The kind of each input by its name; a type that no fact has is a fault. */
    static SortedMap<String, Class<?>> inputs(DMNModel model, List<Fault> faults) {
        SortedMap<String, Class<?>> kinds = new TreeMap<>();
        for (DRGElement element : model.getDefinitions().getDrgElement()) {
            if (element instanceof InputData input) {
                QName type =
                        input.getVariable() == null ? null : input.getVariable().getTypeRef();
                String name = type == null ? "none" : type.getLocalPart();
                Class<?> kind = KINDS.get(name);
                if (kind == null) {
                    faults.add(Fault.of(
                            "eligibility input " + input.getName(), "one of the types " + KINDS.keySet(), name));
                } else {
                    kinds.put(input.getName(), kind);
                }
            }
        }
        return Collections.unmodifiableSortedMap(kinds);
    }

    private void table(String name, DecisionTable table, List<RuleTable> tables) {
        if (table.getHitPolicy() != HitPolicy.COLLECT || table.getAggregation() != null) {
            fault(name, "hit policy COLLECT without aggregation: every row that applies counts", table.getHitPolicy());
        }
        List<String> outputs = table.getOutput().stream()
                .map(output -> String.valueOf(output.getName()))
                .toList();
        if (!outputs.equals(OUTPUTS)) {
            fault(name, "the outputs " + OUTPUTS, outputs);
            return;
        }
        List<String> inputs = new ArrayList<>();
        for (InputClause input : table.getInput()) {
            String expression = input.getInputExpression().getText().trim();
            if (model.getInputByName(expression) == null) {
                fault(name, "columns that are input data of the model", expression);
            }
            inputs.add(expression);
        }
        List<RuleTable.Row> rows = new ArrayList<>();
        for (DecisionRule rule : table.getRule()) {
            RuleTable.Row row = row(name, inputs, rule);
            if (row != null) {
                rows.add(row);
            }
        }
        tables.add(new RuleTable(name, feel, List.copyOf(rows)));
    }

    private RuleTable.@Nullable Row row(String table, List<String> inputs, DecisionRule rule) {
        String id = literal(table, rule, 0);
        String effect = literal(table, rule, 1);
        String reason = literal(table, rule, 2);
        if (id == null || effect == null || reason == null) {
            return null;
        }
        if (!id.equals(rule.getId())) {
            fault(table + " row " + id, "the output 'row' to be the id of the rule", rule.getId());
        }
        if (!rowIds.add(id)) {
            fault(table + " row " + id, "each row id once", "it again");
        }
        Effect parsed = effectOf(effect);
        if (parsed == null) {
            fault(table + " row " + id, "effect DECLINE or REFER", effect);
            return null;
        }
        List<RuleTable.Cell> cells = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            String test = rule.getInputEntry().get(i).getText().trim();
            if (test.contains("external") || test.contains("function")) {
                fault(table + " row " + id, "tests without functions", test);
            } else if (!test.equals("-") && !test.isEmpty()) {
                cells.add(cell(table + " row " + id, inputs.get(i), test));
            }
        }
        if (cells.isEmpty()) {
            fault(table + " row " + id, "at least one condition", "none, which would apply to everybody");
        }
        return new RuleTable.Row(id, parsed, reason, List.copyOf(cells));
    }

    private RuleTable.Cell cell(String row, String input, String test) {
        // KIE compiles a faulty test without a word and then never fulfils it: only its listener hears of the fault.
        FEELEventListener listener = event -> {
            if (event.getSeverity() == FEELEvent.Severity.ERROR) {
                fault(row, "a FEEL test on " + input, test + " (" + event.getMessage() + ")");
            }
        };
        feel.addListener(listener);
        try {
            // A context takes the listeners that are there when it is made.
            CompilerContext context = feel.newCompilerContext();
            for (InputDataNode node : model.getInputs()) {
                context.addInputVariableType(node.getName(), BuiltInType.UNKNOWN);
            }
            CompiledExpression expression = feel.compile(RuleTable.Cell.expressionOf(input, test), context);
            // A test that compares kinds that cannot be compared is never fulfilled, without a word: try it.
            boolean textForNumber = trial.get(input) instanceof BigDecimal && test.contains("\"");
            if (textForNumber || !(feel.evaluate(expression, trial) instanceof Boolean)) {
                fault(row, "a test that holds or not for a value such as " + trial.get(input) + " of " + input, test);
            }
            return new RuleTable.Cell(input, test, names(input, test), expression);
        } finally {
            feel.removeListener(listener);
        }
    }

    private List<String> names(String input, String test) {
        return trial.keySet().stream()
                .filter(name -> name.equals(input)
                        || Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                                .matcher(test)
                                .find())
                .sorted()
                .toList();
    }

    /** The text of an output that is a FEEL string such as {@code "DECLINE"}; a computed output could not be read. */
    private @Nullable String literal(String table, DecisionRule rule, int output) {
        String text = rule.getOutputEntry().get(output).getText().trim();
        if (text.length() > 2 && text.startsWith("\"") && text.indexOf('"', 1) == text.length() - 1) {
            return text.substring(1, text.length() - 1);
        }
        fault(table + " row " + rule.getId(), "output '" + OUTPUTS.get(output) + "' as a text in quotes", text);
        return null;
    }

    private static @Nullable Effect effectOf(String name) {
        for (Effect effect : Effect.values()) {
            if (effect.name().equals(name)) {
                return effect;
            }
        }
        return null;
    }

    private void fault(String subject, String expected, Object came) {
        faults.add(Fault.of("eligibility " + subject, expected, String.valueOf(came)));
    }
}
