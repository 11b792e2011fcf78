package org.quanheng.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.quanheng.fault.FaultyInputException;

class RoundingTests {
    @Test
    void namesEveryFaultAtOnce() {
        assertThatThrownBy(() -> new Rounding(RoundingMode.UNNECESSARY, 0, -1, Rounding.Place.PERIOD))
                .isInstanceOfSatisfying(
                        FaultyInputException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(fault -> fault.where().toString())
                                .containsExactly("mode", "interest unit", "instalment unit"));
    }

    @Test
    void changesOneTermAtATime() {
        Rounding whole = Rounding.HALF_EVEN.withInstalmentUnit(100).at(Rounding.Place.SLICE);
        assertThat(whole).isEqualTo(new Rounding(RoundingMode.HALF_EVEN, 1, 100, Rounding.Place.SLICE));
    }
}
