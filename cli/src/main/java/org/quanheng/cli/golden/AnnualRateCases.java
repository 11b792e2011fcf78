package org.quanheng.cli.golden;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.annualcost.InternalRate;
import org.quanheng.lending.annualcost.RegulationZ;
import org.quanheng.lending.annualcost.UnitPeriods;
import org.quanheng.lending.calendar.YearFraction;
import tools.jackson.databind.JsonNode;

/** Annual percentage rates as laws define them. */
final class AnnualRateCases implements GoldenFormat {
    private static final long FINENESS = 1_000_000_000_000L;

    @Override
    public @Nullable Iterable<JsonNode> cases(JsonNode document) {
        return GoldenFormat.list(document, "inputs", "expected_apr_pct");
    }

    @Override
    public List<String> subjects() {
        return List.of("internal rate", "annual percentage rate");
    }

    /** Where there are several roots the case may name any of them: the library lists them all and picks none. */
    @Override
    public Verdict check(JsonNode golden) {
        JsonNode inputs = golden.path("inputs");
        List<BigDecimal> rates = inputs.has("unit_periods_per_year") ? List.of(unitPeriods(inputs)) : years(inputs);
        boolean rounded = !golden.hasNonNull("expected_apr_pct");
        BigDecimal expected = Read.decimal(golden.path(rounded ? "expected_apr_1dp" : "expected_apr_pct"));
        for (BigDecimal rate : rates) {
            if (agrees(golden, expected, rate.movePointRight(2), rounded)) {
                return new Verdict.Passed();
            }
        }
        return new Verdict.Failed(
                expected.toPlainString(),
                rates.stream()
                        .map(rate -> rate.movePointRight(2).toPlainString())
                        .collect(Collectors.joining(", ")));
    }

    /**
     * The European annex asks for one decimal. Where a case publishes no more, or says itself that its rounded inputs give the
     * published figure to one decimal only, that decimal decides.
     */
    private static boolean agrees(JsonNode golden, BigDecimal expected, BigDecimal got, boolean rounded) {
        boolean decimal =
                rounded || golden.path("check").path("agrees_at_1_decimal").asBoolean(false);
        BigDecimal tolerance = rounded ? BigDecimal.ZERO : Read.decimal(golden.path("tolerance_pct"));
        return Close.enough(expected, got, tolerance)
                || (decimal && oneDecimal(expected).compareTo(oneDecimal(got)) == 0);
    }

    private static BigDecimal oneDecimal(BigDecimal percent) {
        return percent.setScale(1, RoundingMode.HALF_UP);
    }

    private static UnitPeriods time(JsonNode flow) {
        return new UnitPeriods(flow.path("unit_periods").asLong(), fraction(Read.decimal(flow.path("fraction"))));
    }

    private static BigDecimal unitPeriods(JsonNode inputs) {
        List<RegulationZ.Flow> flows = new ArrayList<>();
        if (inputs.has("advance")) {
            UnitPeriods start = new UnitPeriods(0, YearFraction.ZERO);
            flows.add(new RegulationZ.Flow(Read.decimal(inputs.path("advance")), start));
        }
        for (JsonNode advance : inputs.path("advances")) {
            flows.add(new RegulationZ.Flow(Read.decimal(advance.path("amount")), time(advance)));
        }
        for (JsonNode payment : inputs.path("payments")) {
            flows.add(new RegulationZ.Flow(Read.decimal(payment.path("amount")).negate(), time(payment)));
        }
        YearFraction perYear = fraction(Read.decimal(inputs.path("unit_periods_per_year")));
        return RegulationZ.annualPercentageRate(flows, perYear);
    }

    private static YearFraction fraction(BigDecimal decimal) {
        BigDecimal scaled = decimal.multiply(BigDecimal.valueOf(FINENESS)).setScale(0, RoundingMode.HALF_EVEN);
        return new YearFraction(scaled.longValueExact(), FINENESS);
    }

    private static List<BigDecimal> years(JsonNode inputs) {
        List<BigDecimal> amounts = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        for (JsonNode drawdown : inputs.path("drawdowns")) {
            amounts.add(Read.decimal(drawdown.path("amount")));
            times.add(Read.decimal(drawdown.path("t_years")).doubleValue());
        }
        for (JsonNode payment : inputs.path("payments")) {
            amounts.add(Read.decimal(payment.path("amount")).negate());
            times.add(Read.decimal(payment.path("t_years")).doubleValue());
        }
        double[] years = times.stream().mapToDouble(Double::doubleValue).toArray();
        return InternalRate.roots(years, amounts);
    }
}
