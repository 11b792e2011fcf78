package org.quanheng.lending.annualcost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.calendar.YearFraction;

class RegulationZTests {
    private static final YearFraction MONTHS = new YearFraction(12, 1);

    private static RegulationZ.Flow flow(String amount, long whole) {
        return new RegulationZ.Flow(new BigDecimal(amount), new UnitPeriods(whole, YearFraction.ZERO));
    }

    /** 12 CFR part 1026, appendix J, example (c)(5)(i): 1,000 for 255 days costs 80, so 365/255 times 8 %. */
    @Test
    void aSingleTermIsItsOwnUnitPeriod() {
        BigDecimal rate = RegulationZ.annualPercentageRate(
                List.of(flow("1000", 0), flow("-1080", 1)), new YearFraction(365, 255));
        assertThat(rate.doubleValue()).isCloseTo(0.08 * 365 / 255, within(1e-12));
    }

    @Test
    void flowsThatLieFarApartHaveOneRate() {
        List<RegulationZ.Flow> flows =
                List.of(flow("1000", 0), flow("1000", 330), flow("-600", 331), flow("-600", 332), flow("-900", 333));
        double rate = RegulationZ.annualPercentageRate(flows, MONTHS).doubleValue() / 12;
        double worth = 1000 + 1000 * Math.pow(1 + rate, -330);
        double paid = 600 * Math.pow(1 + rate, -331) + 600 * Math.pow(1 + rate, -332) + 900 * Math.pow(1 + rate, -333);
        assertThat(paid).isCloseTo(worth, within(1e-6));
    }

    @Test
    void refusesFlowsThatAllGoOneWay() {
        assertThatThrownBy(() -> RegulationZ.annualPercentageRate(List.of(flow("1000", 0)), MONTHS))
                .hasMessageContaining("came 1 advances and 0 payments");
    }
}
