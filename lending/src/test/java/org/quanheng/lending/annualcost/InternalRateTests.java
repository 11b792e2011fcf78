package org.quanheng.lending.annualcost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanheng.lending.calendar.Frequency;

class InternalRateTests {
    private static List<BigDecimal> flows(String... amounts) {
        return Arrays.stream(amounts).map(BigDecimal::new).toList();
    }

    private static CashFlow flow(String date, String amount) {
        return new CashFlow(LocalDate.parse(date), new BigDecimal(amount));
    }

    @Test
    void solvesTheExampleOfTheExcelDocumentation() {
        List<CashFlow> flows = List.of(
                flow("2008-01-01", "-10000"),
                flow("2009-04-01", "2750"),
                flow("2008-03-01", "2750"),
                flow("2008-10-30", "4250"),
                flow("2009-02-15", "3250"));
        List<CashFlow> outOfOrder = List.of(flows.get(3), flows.get(0), flows.get(4), flows.get(1), flows.get(2));
        assertThat(InternalRate.perYear(outOfOrder)).isEqualTo(InternalRate.perYear(flows));
        assertThat(InternalRate.perYear(flows).doubleValue()).isBetween(0.35, 0.40);
    }

    @Test
    void solvesRatesOfEverySize() {
        assertThat(InternalRate.perPeriod(flows("-100", "110"))).isEqualByComparingTo("0.1");
        assertThat(InternalRate.perPeriod(flows("-100", "100"))).isEqualByComparingTo("0");
        assertThat(InternalRate.perPeriod(flows("-100", "0", "400"))).isEqualByComparingTo("1");
        assertThat(InternalRate.perPeriod(flows("-100", "0.001")).doubleValue()).isCloseTo(-0.99999, within(1e-12));
        assertThat(InternalRate.perPeriod(flows("1", "-825")).doubleValue()).isCloseTo(824, within(1e-9));
        assertThat(InternalRate.perPeriod(flows("-100", "39", "59", "55", "20")).doubleValue())
                .isCloseTo(0.28094842115996066, within(1e-12));
    }

    @Test
    void saysWhenThereIsNoRate() {
        assertThatThrownBy(() -> InternalRate.perPeriod(flows("-100", "250", "-200")))
                .hasMessageContaining("expected exactly one rate at which they are worth nothing, came none between");
    }

    @Test
    void saysWhenThereAreSeveralAndNamesThem() {
        assertThatThrownBy(() -> InternalRate.perPeriod(flows("-100", "230", "-132")))
                .hasMessageContaining("came 2 rates: 0.1")
                .hasMessageContaining(", 0.2");
        assertThat(InternalRate.rootsPerPeriod(flows("-100", "230", "-132"))).hasSize(2);
    }

    @Test
    void saysWhenAllFlowsGoOneWay() {
        assertThatThrownBy(() -> InternalRate.perPeriod(flows("100", "1", "0")))
                .hasMessage("internal rate: flows: expected at least one received and one paid,"
                        + " came 2 received and 0 paid.");
        assertThatThrownBy(() -> InternalRate.perYear(List.of())).hasMessageContaining("came 0 received and 0 paid");
    }

    @Test
    void findsADoubleRateAndTwoThatAreNearlyOne() {
        assertThat(InternalRate.perPeriod(flows("100", "-220", "121"))).isEqualByComparingTo("0.1");
        // (v - 1/1.1)(v - 1/1.1001) with v = 1/(1 + rate): two rates a hundredth of a percent apart.
        assertThat(InternalRate.rootsPerPeriod(flows("1", "-2.2001", "1.21011")))
                .hasSize(2)
                .satisfiesExactly(
                        low -> assertThat(low.doubleValue()).isCloseTo(0.1, within(1e-9)),
                        high -> assertThat(high.doubleValue()).isCloseTo(0.1001, within(1e-9)));
    }

    @Test
    void flowsOfNothingChangeNothing() {
        CashFlow received = flow("2026-01-01", "100");
        CashFlow paid = flow("2027-01-01", "-110");
        assertThat(InternalRate.perYear(List.of(received, paid, flow("2078-01-01", "0"))))
                .isEqualByComparingTo("0.1");
        List<CashFlow> cancelling = List.of(
                received, paid, flow("2078-01-01", "0.3"), flow("2078-01-01", "-0.1"), flow("2078-01-01", "-0.2"));
        assertThat(InternalRate.perYear(cancelling)).isEqualByComparingTo("0.1");
        assertThat(InternalRate.rootsPerPeriod(flows("0", "0", "100", "-300", "0", "0")))
                .singleElement()
                .satisfies(rate -> assertThat(rate).isEqualByComparingTo("2"));
    }

    @Test
    void findsTheOnlyRateWhereverItLies() {
        assertThat(InternalRate.perYear(List.of(flow("2026-03-01", "-100"), flow("2026-03-02", "120")))
                                .doubleValue()
                        / Math.pow(1.2, 365))
                .isCloseTo(1, within(1e-9));
        assertThat(InternalRate.perPeriod(flows("-1", "0.0000000001")).doubleValue())
                .isCloseTo(-0.9999999999, within(1e-12));
        List<CashFlow> aMonth = List.of(flow("2026-01-01", "1"), flow("2026-01-31", "-0.000001"));
        assertThat(AnnualCost.of(AnnualCost.Convention.US, aMonth, Frequency.MONTHLY)
                        .rate()
                        .doubleValue())
                .isCloseTo(-12 * 0.999999, within(1e-9));
    }

    @Test
    void saysWhenTheFlowsOfADayCancel() {
        assertThatThrownBy(() -> InternalRate.perYear(List.of(flow("2026-01-01", "100"), flow("2026-01-01", "-100"))))
                .hasMessage("internal rate: flows: expected amounts received and amounts paid at different times,"
                        + " came amounts that leave only one side, once those of one day are added.");
        assertThatThrownBy(() -> InternalRate.perYear(List.of(flow("2026-01-01", "100"), flow("2026-01-01", "-40"))))
                .hasMessageContaining("came amounts that leave only one side");
    }

    @Test
    void solvesRatesFarBelowAndFarAboveZeroForTheUnitedStatesToo() {
        List<CashFlow> lost = List.of(flow("2026-01-01", "100000"), flow("2027-01-01", "-1"));
        assertThat(AnnualCost.of(AnnualCost.Convention.US, lost, Frequency.YEARLY)
                        .rate()
                        .doubleValue())
                .isCloseTo(-0.99999, within(1e-12));
        List<CashFlow> usury = List.of(flow("2026-01-01", "1"), flow("2026-02-01", "-1001"));
        assertThat(AnnualCost.of(AnnualCost.Convention.US, usury, Frequency.MONTHLY)
                        .rate())
                .isEqualByComparingTo("12000");
        List<CashFlow> padded = List.of(flow("2026-01-01", "100"), flow("2027-01-01", "-110"), flow("2077-01-01", "0"));
        assertThat(AnnualCost.of(AnnualCost.Convention.US, padded, Frequency.YEARLY)
                        .rate())
                .isEqualByComparingTo("0.1");
    }

    @ParameterizedTest
    @EnumSource(AnnualCost.Convention.class)
    void aFlowOfNothingBeforeTheFirstMovesNoDay(AnnualCost.Convention convention) {
        List<CashFlow> flows = List.of(flow("2026-01-10", "100"), flow("2027-03-25", "-110"));
        List<CashFlow> padded =
                List.of(flow("2025-12-24", "0"), flows.get(0), flows.get(1), flow("2027-03-31", "0.00"));
        assertThat(AnnualCost.of(convention, padded, Frequency.MONTHLY))
                .isEqualTo(AnnualCost.of(convention, flows, Frequency.MONTHLY));
    }
}
