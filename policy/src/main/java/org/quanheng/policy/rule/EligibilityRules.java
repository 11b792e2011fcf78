package org.quanheng.policy.rule;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.quanheng.fault.Fault;

/**
 * Eligibility rules compiled from DMN: decision tables with hit policy COLLECT, whose rows name who is declined or
 * referred, and why.
 *
 * <p>Each row has the outputs {@code row} (its id), {@code effect} (DECLINE or REFER) and {@code reason} (a code).
 * Safe for use by many threads. Evaluated by KIE; the trace of conditions is evaluated beside it and must agree.
 */
public final class EligibilityRules {
    private final DMNRuntime runtime;
    private final DMNModel model;
    private final List<RuleTable> tables;
    private final String[] names;
    private final SortedMap<String, Class<?>> inputs;

    private EligibilityRules(DMNRuntime runtime, DMNModel model, List<RuleTable> tables) {
        this.runtime = runtime;
        this.model = model;
        this.tables = List.copyOf(tables);
        this.names = tables.stream().map(RuleTable::name).toArray(String[]::new);
        this.inputs = RuleTableReader.inputs(model, new ArrayList<>());
    }

    /**
     * Compiles DMN XML.
     *
     * @param dmn the model
     * @param faults where all faults of the model go
     * @return the rules; null exactly if there were faults
     */
    public static @Nullable EligibilityRules compile(String dmn, List<Fault> faults) {
        int before = faults.size();
        requireDmn(dmn, faults);
        if (faults.size() > before) {
            return null;
        }
        Resource resource = ResourceFactory.newReaderResource(new StringReader(dmn), "UTF-8");
        resource.setSourcePath("eligibility.dmn");
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .cata(failure -> refused(failure, faults), compiled -> compiled);
        if (runtime == null) {
            return null;
        }
        DMNModel model = runtime.getModels().getFirst();
        for (DMNMessage message : model.getMessages()) {
            if (message.getLevel() != Message.Level.INFO) {
                faults.add(Fault.of("eligibility", "a DMN model without faults", message.getText()));
            }
        }
        List<RuleTable> tables = RuleTableReader.read(model, faults);
        return faults.size() > before ? null : new EligibilityRules(runtime, model, tables);
    }

    /** Checks what KIE takes for granted: well-formed XML, no document type (which could read files), a DMN root. */
    private static void requireDmn(String dmn, List<Fault> faults) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(dmn));
            boolean rootSeen = false;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    faults.add(Fault.of("eligibility", "DMN XML without a document type", "one with"));
                } else if (event == XMLStreamConstants.START_ELEMENT && !rootSeen) {
                    rootSeen = true;
                    String root = reader.getName().toString();
                    if (!root.startsWith("{https://www.omg.org/spec/DMN/") || !root.endsWith("}definitions")) {
                        faults.add(Fault.of("eligibility", "definitions of DMN 1.3 or newer as root", root));
                    }
                }
            }
        } catch (XMLStreamException malformed) {
            faults.add(Fault.of("eligibility", "well-formed XML", String.valueOf(malformed.getMessage())));
        }
    }

    private static @Nullable DMNRuntime refused(Exception failure, List<Fault> faults) {
        faults.add(Fault.of("eligibility", "a DMN model", String.valueOf(failure.getMessage())));
        return null;
    }

    /** Names of all inputs, sorted. */
    public Set<String> inputs() {
        return inputs.keySet();
    }

    /** Codes of all reasons, in the order of the rows. */
    public Set<String> reasons() {
        Set<String> reasons = new LinkedHashSet<>();
        tables.forEach(table -> table.rows().forEach(row -> reasons.add(row.reason())));
        return reasons;
    }

    /**
     * What is wrong with the values: FEEL compares a number with a text to nothing at all, so that a wrong kind would
     * pass every condition unnoticed.
     *
     * @param values a String, BigDecimal or Boolean for each of {@link #inputs()}
     */
    public List<Fault> check(Map<String, Object> values) {
        List<Fault> faults = new ArrayList<>();
        inputs.forEach((name, kind) -> {
            Object value = values.get(name);
            if (!kind.isInstance(value)) {
                faults.add(Fault.of(name, "a " + kind.getSimpleName(), String.valueOf(value)));
            }
        });
        return faults;
    }

    /**
     * Evaluates the rules.
     *
     * @param values a String, BigDecimal or Boolean for each of {@link #inputs()}
     * @throws IllegalArgumentException if an input is missing or of another kind
     * @throws IllegalStateException if KIE reports an error, or finds other rows than the trace
     */
    public Verdict evaluate(Map<String, Object> values) {
        List<Fault> faults = check(values);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("eligibility: " + faults);
        }
        DMNContext context = runtime.newContext();
        values.forEach(context::set);
        DMNResult result = runtime.evaluateByName(model, context, names);
        if (result.hasErrors()) {
            throw new IllegalStateException(
                    "eligibility: expected an evaluation without errors, got " + result.getMessages());
        }
        List<MatchedRow> matched = new ArrayList<>();
        NearestRow nearest = null;
        int nearestMisses = Integer.MAX_VALUE;
        for (RuleTable table : tables) {
            RuleTable.Trace trace = table.trace(values);
            requireSameRows(table, result.getDecisionResultByName(table.name()).getResult(), trace.matched());
            matched.addAll(trace.matched());
            if (trace.nearest() != null && trace.misses() < nearestMisses) {
                nearest = trace.nearest();
                nearestMisses = trace.misses();
            }
        }
        return new Verdict(List.copyOf(matched), nearest);
    }

    /** Whether a row applies to the values that is not among the given ones; for asking whether another term is allowed. */
    public boolean bringsUpOtherRows(Map<String, Object> values, Set<String> rows) {
        return tables.stream().anyMatch(table -> table.bringsUpOtherRows(values, rows));
    }

    private static void requireSameRows(RuleTable table, @Nullable Object result, List<MatchedRow> traced) {
        List<Object> decided = new ArrayList<>();
        if (result instanceof List<?> rows) {
            for (Object row : rows) {
                decided.add(row instanceof Map<?, ?> outputs ? outputs.get(RuleTable.ROW) : row);
            }
        }
        List<String> rows = traced.stream().map(MatchedRow::row).toList();
        if (!decided.equals(rows)) {
            throw new IllegalStateException("eligibility table " + table.name()
                    + ": expected KIE and the trace to match" + " the same rows, got " + decided + " and " + rows);
        }
    }

    /** The conditions of each row as written, by row id, for reading. */
    public Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        tables.forEach(table -> table.rows().forEach(row -> rows.put(row.id(), row.toString())));
        return rows;
    }
}
