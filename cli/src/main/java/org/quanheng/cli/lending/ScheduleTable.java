package org.quanheng.cli.lending;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.Json;
import org.quanheng.cli.shell.TextTable;
import org.quanheng.cli.shell.Words;
import org.quanheng.fault.Fault;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.annualcost.AnnualCost;
import org.quanheng.lending.annualcost.CashFlow;
import org.quanheng.lending.annualcost.CostStatement;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.ResolvedTerms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints what a loan costs and when: every instalment, exact to the cent, and the annual cost. */
@Command(
        name = "schedule",
        description = {
            "Prints the instalments of a loan, exact to the cent, its annual cost, and who receives what it costs.",
            "Terms come from options, from a JSON file, or both: an option wins over the file. The file can say more"
                    + " than the options: frequency, interest (a day count), rounding, grace, dates, fees, step,"
                    + " principalParts, draws, rates, floating, account; docs/methods/lending-files.md lists them."
        },
        footer = {
            "",
            "Example: quanheng schedule --principal 12000 --currency CNY --rate 0.072 --months 12 --start 2026-01-15"
        })
public final class ScheduleTable extends Job {
    private static final List<String> NAMES =
            List.of("principal", "currency", "rate", "months", "method", "start", "fee");

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
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        if (json && csv) {
            faults.add("--json, --csv", "one of the two", Phrase.of("both"));
        }
        ResolvedTerms resolved = resolved(faults);
        refuse(faults);
        if (resolved == null) {
            throw new IllegalStateException("expected a fault for terms that are missing, came none");
        }
        Cost cost = cost(resolved, faults);
        refuse(faults);
        if (json) {
            out.println(Json.text(document(resolved, cost)));
        } else if (csv) {
            print(out, Schedule.of(resolved));
        } else {
            tell(out, resolved, cost);
        }
        return 0;
    }

    /**
     * The annual cost, or why there is none: a revolving loan with a fee before it is drawn can have several.
     *
     * @param items who receives what
     */
    private record Cost(
            List<CostStatement.Item> items,
            @Nullable AnnualCost annual,
            @Nullable Fault none) {}

    private static Cost cost(ResolvedTerms resolved, CallFaults faults) {
        try {
            List<CostStatement.Item> items = CostStatement.items(resolved, Fee.LENDER);
            List<CashFlow> flows = AnnualCost.flows(resolved);
            return annual(resolved, items, flows);
        } catch (FaultyInputException e) {
            faults.addAll(e);
            return new Cost(List.of(), null, null);
        }
    }

    private static Cost annual(ResolvedTerms resolved, List<CostStatement.Item> items, List<CashFlow> flows) {
        try {
            Frequency often = resolved.terms().frequency();
            return new Cost(items, AnnualCost.of(AnnualCost.Convention.CHINA, flows, often), null);
        } catch (FaultyInputException e) {
            // The terms are sound and the instalments stand; that they have no one rate is told beside them.
            return new Cost(items, null, e.faults().getFirst());
        }
    }

    private @Nullable ResolvedTerms resolved(CallFaults faults) {
        ObjectNode values = Json.object();
        if (terms != null) {
            ObjectNode object = Fields.file("--terms", terms, faults);
            if (object == null) {
                // What a file says that cannot be read is not missing.
                return null;
            }
            values.setAll(object);
        }
        List<@Nullable String> given = Arrays.asList(principal, currency, rate, months, method, start, fee);
        for (int i = 0; i < NAMES.size(); i++) {
            String value = given.get(i);
            if (value != null) {
                values.put(NAMES.get(i), value);
            }
        }
        if (months != null) {
            values.remove("instalments");
        }
        Fields fields = new Fields("", values, faults);
        ResolvedTerms resolved = new TermsFile(fields, faults).resolved();
        AccountFile.read(fields, resolved, faults);
        fields.refuseOthers();
        return resolved;
    }

    private static String name(RepaymentMethod method) {
        return method.name().toLowerCase(Locale.ROOT);
    }

    private void tell(PrintWriter out, ResolvedTerms resolved, Cost cost) {
        LoanTerms agreed = resolved.terms();
        out.println(words.say(
                "{0} at {1}, {2} instalments, {3}, {4}",
                agreed.principal(),
                agreed.floatingRate()
                        .map(floating -> words.say("{0} plus {1}", floating.index(), floating.spread()))
                        .or(() -> agreed.rate().map(Rate::toString))
                        .orElseThrow(),
                agreed.instalments(),
                often(agreed.frequency()),
                words.say(Words.spaced(name(agreed.method())))));
        Schedule schedule = Schedule.of(resolved);
        boolean fees =
                schedule.instalments().stream().anyMatch(row -> !row.fees().isZero());
        TextTable table = new TextTable()
                .figures(words.say("no"))
                .words(words.say("due"))
                .figures(words.say("principal"), words.say("interest"));
        if (fees) {
            table.figures(words.say("fees"));
        }
        table.figures(words.say("payment"), words.say("balance"));
        for (Instalment row : schedule.instalments()) {
            List<Object> cells = new ArrayList<>(
                    List.of(row.number(), row.dueDate(), plain(row.principal()), plain(row.interest())));
            if (fees) {
                cells.add(plain(row.fees()));
            }
            cells.addAll(List.of(plain(row.payment()), plain(row.balanceAfter())));
            table.row(cells.toArray());
        }
        table.print(out);
        for (CostStatement.Item item : cost.items()) {
            out.println(words.say(
                    "{0} {1}, received by {2}", words.say(item.name()), item.amount(), words.say(item.payee())));
        }
        out.println(words.say("total payment {0}", schedule.totalPayment()));
        AnnualCost annual = cost.annual();
        if (annual != null) {
            out.println(words.say("annual cost {0} % (simple {1} %)", annual.percent(2), annual.simplePercent(2)));
        } else if (cost.none() != null) {
            out.println(words.say("annual cost none: {0}", words.tell(cost.none())));
        }
    }

    private String often(Frequency frequency) {
        int every = frequency.every();
        return switch (frequency.unit()) {
            case DAY -> every == 1 ? words.say("every day") : words.say("every {0} days", every);
            case WEEK -> every == 1 ? words.say("every week") : words.say("every {0} weeks", every);
            case MONTH -> every == 1 ? words.say("every month") : words.say("every {0} months", every);
        };
    }

    private static ObjectNode document(ResolvedTerms resolved, Cost cost) {
        LoanTerms agreed = resolved.terms();
        Schedule schedule = Schedule.of(resolved);
        AnnualCost annual = cost.annual();
        ObjectNode document = Json.object()
                .put("principal", plain(agreed.principal()))
                .put("currency", agreed.principal().currencyCode())
                .put("rate", resolved.rateOn(resolved.disbursedOn()).perYear().toPlainString())
                .put("months", agreed.instalments())
                .put("frequency", agreed.frequency().toString())
                .put("method", name(agreed.method()))
                .put("start", resolved.disbursedOn().toString())
                .put("fee", plain(schedule.feesUpFront()))
                .put("totalInterest", plain(schedule.totalInterest()))
                .put("totalPayment", plain(schedule.totalPayment()))
                .put("annualCost", annual == null ? null : decimal(annual.percent(6)))
                .put("annualCostSimple", annual == null ? null : decimal(annual.simplePercent(6)));
        if (cost.none() != null) {
            document.put("annualCostNone", cost.none().toString());
        }
        ArrayNode items = document.putArray("costs");
        for (CostStatement.Item item : cost.items()) {
            items.addObject()
                    .put("name", item.name())
                    .put("payee", item.payee())
                    .put("amount", plain(item.amount()));
        }
        ArrayNode rows = document.putArray("instalments");
        for (Instalment row : schedule.instalments()) {
            rows.addObject()
                    .put("number", row.number())
                    .put("dueDate", row.dueDate().toString())
                    .put("principal", plain(row.principal()))
                    .put("interest", plain(row.interest()))
                    .put("fees", plain(row.fees()))
                    .put("payment", plain(row.payment()))
                    .put("balanceAfter", plain(row.balanceAfter()));
        }
        return document;
    }

    private static String decimal(BigDecimal percent) {
        return percent.movePointLeft(2).toPlainString();
    }

    private static void print(PrintWriter out, Schedule schedule) {
        out.println("number,due_date,principal,interest,fees,payment,balance_after");
        for (Instalment row : schedule.instalments()) {
            out.println(String.join(
                    ",",
                    Integer.toString(row.number()),
                    row.dueDate().toString(),
                    plain(row.principal()),
                    plain(row.interest()),
                    plain(row.fees()),
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
