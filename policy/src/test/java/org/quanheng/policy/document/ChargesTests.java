package org.quanheng.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.account.PenaltyTerms;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.terms.Fee;

class ChargesTests {
    private static final Path FILE =
            Path.of("..", "app", "src", "main", "resources", "org", "quanheng", "app", "sample", "policy.json");
    private static final String SAMPLE = "\"penalty\": {\"multiple\": \"0.5\", \"graceDays\": 3}";

    private final String json = Files.readString(FILE);

    ChargesTests() throws IOException {}

    @Test
    void theSampleHasPenaltyInterestAndNoFees() {
        Charges charges = PolicyDocument.parse(json, "<dmn/>").charges();
        assertThat(charges.fees()).isEmpty();
        assertThat(charges.penalty()).isEqualTo(new PenaltyTerms(new BigDecimal("0.5"), 3, false, DayCount.ACT_365F));
    }

    @Test
    void aPolicyWithoutThemChargesNothing() {
        String before = json.replaceFirst("(?s)  \"charges\": \\{.*?\\},\n  \"rateCaps\"", "  \"rateCaps\"");
        assertThat(before).doesNotContain("charges");
        assertThat(PolicyDocument.parse(before, "<dmn/>").charges()).isEqualTo(Charges.NONE);
    }

    @Test
    void feesSayWhatForWhenAndWhoReceivesThem() {
        Charges charges = PolicyDocument.parse(with("""
                                "fees": [
                                  {"kind": "SERVICE", "charged": "UP_FRONT", "amount": "25.50"},
                                  {"kind": "GUARANTEE", "payee": "Surety plc", "charged": "EACH_INSTALMENT_ON_BALANCE", "percent": "0.2"}
                                ]"""), "<dmn/>").charges();
        assertThat(charges.fees())
                .isEqualTo(List.of(
                        Fee.upFront("service", Fee.LENDER, Money.of("DEM", "25.50")),
                        Fee.percentage(
                                "guarantee",
                                "Surety plc",
                                Fee.Charged.EACH_INSTALMENT_ON_BALANCE,
                                new BigDecimal("0.2"))));
        assertThat(charges.penalty()).isEqualTo(PenaltyTerms.NONE);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        String faulty = with("""
                "penalty": {"multiple": "6", "graceDays": -1, "rate": "0.1"},
                "fees": [
                  {"kind": "GIFT", "charged": "UP_FRONT", "amount": "1"},
                  {"kind": "SERVICE", "charged": "UP_FRONT"},
                  {"kind": "SERVICE", "charged": "SOMETIME", "amount": "1", "percent": "1"},
                  {"kind": "SERVICE", "charged": "UP_FRONT", "amount": "0.001"},
                  {"kind": "SERVICE", "charged": "UP_FRONT", "percent": "21"}
                ]""");
        assertThatThrownBy(() -> PolicyDocument.parse(faulty, "<dmn/>"))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining("charges.penalty.multiple: expected a decimal from 0 to 5, came \"6\"")
                .hasMessageContaining("charges.penalty.graceDays: expected a whole number from 0 to 365, came -1")
                .hasMessageContaining(
                        "charges.penalty.rate: expected one of graceDays, multiple, came an unknown field")
                .hasMessageContaining("charges.fees[0].kind: expected one of SERVICE, GUARANTEE, INSURANCE, APPRAISAL")
                .hasMessageContaining("charges.fees[1].amount: expected either an amount or a percent, came neither")
                .hasMessageContaining("charges.fees[2].charged: expected one of UP_FRONT, EACH_INSTALMENT")
                .hasMessageContaining("charges.fees[2].amount: expected either an amount or a percent, came both")
                .hasMessageContaining("charges.fees[3].amount: expected a decimal from 0.01")
                .hasMessageContaining("charges.fees[4].percent: expected a decimal from 0 to 20");
    }

    @Test
    void theyLeaveTheBorrowerSomethingAndStandOnce() {
        String all = with("""
                "fees": [
                  {"kind": "SERVICE", "charged": "UP_FRONT", "amount": "240"},
                  {"kind": "SERVICE", "charged": "UP_FRONT", "percent": "4"}
                ]""")
                .replace("\"funding\": \"0.030\"", "\"funding\": \"0\"")
                .replace("\"operating\": \"0.020\"", "\"operating\": \"0\"")
                .replace("\"capital\": \"0.010\"", "\"capital\": \"0\"");
        assertThatThrownBy(() -> PolicyDocument.parse(all, "<dmn/>"))
                .hasMessageContaining(
                        "charges.fees: expected up front less than the least amount lent, came DEM 250.00 of DEM 250.00")
                .hasMessageContaining("charges.fees: expected each once, came service of lender, UP_FRONT twice")
                .hasMessageContaining("price: expected a cost above 0 beside fees, came 0");
    }

    @Test
    void thePenaltyKeepsUnderTheCap() {
        Charges half = new Charges(List.of(), new PenaltyTerms(new BigDecimal("0.5"), 3, false, DayCount.ACT_365F));
        BigDecimal cap = new BigDecimal("0.24");
        assertThat(half.withPenaltyUpTo(cap, Rate.ofPercent("16"))).isEqualTo(half);
        // 24 % is a fifth above 20 %, 0.411764... above 17 %, and nothing above 24 %.
        assertThat(half.withPenaltyUpTo(cap, Rate.ofPercent("20")).penalty().multiple())
                .isEqualByComparingTo("0.2");
        assertThat(half.withPenaltyUpTo(cap, Rate.ofPercent("17")).penalty().multiple())
                .isEqualByComparingTo("0.411764");
        assertThat(half.withPenaltyUpTo(cap, Rate.ofPercent("24")).penalty().multiple())
                .isEqualByComparingTo("0");
        assertThat(half.withPenaltyUpTo(cap, Rate.ofPercent("0"))).isEqualTo(half);
    }

    private String with(String charges) {
        assertThat(json).contains(SAMPLE);
        return json.replace(SAMPLE, charges);
    }
}
