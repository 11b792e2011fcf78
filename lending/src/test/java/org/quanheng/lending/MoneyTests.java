package org.quanheng.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanheng.fault.FaultyInputException;

class MoneyTests {
    private static final Currency DEM = Currency.getInstance("DEM");

    @Test
    void readsAndWritesTheDecimalOfItsCurrency() {
        assertThat(Money.of("DEM", "1169.00").minorUnits()).isEqualTo(116_900);
        assertThat(Money.of("DEM", "1169")).isEqualTo(Money.ofMinor(DEM, 116_900));
        assertThat(Money.of("JPY", "1169")).hasToString("JPY 1169");
        assertThat(Money.of("KWD", "1.005")).hasToString("KWD 1.005");
        assertThat(Money.of("DEM", "-0.05")).hasToString("DEM -0.05");
    }

    @Test
    void refusesAnAmountFinerThanItsSmallestUnitAndNamesBoth() {
        assertThatThrownBy(() -> Money.of("DEM", "1169.005"))
                .isInstanceOf(FaultyInputException.class)
                .hasMessage("money: amount: expected at most 2 decimals in DEM, came 1169.005."
                        + " Maybe round it first, to 1169.01.");
        assertThat(Money.of(DEM, new BigDecimal("1169.005"), RoundingMode.HALF_EVEN))
                .hasToString("DEM 1169.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1e3", "NaN", "1,5", "0x1", "--1", "1.", ".5", "１２", "1 000"})
    void refusesTextThatIsNoPlainDecimal(String text) {
        assertThatThrownBy(() -> Money.of(DEM, text)).hasMessageContaining("expected a decimal such as 1169.00, came");
    }

    @Test
    void refusesWhatCannotBeHeldOrNamed() {
        assertThatThrownBy(() -> Money.of("DEM", "92233720368547758.08"))
                .hasMessageContaining("at most DEM 92233720368547758.07");
        assertThatThrownBy(() -> Money.of("dm", "1"))
                .hasMessageContaining("ISO 4217")
                .hasMessageContaining("\"dm\"");
        assertThatThrownBy(() -> Money.of("XXX", "1")).hasMessageContaining("smallest unit");
    }

    @Test
    void addsOnlyItsOwnCurrencyAndNeverWrapsAround() {
        Money one = Money.of("DEM", "1.00");
        assertThat(one.plus(one).minus(Money.of("DEM", "0.50"))).hasToString("DEM 1.50");
        assertThat(one.negate()).hasToString("DEM -1.00");
        assertThat(one.times(3)).hasToString("DEM 3.00");
        assertThat(one.times(new BigDecimal("0.125"), RoundingMode.HALF_UP)).hasToString("DEM 0.13");
        assertThatThrownBy(() -> one.plus(Money.of("EUR", "1")))
                .hasMessage("money: currency: expected DEM as in DEM 1.00, came EUR 1.00.");
        Money most = Money.ofMinor(DEM, Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(one)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofMinor(DEM, Long.MIN_VALUE).negate()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void comparesWithinOneCurrency() {
        Money less = Money.of("DEM", "1");
        Money more = Money.of("DEM", "2");
        assertThat(less).isLessThan(more);
        assertThat(less.min(more)).isEqualTo(less);
        assertThat(less.max(more)).isEqualTo(more);
        assertThat(Money.zero(DEM).isZero()).isTrue();
        assertThat(less.isPositive()).isTrue();
        assertThat(less.negate().isNegative()).isTrue();
        assertThatThrownBy(() -> less.compareTo(Money.of("EUR", "1"))).isInstanceOf(FaultyInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+999999999", "1E-999999999", "-1E+1001"})
    void refusesWhatWouldTakeAllMemoryToWriteOut(String decimal) {
        BigDecimal huge = new BigDecimal(decimal);
        String message = "expected at most 1000 digits before or after the point, came " + decimal + ".";
        assertThatThrownBy(() -> Money.of(DEM, huge)).hasMessage("money: amount: " + message);
        assertThatThrownBy(() -> Money.of(DEM, huge, RoundingMode.HALF_UP)).hasMessage("money: amount: " + message);
        assertThatThrownBy(() -> new Rate(huge)).hasMessage("rate: rate: " + message);
    }
}
