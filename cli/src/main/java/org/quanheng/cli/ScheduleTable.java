package org.quanheng.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.annualcost.AnnualCost;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.LoanTerms;
import org.quanheng.lending.schedule.RepaymentMethod;
import org.quanheng.lending.schedule.ResolvedTerms;
import org.quanheng.lending.schedule.Schedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints what a loan costs and when: every instalment, exact to the cent, and the annual cost. */
@Command(
        name = "schedule",
        description = {
            "Prints the instalments of a loan, exact to the cent, and its annual cost.",
            "Terms come from options, from a JSON file with the same names, or both: an option wins over the file."
        },
        footer = {
            "",
            "Example: quanheng schedule --principal 12000 --currency CNY --rate 0.072 --months 12 --start 2026-01-15"
        })
final class ScheduleTable extends Job {
    private static final List<String> NAMES =
            List.of("principal", "currency", "rate", "months", "method", "start", "fee");
    private static final LocalDate FIRST_START = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_START = LocalDate.of(2200, 12, 31);

    @Option(names = "--terms", paramLabel = "FILE", description = "JSON object with the terms")
    @Nullable String terms;

    @Option(names = "--principal", paramLabel = "AMOUNT", description = "amount lent, such as 12000.00")
    @Nullable String principal;

    @Option(names = "--currency", paramLabel = "CODE", description = "ISO 4217 code, such as CNY or DEM")
    @Nullable String currency;

    @Option(names = "--rate", paramLabel = "DECIMAL", description = "nominal annual rate: 0.072 is 7.2 %%")
    @Nullable String rate;

    @Option(names = "--months", paramLabel = "N", description = "number of monthly instalments, 1 to 1200")
    @Nullable String months;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "one of ${COMPLETION-CANDIDATES} (default: equal_instalment)",
            completionCandidates = Methods.class)
    @Nullable String method;

    @Option(
            names = "--start",
            paramLabel = "DATE",
            description = "day of disbursement as YYYY-MM-DD; the first instalment is due a month later")
    @Nullable String start;

    @Option(
            names = "--fee",
            paramLabel = "AMOUNT",
            description = "fee kept back at disbursement (default: 0); counts in the annual cost")
    @Nullable String fee;

    @Option(names = "--json", description = "print one JSON document")
    boolean json;

    @Option(names = "--csv", description = "print the instalments as CSV")
    boolean csv;

    @Override
    int run(Faults faults, PrintWriter out, PrintWriter err) {
        if (json && csv) {
            faults.add("--json, --csv", "one of the two", "both");
        }
        Map<String, String> values = values(faults);
        Currency unit = currency(values, faults);
        ResolvedTerms resolved = resolved(values, unit, faults);
        Money feeUpFront = money("fee", values.getOrDefault("fee", "0"), unit, faults);
        refuse(faults);
        if (resolved == null || feeUpFront == null) {
            throw new IllegalStateException("terms are missing although no fault was found");
        }
        AnnualCost cost = AnnualCost.of(AnnualCost.Convention.CHINA, resolved, feeUpFront);
        if (json) {
            out.println(Json.text(document(resolved, feeUpFront, cost)));
        } else if (csv) {
            print(out, resolved.schedule());
        } else {
            out.println(resolved.terms());
            out.println(resolved.schedule());
            out.println(
                    "total payment " + resolved.schedule().totalPayment() + ", annual cost " + cost.percent(2) + " %");
        }
        return 0;
    }

    private Map<String, String> values(Faults faults) {
        Map<String, String> values = new LinkedHashMap<>();
        if (terms != null) {
            String text = InputFile.text("--terms", terms, faults);
            JsonNode node = text == null ? null : Json.read("--terms", text, faults);
            if (node != null) {
                values.putAll(Json.fields("--terms", node, NAMES, faults));
            }
        }
        List<@Nullable String> given = Arrays.asList(principal, currency, rate, months, method, start, fee);
        for (int i = 0; i < NAMES.size(); i++) {
            String value = given.get(i);
            if (value != null) {
                values.put(NAMES.get(i), value);
            }
        }
        return values;
    }

    private static @Nullable ResolvedTerms resolved(
            Map<String, String> values, @Nullable Currency unit, Faults faults) {
        Money amount = money("principal", values.get("principal"), unit, faults);
        if (amount != null && !amount.isPositive()) {
            faults.add("principal", "an amount above zero", amount.toString());
        }
        Rate annual = new Rate(faults.decimal("rate", values.get("rate"), "0", "10"));
        int count = faults.whole("months", values.get("months"), 1, LoanTerms.MOST_INSTALMENTS);
        RepaymentMethod way = method(values.getOrDefault("method", "equal_instalment"), faults);
        LocalDate day = faults.date("start", values.get("start"));
        if (values.containsKey("start") && (day.isBefore(FIRST_START) || day.isAfter(LAST_START))) {
            faults.add("start", "a date from " + FIRST_START + " to " + LAST_START, values.get("start"));
        }
        return faults.none() && amount != null
                ? LoanTerms.monthly(amount, annual, count, way).resolve(day)
                : null;
    }

    private static @Nullable Currency currency(Map<String, String> values, Faults faults) {
        String code = values.get("currency");
        Currency known = Currency.getAvailableCurrencies().stream()
                .filter(each -> each.getCurrencyCode().equals(code) && each.getDefaultFractionDigits() >= 0)
                .findAny()
                .orElse(null);
        if (known == null) {
            faults.add("currency", "an ISO 4217 code such as CNY or DEM", code);
        }
        return known;
    }

    private static @Nullable Money money(String name, @Nullable String text, @Nullable Currency unit, Faults faults) {
        BigDecimal amount = faults.decimal(name, text, "0", "999999999999");
        if (unit == null) {
            return null;
        }
        if (amount.stripTrailingZeros().scale() > unit.getDefaultFractionDigits()) {
            faults.add(name, "at most " + unit.getDefaultFractionDigits() + " decimals in " + unit, text);
            return null;
        }
        return Money.of(unit, amount);
    }

    private static RepaymentMethod method(String text, Faults faults) {
        for (RepaymentMethod known : RepaymentMethod.values()) {
            if (name(known).equals(text.replace('-', '_'))) {
                return known;
            }
        }
        faults.add("method", "one of " + new Methods(), text);
        return RepaymentMethod.EQUAL_INSTALMENT;
    }

    private static String name(RepaymentMethod method) {
        return method.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode document(ResolvedTerms resolved, Money fee, AnnualCost cost) {
        LoanTerms agreed = resolved.terms();
        Schedule schedule = resolved.schedule();
        ObjectNode document = Json.object()
                .put("principal", plain(agreed.principal()))
                .put("currency", agreed.principal().currencyCode())
                .put("rate", agreed.rate().perYear().toPlainString())
                .put("months", agreed.instalments())
                .put("method", name(agreed.method()))
                .put("start", resolved.disbursedOn().toString())
                .put("fee", plain(fee))
                .put("totalInterest", plain(schedule.totalInterest()))
                .put("totalPayment", plain(schedule.totalPayment()))
                .put("annualCost", cost.percent(6).movePointLeft(2).toPlainString());
        ArrayNode rows = document.putArray("instalments");
        for (Instalment row : schedule.instalments()) {
            rows.addObject()
                    .put("number", row.number())
                    .put("dueDate", row.dueDate().toString())
                    .put("principal", plain(row.principal()))
                    .put("interest", plain(row.interest()))
                    .put("payment", plain(row.payment()))
                    .put("balanceAfter", plain(row.balanceAfter()));
        }
        return document;
    }

    private static void print(PrintWriter out, Schedule schedule) {
        out.println("number,due_date,principal,interest,payment,balance_after");
        for (Instalment row : schedule.instalments()) {
            out.println(String.join(
                    ",",
                    Integer.toString(row.number()),
                    row.dueDate().toString(),
                    plain(row.principal()),
                    plain(row.interest()),
                    plain(row.payment()),
                    plain(row.balanceAfter())));
        }
    }

    private static String plain(Money money) {
        return money.amount().toPlainString();
    }

    /** The repayment methods that this version knows, as they are typed. */
    static final class Methods extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Methods() {
            for (RepaymentMethod method : RepaymentMethod.values()) {
                add(name(method));
            }
        }
    }
}
