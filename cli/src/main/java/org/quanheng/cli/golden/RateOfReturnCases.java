package org.quanheng.cli.golden;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.annualcost.CashFlow;
import org.quanheng.lending.annualcost.InternalRate;
import org.quanheng.lending.annualcost.TimeValue;
import org.quanheng.lending.calendar.DayCount;
import tools.jackson.databind.JsonNode;

/** Internal rates of return and the functions of a financial calculator. */
final class RateOfReturnCases implements GoldenFormat {
    @Override
    public @Nullable Iterable<JsonNode> cases(JsonNode document) {
        return GoldenFormat.list(document, "function", "expected");
    }

    @Override
    public Verdict check(JsonNode golden) {
        String function = golden.path("function").asString();
        return switch (function) {
            case "XIRR", "IRR" -> roots(golden, "XIRR".equals(function) ? dated(golden) : periodic(golden));
            default -> value(golden, function, golden.path("args"));
        };
    }

    private static List<BigDecimal> dated(JsonNode golden) {
        List<CashFlow> flows = new ArrayList<>();
        golden.path("flows")
                .forEach(flow ->
                        flows.add(new CashFlow(Read.date(flow.path("date")), Read.decimal(flow.path("amount")))));
        DayCount dayCount = golden.path("day_count").isString()
                ? Read.dayCount(golden.path("day_count").asString())
                : DayCount.ACT_365F;
        return InternalRate.rootsPerYear(flows, dayCount);
    }

    private static List<BigDecimal> periodic(JsonNode golden) {
        List<BigDecimal> flows = new ArrayList<>();
        golden.path("flows").forEach(flow -> flows.add(Read.decimal(flow)));
        return InternalRate.rootsPerPeriod(flows);
    }

    /** Where there are several roots the case may name any of them: the library lists them all and picks none. */
    private static Verdict roots(JsonNode golden, List<BigDecimal> roots) {
        if (golden.path("expected_none").asBoolean(false)) {
            return Verdict.same(List.of(), roots);
        }
        BigDecimal expected = Read.decimal(golden.path("expected"));
        BigDecimal tolerance = tolerance(golden, expected);
        boolean found = roots.stream().anyMatch(root -> Close.enough(expected, root, tolerance));
        return found ? new Verdict.Passed() : new Verdict.Failed(expected.toPlainString(), roots.toString());
    }

    private static BigDecimal tolerance(JsonNode golden, BigDecimal expected) {
        BigDecimal tolerance =
                golden.has("tolerance") ? Read.decimal(golden.path("tolerance")) : new BigDecimal("1e-9");
        return tolerance.multiply(expected.abs().max(BigDecimal.ONE));
    }

    private static Verdict value(JsonNode golden, String function, JsonNode args) {
        TimeValue.When when = args.path("type").asInt(0) == 1 ? TimeValue.When.BEGINNING : TimeValue.When.END;
        BigDecimal got = switch (function) {
            case "PMT" -> TimeValue.payment(rate(args), count(args, "nper"), of(args, "pv"), of(args, "fv"), when);
            case "FV" -> TimeValue.future(rate(args), count(args, "nper"), of(args, "pmt"), of(args, "pv"), when);
            case "PV" -> TimeValue.present(rate(args), count(args, "nper"), of(args, "pmt"), of(args, "fv"), when);
            case "IPMT" ->
                TimeValue.interest(
                        rate(args), count(args, "per"), count(args, "nper"), of(args, "pv"), of(args, "fv"), when);
            case "PPMT" ->
                TimeValue.principal(
                        rate(args), count(args, "per"), count(args, "nper"), of(args, "pv"), of(args, "fv"), when);
            case "NPER" -> TimeValue.periods(rate(args), of(args, "pmt"), of(args, "pv"), of(args, "fv"), when);
            case "RATE" -> TimeValue.rate(count(args, "nper"), of(args, "pmt"), of(args, "pv"), of(args, "fv"), when);
            case "EFFECT" -> TimeValue.effective(of(args, "nominal"), count(args, "npery"));
            case "NOMINAL" -> TimeValue.nominal(of(args, "effect"), count(args, "npery"));
            default -> throw new UnsupportedCase("function " + function);
        };
        BigDecimal expected = Read.decimal(golden.path("expected"));
        return Close.check(expected, got, tolerance(golden, expected));
    }

    private static int count(JsonNode args, String name) {
        return Read.decimal(args.path(name)).intValueExact();
    }

    private static BigDecimal of(JsonNode args, String name) {
        return args.has(name) ? number(args.path(name).asString()) : BigDecimal.ZERO;
    }

    private static BigDecimal rate(JsonNode args) {
        return number(args.path("rate").asString());
    }

    /** A decimal, or a quotient of two such as 0.06/12. */
    private static BigDecimal number(String text) {
        String[] parts = text.split("/", 2);
        BigDecimal number = new BigDecimal(parts[0].strip());
        return parts.length == 1 ? number : number.divide(new BigDecimal(parts[1].strip()), MathContext.DECIMAL128);
    }
}
