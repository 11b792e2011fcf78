package org.quanheng.cli.golden;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.annualcost.CashFlow;
import org.quanheng.lending.annualcost.InternalRate;
import org.quanheng.lending.annualcost.TimeValue;
import org.quanheng.lending.calendar.DayCount;
import tools.jackson.databind.JsonNode;

/** Internal rates of return and the functions of a financial calculator. */
final class RateOfReturnCases implements GoldenFormat {
    private static final Pattern RANGE = Pattern.compile("within (-?\\d+(?:\\.\\d+)?)\\.\\.(-?\\d+(?:\\.\\d+)?)");

    @Override
    public @Nullable Iterable<JsonNode> cases(JsonNode document) {
        return GoldenFormat.list(document, "function", "expected");
    }

    @Override
    public List<String> subjects() {
        return List.of("internal rate", "financial function", "number of periods");
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

    /** An empty cell is no flow and takes no period, as in spreadsheets. */
    private static List<BigDecimal> periodic(JsonNode golden) {
        List<BigDecimal> flows = new ArrayList<>();
        golden.path("flows").forEach(flow -> {
            if (!flow.isNull()) {
                flows.add(Read.decimal(flow));
            }
        });
        return InternalRate.rootsPerPeriod(flows);
    }

    /** Where there are several roots the case may name any of them: the library lists them all and picks none. */
    private static Verdict roots(JsonNode golden, List<BigDecimal> roots) {
        if (golden.path("expected_none").asBoolean(false)) {
            return Verdict.same(
                    List.of(), within(golden.path("check").path("note").asString(""), roots));
        }
        BigDecimal expected = Read.decimal(golden.path("expected"));
        BigDecimal tolerance = tolerance(golden, expected);
        boolean found = roots.stream().anyMatch(root -> Close.enough(expected, root, tolerance));
        return found ? new Verdict.Passed() : new Verdict.Failed(expected.toPlainString(), roots.toString());
    }

    /** Where a case says within which rates it has none, those beyond do not contradict it. */
    private static List<BigDecimal> within(String note, List<BigDecimal> roots) {
        Matcher range = RANGE.matcher(note);
        if (!range.find()) {
            return roots;
        }
        BigDecimal lowest = new BigDecimal(range.group(1));
        BigDecimal highest = new BigDecimal(range.group(2));
        return roots.stream()
                .filter(root -> root.compareTo(lowest) >= 0 && root.compareTo(highest) <= 0)
                .toList();
    }

    private static BigDecimal tolerance(JsonNode golden, BigDecimal expected) {
        BigDecimal tolerance =
                golden.has("tolerance") ? Read.decimal(golden.path("tolerance")) : new BigDecimal("1e-9");
        return tolerance.multiply(expected.abs().max(BigDecimal.ONE));
    }

    private static Verdict value(JsonNode golden, String function, JsonNode args) {
        TimeValue.When when = when(args.path(args.has("when") ? "when" : "type"));
        BigDecimal got = switch (function) {
            case "PMT" ->
                TimeValue.payment(
                        Read.decimal(args.path("rate")), count(args, "nper"), of(args, "pv"), of(args, "fv"), when);
            case "FV" ->
                TimeValue.future(
                        Read.decimal(args.path("rate")), count(args, "nper"), of(args, "pmt"), of(args, "pv"), when);
            case "PV" ->
                TimeValue.present(
                        Read.decimal(args.path("rate")), count(args, "nper"), of(args, "pmt"), of(args, "fv"), when);
            case "IPMT" ->
                TimeValue.interest(
                        Read.decimal(args.path("rate")),
                        count(args, "per"),
                        count(args, "nper"),
                        of(args, "pv"),
                        of(args, "fv"),
                        when);
            case "PPMT" ->
                TimeValue.principal(
                        Read.decimal(args.path("rate")),
                        count(args, "per"),
                        count(args, "nper"),
                        of(args, "pv"),
                        of(args, "fv"),
                        when);
            case "NPER" ->
                TimeValue.periods(
                        Read.decimal(args.path("rate")), of(args, "pmt"), of(args, "pv"), of(args, "fv"), when);
            case "RATE" -> TimeValue.rate(count(args, "nper"), of(args, "pmt"), of(args, "pv"), of(args, "fv"), when);
            case "EFFECT" -> TimeValue.effective(of(args, "nominal"), count(args, "npery"));
            case "NOMINAL" -> TimeValue.nominal(of(args, "effect"), count(args, "npery"));
            default -> throw new UnsupportedCase("function " + function);
        };
        if (golden.path("expected_none").asBoolean(false)) {
            return new Verdict.Failed("none", got.toPlainString());
        }
        BigDecimal expected = Read.decimal(golden.path("expected"));
        return Close.check(expected, got, tolerance(golden, expected));
    }

    private static TimeValue.When when(JsonNode type) {
        return switch (type.asString("")) {
            case "1", "1.0", "begin", "true" -> TimeValue.When.BEGINNING;
            default -> TimeValue.When.END;
        };
    }

    /** A count is cut to a whole number, as in spreadsheets. */
    private static int count(JsonNode args, String name) {
        return Read.decimal(args.path(name)).toBigInteger().intValueExact();
    }

    private static BigDecimal of(JsonNode args, String name) {
        return args.hasNonNull(name) ? Read.decimal(args.path(name)) : BigDecimal.ZERO;
    }
}
