package org.quanheng.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the words of a schedule case become terms, on a loan of 12,000 at 1 % a month whose rows can be checked by hand. */
class ScheduleCasesTests {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String EQUAL_PRINCIPAL =
            "\"interest_method\":\"DECLINING_BALANCE\",\"amortization\":\"EQUAL_PRINCIPAL_PAYMENTS\"";
    private static final String DRAWN = draw("2025-01-15", "12000");

    private static String draw(String date, String amount) {
        return "{\"type\":\"disburse\",\"date\":\"%s\",\"amount\":%s}".formatted(date, amount);
    }

    private static String paid(String date, String amount) {
        return "{\"type\":\"repayment\",\"date\":\"%s\",\"amount\":%s}".formatted(date, amount);
    }

    /** A verdict on rows of due date, principal, interest and balance. */
    private static Verdict verdict(String method, String settings, String events, String... rows) {
        StringBuilder periods = new StringBuilder();
        for (String row : rows) {
            String[] parts = row.split(" ", -1);
            periods.append(periods.isEmpty() ? "" : ",")
                    .append(
                            "{\"due_date\":\"%s\",\"principal_due\":%s,\"interest_due\":%s,\"total_due\":%s,\"balance_after\":%s}"
                                    .formatted(
                                            parts[0],
                                            parts[1],
                                            parts[2],
                                            new BigDecimal(parts[1]).add(new BigDecimal(parts[2])),
                                            parts[3]));
        }
        JsonNode golden = MAPPER.readTree("""
                {"inputs":{"principal":12000,"annual_rate_pct":12,%s,"interest_calculation_period":"SAME_AS_REPAYMENT_PERIOD",
                  "repay_every":1,"repay_unit":"MONTHS","number_of_repayments":3,"submitted_on":"2025-01-15"},
                 "product_settings":{"schedule_engine":"CUMULATIVE","days_in_year":"ACTUAL","days_in_month":"ACTUAL"%s},
                 "events":[%s],"expected":[{"after_event_index":9,"periods":[%s]}]}
                """.formatted(method, settings, events, periods));
        return new ScheduleCases().check(golden);
    }

    @Test
    void aMultipleOfTheInstalmentLeavesEqualPrincipalPartsFree() {
        assertThat(verdict(
                        EQUAL_PRINCIPAL,
                        ",\"installment_amount_multiple\":1000",
                        draw("2025-01-15", "10000"),
                        "2025-02-15 3333.33 100.00 6666.67",
                        "2025-03-15 3333.33 66.67 3333.34",
                        "2025-04-15 3333.34 33.33 0.00"))
                .isEqualTo(new Verdict.Passed());
    }

    @Test
    void withoutRecalculationEarlyMoneyChangesNoInterest() {
        assertThat(verdict(
                        EQUAL_PRINCIPAL,
                        ",\"interest_recalculation\":false",
                        DRAWN + "," + paid("2025-01-20", "5000"),
                        "2025-02-15 4000.00 120.00 8000.00",
                        "2025-03-15 4000.00 80.00 4000.00",
                        "2025-04-15 4000.00 40.00 0.00"))
                .isEqualTo(new Verdict.Passed());
    }

    /** 12,000 for 5 days of 31 and 6,000 for 26: 19.35 + 50.32, each slice rounded. */
    @Test
    void withRecalculationItCountsTowardsTheRunningInstalmentFirst() {
        assertThat(verdict(
                        EQUAL_PRINCIPAL,
                        ",\"interest_recalculation\":true,\"prepayment_strategy\":\"REDUCE_EMI_AMOUNT\"",
                        DRAWN + "," + paid("2025-01-20", "6000"),
                        "2025-02-15 6000.00 69.67 6000.00",
                        "2025-03-15 3000.00 60.00 3000.00",
                        "2025-04-15 3000.00 30.00 0.00"))
                .isEqualTo(new Verdict.Passed());
    }

    @Test
    void orTheNextInstalmentsAreSkipped() {
        assertThat(verdict(
                        EQUAL_PRINCIPAL,
                        ",\"interest_recalculation\":true,\"prepayment_strategy\":\"RESCHEDULE_NEXT_REPAYMENTS\"",
                        DRAWN + "," + paid("2025-02-15", "9120"),
                        "2025-02-15 9000.00 120.00 3000.00",
                        "2025-03-15 0.00 30.00 3000.00",
                        "2025-04-15 3000.00 30.00 0.00"))
                .isEqualTo(new Verdict.Passed());
    }

    @Test
    void theBalanceOfADayOfDrawingIsTakenBeforeOrAfterIt() {
        String flat = "\"interest_method\":\"FLAT\",\"amortization\":\"EQUAL_INSTALLMENTS\"";
        String events = draw("2025-01-15", "6000") + "," + draw("2025-02-15", "6000");
        for (String balance : new String[] {"4000.00", "10000.00"}) {
            assertThat(verdict(
                            flat,
                            "",
                            events,
                            "2025-02-15 2000.00 60.00 " + balance,
                            "2025-03-15 5000.00 120.00 5000.00",
                            "2025-04-15 5000.00 120.00 0.00"))
                    .isEqualTo(new Verdict.Passed());
        }
        assertThat(verdict(flat, "", events, "2025-02-15 2000.00 60.00 6000.00"))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void aNewRateCountsForTheDayThatEndsOnItsDate() {
        assertThat(verdict(
                        EQUAL_PRINCIPAL,
                        "",
                        DRAWN + ",{\"type\":\"change_interest_rate\",\"date\":\"2025-02-16\",\"new_rate_pct\":6}",
                        "2025-02-15 4000.00 120.00 8000.00",
                        "2025-03-15 4000.00 40.00 4000.00",
                        "2025-04-15 4000.00 20.00 0.00"))
                .isEqualTo(new Verdict.Passed());
    }

    @Test
    void whatATableDoesNotSayIsNotCompared() {
        JsonNode golden = MAPPER.readTree("""
                {"inputs":{"principal":12000,"annual_rate_pct":12,"interest_method":"DECLINING_BALANCE","amortization":"EQUAL_INSTALLMENTS",
                  "interest_calculation_period":"DAILY","repay_unit":"MONTHS","number_of_repayments":2,"submitted_on":"2025-01-15"},
                 "product_settings":{"days_in_year":360,"days_in_month":30},
                 "events":[],"expected":[{"after_event_index":0,"periods":[
                   {"due_date":"2025-02-15","interest_due":120},{"due_date":"2025-03-15","balance_after":0}]}]}
                """);
        assertThat(new ScheduleCases().check(golden)).isEqualTo(new Verdict.Passed());
    }

    /** 12,000 at 12 % for 36 days over the year end: 16 of 365 and 20 of 366 are 141.8115; 17 and 19 are 141.8223. */
    @Test
    void theLastDayCountsUnlessTheFirstIsSaidTo() {
        String at = """
                {"inputs":{"principal":12000,"annual_rate_pct":12,"interest_method":"DECLINING_BALANCE","amortization":"EQUAL_PRINCIPAL",
                  "interest_calculation_period":"DAILY","number_of_repayments":1,"submitted_on":"2023-12-15","first_repayment":"2024-01-20"},
                 "product_settings":{"schedule_engine":"PROGRESSIVE","days_in_year":"ACTUAL","days_in_month":"ACTUAL",
                  "interest_recognition_on_disbursement_date":%s},
                 "events":[],"expected":[{"after_event_index":0,"periods":[{"due_date":"2024-01-20","interest_due":%s}]}]}
                """;
        assertThat(new ScheduleCases().check(MAPPER.readTree(at.formatted(false, "141.81"))))
                .isEqualTo(new Verdict.Passed());
        assertThat(new ScheduleCases().check(MAPPER.readTree(at.formatted(true, "141.82"))))
                .isEqualTo(new Verdict.Passed());
    }

    /** 4,000 are owed when 6,000 are drawn ten days into the second period, and all 10,000 bear 1 % for it. */
    @Test
    void whatIsDrawnWithinAWholePeriodCountsFromItsFirstDay() {
        String events = DRAWN.replace("12000", "6000") + "," + draw("2025-02-25", "6000");
        String[] rows = {
            "2025-02-15 2000.00 60.00 4000.00", "2025-03-15 5000.00 100.00 5000.00", "2025-04-15 5000.00 50.00 0.00"
        };
        String whole = ",\"allow_partial_period_interest\":false";
        assertThat(verdict(EQUAL_PRINCIPAL, whole, events, rows)).isEqualTo(new Verdict.Passed());
        assertThat(verdict(EQUAL_PRINCIPAL, whole.replace("false", "true"), events, rows))
                .isInstanceOf(Verdict.Failed.class);
    }
}
