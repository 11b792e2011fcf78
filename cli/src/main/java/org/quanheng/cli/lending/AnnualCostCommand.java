package org.quanheng.cli.lending;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.InputFile;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.Json;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.annualcost.AnnualCost;
import org.quanheng.lending.annualcost.CashFlow;
import org.quanheng.lending.annualcost.InternalRate;
import org.quanheng.lending.calendar.Frequency;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Prints what flows of money cost in a year, as a law or a spreadsheet defines it. */
@Command(
        name = "annual-cost",
        description = {
            "Prints what flows cost in a year. An amount above zero is received by the borrower, one below is paid.",
            "FILE is a JSON list of {\"date\":…,\"amount\":…}, or lines of date,amount; irr needs no dates.",
            "Conventions: china (internal rate of return, simple beside it), eu (2008/48/EC, 2023/2225), uk (CONC App"
                    + " 1), us (Regulation Z, appendix J), xirr (actual days over 365), irr (rate of a period)."
        },
        footer = {"", "Example: quanheng annual-cost --flows flows.csv --convention eu --unit month"})
public final class AnnualCostCommand extends Job {
    private static final String AMOUNT_MAX = "999999999999";

    @Option(names = "--flows", paramLabel = "FILE", description = "JSON list, or CSV with the head date,amount")
    @Nullable String flows;

    @Option(
            names = "--convention",
            paramLabel = "NAME",
            description = "china, eu, uk, us, xirr or irr (default: china)")
    String convention = "china";

    @Option(
            names = "--unit",
            paramLabel = "HOW-OFTEN",
            description = "how often instalments fall due: month, week, 2 weeks, quarter, year, day (default: month)")
    String unit = "month";

    @Option(names = "--json", description = "print one JSON document")
    boolean json;

    @Option(names = "--csv", description = "print one line of CSV under a head")
    boolean csv;

    /** Whose definition. */
    enum Convention {
        CHINA,
        EU,
        UK,
        US,
        XIRR,
        IRR
    }

    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        if (json && csv) {
            faults.add("--json, --csv", "one of the two", Phrase.of("both"));
        }
        Convention law = Fields.word("--convention", convention, Convention.class, Convention.CHINA, faults);
        Frequency often = Fields.frequency("--unit", unit, faults);
        List<CashFlow> read = flows(law != Convention.IRR, faults);
        refuse(faults);
        BigDecimal[] rates = rates(law, often, read, faults);
        refuse(faults);
        show(out, law, rates[0], rates[1]);
        return 0;
    }

    /** The rate, and the simple one beside it: for irr the same, since it is of a period. */
    private static BigDecimal[] rates(Convention law, Frequency often, List<CashFlow> flows, CallFaults faults) {
        try {
            return switch (law) {
                case IRR ->
                    twice(InternalRate.perPeriod(
                            flows.stream().map(CashFlow::amount).toList()));
                case XIRR -> twice(InternalRate.perYear(flows));
                case CHINA, EU, UK, US -> {
                    AnnualCost cost = AnnualCost.of(AnnualCost.Convention.valueOf(law.name()), flows, often);
                    yield new BigDecimal[] {cost.rate(), cost.simple()};
                }
            };
        } catch (FaultyInputException e) {
            faults.addAll(e);
            return twice(BigDecimal.ZERO);
        }
    }

    private static BigDecimal[] twice(BigDecimal rate) {
        return new BigDecimal[] {rate, rate};
    }

    private void show(PrintWriter out, Convention law, BigDecimal rate, BigDecimal simple) {
        String name = law.name().toLowerCase(Locale.ROOT);
        if (json) {
            out.println(Json.text(Json.object()
                    .put("convention", name)
                    .put("unit", unit)
                    .put("rate", rate.toPlainString())
                    .put("percent", percent(rate))
                    .put("simpleRate", simple.toPlainString())
                    .put("simplePercent", percent(simple))));
        } else if (csv) {
            out.println("convention,unit,rate,simple_rate");
            out.println(String.join(",", name, unit, rate.toPlainString(), simple.toPlainString()));
        } else {
            String pattern = law == Convention.IRR ? "{0}: {1} % a period" : "{0}: {1} % a year";
            out.println(words.say(pattern, words.say(name), percent(rate)));
            if (law == Convention.CHINA || law == Convention.EU || law == Convention.UK) {
                out.println(words.say("simple: {0} % (periods of a year times the rate of a period)", percent(simple)));
            }
        }
    }

    private static String percent(BigDecimal rate) {
        return rate.movePointRight(2).setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    private List<CashFlow> flows(boolean dated, CallFaults faults) {
        String text = InputFile.text("--flows", flows, faults);
        if (text == null) {
            return List.of();
        }
        return text.stripLeading().startsWith("[") || text.stripLeading().startsWith("{")
                ? ofJson(text, dated, faults)
                : ofLines(text, dated, faults);
    }

    private static List<CashFlow> ofJson(String text, boolean dated, CallFaults faults) {
        List<CashFlow> read = new ArrayList<>();
        JsonNode list = Json.read("--flows", text, faults);
        if (list != null && !list.isArray()) {
            faults.add("--flows", "a JSON list", list.getNodeType().name().toLowerCase(Locale.ROOT));
        } else if (list != null) {
            for (JsonNode node : list) {
                Fields flow = new Fields("flow " + (read.size() + 1), node, faults);
                LocalDate date = dated || flow.has("date") ? flow.date("date") : LocalDate.EPOCH;
                read.add(new CashFlow(date, flow.decimal("amount", "-" + AMOUNT_MAX, AMOUNT_MAX)));
                flow.refuseOthers();
            }
        }
        return read;
    }

    private static List<CashFlow> ofLines(String text, boolean dated, CallFaults faults) {
        List<CashFlow> read = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int k = 0; k < lines.size(); k++) {
            String line = lines.get(k).strip();
            boolean head = k == 0 && line.replaceAll("\\s", "").matches("(date,)?amount");
            if (line.isEmpty() || head) {
                continue;
            }
            String where = "--flows line " + (k + 1);
            String[] cells = line.split(",", -1);
            if (cells.length > 2 || (dated && cells.length < 2)) {
                faults.add(where, "date,amount", line);
                continue;
            }
            LocalDate date = dated ? faults.date(where, cells[0].strip()) : LocalDate.EPOCH;
            String amount = cells[cells.length - 1].strip();
            read.add(new CashFlow(date, faults.decimal(where, amount, "-" + AMOUNT_MAX, AMOUNT_MAX)));
        }
        return read;
    }
}
