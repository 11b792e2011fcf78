package org.quanheng.app.loan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanheng.app.api.Fault;
import org.quanheng.lending.Money;

class LoanInputsTests {
    private static final Currency DEM = Currency.getInstance("DEM");

    private static LoanInputs typed(String amount) {
        return new LoanInputs(Map.of(LoanInputs.AMOUNT, amount));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1150|1150.00",
                " 1150.5 |1150.50",
                "1,150.50|1150.50",
                "12,345,678.90|12345678.90",
                "0.01|0.01",
                "１，１５０．５|1150.50",
            })
    void anAmountIsPlainDigitsOrGroupedInThousands(String typed, String expected) {
        LoanInputs inputs = typed(typed);
        Money amount = inputs.amount(DEM);

        assertThat(amount).isEqualTo(Money.of(DEM, expected));
        assertThat(inputs.faults()).isEmpty();
    }

    @Test
    void whatCouldBeReadInTwoWaysIsNoAmount() {
        String wrong =
                "1,50|1,5|1.150,50|1,1500|,150|1150,|11,50.00|1,,150|1e3|+5|-5|0|0.00|1.005|1150.|0x10|1234567890123|一千";
        for (String amount : wrong.split("\\|", -1)) {
            LoanInputs inputs = typed(amount);

            assertThat(inputs.amount(DEM)).as(amount).isNull();
            assertThat(inputs.faults()).as(amount).extracting(Fault::code).containsExactly("money");
        }
    }
}
