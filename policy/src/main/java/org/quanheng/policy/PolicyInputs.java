package org.quanheng.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Fault;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.lending.Money;
import org.quanheng.policy.document.PolicyDocument;
import org.quanheng.policy.fact.Fact;
import org.quanheng.policy.fact.FactValue;
import org.quanheng.policy.fact.Facts;
import org.quanheng.policy.risk.RiskModel;
import org.quanheng.policy.rule.EligibilityRules;

/** What a decision needs, and what the rules see: the facts, and some values made of the request and the product. */
final class PolicyInputs {
    private static final String AMOUNT = "amount";
    private static final String MONTHS = "months";
    private static final String AGE_AT_END = "age_at_end";
    private static final String AMOUNT_MIN = "amount_min";
    private static final String AMOUNT_MAX = "amount_max";
    private static final String MONTHS_MIN = "months_min";
    private static final String MONTHS_MAX = "months_max";
    private static final Set<String> MADE =
            Set.of(AMOUNT, MONTHS, AGE_AT_END, AMOUNT_MIN, AMOUNT_MAX, MONTHS_MIN, MONTHS_MAX);
    private static final BigDecimal MONTHS_PER_YEAR = BigDecimal.valueOf(12);

    private final PolicyDocument document;
    private final EligibilityRules rules;
    private final Set<String> ofRules;
    private final Set<String> required;

    PolicyInputs(PolicyDocument document, RiskModel model, EligibilityRules rules) {
        this.document = document;
        this.rules = rules;
        Set<String> names = new TreeSet<>(rules.inputs());
        names.removeAll(MADE);
        names.add(document.requestFacts().amount());
        names.add(document.requestFacts().months());
        names.add(document.requestFacts().age());
        names.add(document.limits().debtService().fact());
        this.ofRules = Collections.unmodifiableSet(new TreeSet<>(names));
        names.addAll(model.needed());
        this.required = Collections.unmodifiableSet(names);
    }

    Set<String> ofRules() {
        return ofRules;
    }

    Set<String> required() {
        return required;
    }

    LoanRequest request(Facts facts, LocalDate on) {
        List<Fault> faults = new ArrayList<>();
        BigDecimal amount = number(facts, document.requestFacts().amount(), faults);
        BigDecimal months = number(facts, document.requestFacts().months(), faults);
        requireWhole(
                amount,
                document.currency().getDefaultFractionDigits(),
                document.requestFacts().amount(),
                faults);
        requireWhole(months, 0, document.requestFacts().months(), faults);
        if (amount == null || months == null || !faults.isEmpty()) {
            throw new FaultyInputException("application", faults);
        }
        return new LoanRequest(Money.of(document.currency(), amount), months.intValueExact(), on);
    }

    List<Fault> check(LoanRequest request, Facts facts) {
        List<Fault> faults = new ArrayList<>();
        for (String name : required) {
            if (facts.get(name).isEmpty()) {
                faults.add(Fault.of(name, "a value", "nothing"));
            }
        }
        Money amount = request.amount();
        if (!amount.currency().equals(document.currency())) {
            faults.add(Fault.of("amount", "an amount in " + document.currency(), amount.toString()));
        }
        agree(facts, document.requestFacts().amount(), amount.amount(), faults);
        agree(facts, document.requestFacts().months(), BigDecimal.valueOf(request.months()), faults);
        number(facts, document.requestFacts().age(), faults);
        Optional<FactValue> code = facts.value(document.limits().debtService().fact());
        Set<String> codes = document.limits().debtService().shares().keySet();
        if (code.isPresent() && !codes.contains(code.get().asText())) {
            faults.add(Fault.of(
                    document.limits().debtService().fact(),
                    "one of " + codes,
                    code.get().asText()));
        }
        if (document.rateCapOn(request.on()).isEmpty()) {
            faults.add(Fault.of(
                    "day", "a day on which a rate cap is in force", request.on().toString()));
        }
        if (faults.isEmpty()) {
            faults.addAll(rules.check(values(request, facts)));
        }
        return faults;
    }

    /** The values that the rules see. */
    Map<String, Object> values(LoanRequest request, Facts facts) {
        Map<String, Object> values = new HashMap<>();
        for (String input : rules.inputs()) {
            facts.get(input).map(Fact::value).ifPresent(value -> values.put(input, value.asObject()));
        }
        BigDecimal months = BigDecimal.valueOf(request.months());
        values.put(AMOUNT, request.amount().amount());
        values.put(MONTHS, months);
        values.put(AGE_AT_END, ageAtEnd(facts, months));
        values.put(AMOUNT_MIN, document.scope().amountMin().amount());
        values.put(AMOUNT_MAX, document.scope().amountMax().amount());
        values.put(MONTHS_MIN, BigDecimal.valueOf(document.scope().monthsMin()));
        values.put(MONTHS_MAX, BigDecimal.valueOf(document.scope().monthsMax()));
        return values;
    }

    /** The share of disposable income that the instalment asked for takes. */
    BigDecimal debtServiceShare(Facts facts) {
        PolicyDocument.DebtService rule = document.limits().debtService();
        String code = facts.value(rule.fact()).map(FactValue::asText).orElse("");
        BigDecimal share = rule.shares().get(code);
        if (share == null) {
            throw new IllegalStateException("debt service: expected a checked code, got '" + code + "'");
        }
        return share;
    }

    private BigDecimal ageAtEnd(Facts facts, BigDecimal months) {
        BigDecimal age = number(facts, document.requestFacts().age(), new ArrayList<>());
        if (age == null) {
            throw new IllegalStateException("age: expected a checked number, got none");
        }
        return age.add(months.divide(MONTHS_PER_YEAR, 4, RoundingMode.HALF_UP));
    }

    private static void requireWhole(@Nullable BigDecimal value, int decimals, String name, List<Fault> faults) {
        if (value == null) {
            if (faults.stream().noneMatch(fault -> fault.where().toString().equals(name))) {
                faults.add(Fault.of(name, "a number", "nothing"));
            }
        } else if (value.signum() <= 0 || value.scale() > decimals) {
            faults.add(Fault.of(
                    name, "a number above zero with at most " + decimals + " decimals", value.toPlainString()));
        }
    }

    private static void agree(Facts facts, String name, BigDecimal requested, List<Fault> faults) {
        BigDecimal fact = number(facts, name, faults);
        if (fact != null && fact.compareTo(requested) != 0) {
            faults.add(Fault.of(name, "the " + requested.toPlainString() + " of the request", fact.toPlainString()));
        }
    }

    /** The number of a name if there is one; a value that is no number is a fault, no value is somebody else's. */
    private static @Nullable BigDecimal number(Facts facts, String name, List<Fault> faults) {
        FactValue value = facts.value(name).orElse(null);
        if (value instanceof FactValue.Decimal decimal) {
            return decimal.value();
        }
        if (value != null) {
            faults.add(Fault.of(name, "a number", value.asText()));
        }
        return null;
    }
}
