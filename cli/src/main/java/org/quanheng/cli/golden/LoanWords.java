package org.quanheng.cli.golden;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.calendar.MonthEndRule;
import org.quanheng.lending.terms.DateRules;
import org.quanheng.lending.terms.Grace;
import org.quanheng.lending.terms.InstalmentBasis;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.LoanTermsBuilder;
import org.quanheng.lending.terms.RepaymentMethod;
import tools.jackson.databind.JsonNode;

/** Turns the words of a schedule case into loan terms. */
final class LoanWords {
    private LoanWords() {}

    static MonthEndRule monthEnd(JsonNode strategy) {
        if (!strategy.isString()) {
            return MonthEndRule.SAME_DAY;
        }
        return switch (strategy.asString()) {
            case "FIRST_DAY_OF_NEXT_MONTH" -> MonthEndRule.FIRST_OF_NEXT_MONTH;
            case "LAST_DAY_OF_MONTH", "SAME_DAY" -> MonthEndRule.SAME_DAY;
            default -> throw new UnsupportedCase("month-end strategy " + strategy.asString());
        };
    }

    static Rate percent(JsonNode annual) {
        return new Rate(Read.decimal(annual).movePointLeft(2));
    }

    static boolean cumulative(JsonNode settings) {
        return settings.path("schedule_engine").asString("").startsWith("CUMULATIVE");
    }

    /** The terms of a case for an amount and a number of instalments. */
    static LoanTerms terms(JsonNode inputs, JsonNode settings, Money principal, int instalments) {
        boolean cumulative = cumulative(settings);
        Frequency frequency = Read.frequency(
                inputs.path("repay_every").asInt(1), inputs.path("repay_unit").asString("MONTHS"));
        LoanTermsBuilder builder = LoanTerms.builder()
                .principal(principal)
                .rate(percent(inputs.path("annual_rate_pct")))
                .instalments(instalments)
                .frequency(frequency)
                .method(method(inputs, settings))
                .rounding(rounding(inputs, settings, principal, cumulative))
                .grace(new Grace(
                        inputs.path("grace_on_principal").asInt(0),
                        inputs.path("grace_on_interest_payment").asInt(0),
                        inputs.path("interest_free_periods").asInt(0)))
                .dateRules(DateRules.PLAIN.with(monthEnd(settings.path("month_end_due_date_strategy"))));
        if (settings.has("down_payment_pct")) {
            builder.downPaymentPercent(Read.decimal(settings.path("down_payment_pct")));
        }
        if (!cumulative && method(inputs, settings) == RepaymentMethod.EQUAL_INSTALMENT) {
            builder.smoothResidue();
        }
        interest(builder, inputs, settings, frequency);
        return builder.build();
    }

    private static RepaymentMethod method(JsonNode inputs, JsonNode settings) {
        if ("FLAT".equals(word(inputs, settings, "interest_method"))) {
            return RepaymentMethod.FLAT;
        }
        return switch (word(inputs, settings, "amortization")) {
            case "EQUAL_INSTALLMENTS" -> RepaymentMethod.EQUAL_INSTALMENT;
            case "EQUAL_PRINCIPAL", "EQUAL_PRINCIPAL_PAYMENTS" -> RepaymentMethod.EQUAL_PRINCIPAL;
            default -> throw new UnsupportedCase("amortization " + word(inputs, settings, "amortization"));
        };
    }

    static String word(JsonNode inputs, JsonNode settings, String field) {
        JsonNode node = inputs.has(field) ? inputs.path(field) : settings.path(field);
        String text = node.isValueNode() && !node.isNull() ? node.asString() : "";
        return text.startsWith("DAYS_") ? text.substring(5) : text;
    }

    /** True if interest is counted by whole periods only. */
    static boolean wholePeriods(JsonNode inputs, JsonNode settings) {
        JsonNode parts = settings.path("allow_partial_period_interest");
        return byPeriod(inputs, settings) && parts.isBoolean() && !parts.asBoolean();
    }

    private static boolean byPeriod(JsonNode inputs, JsonNode settings) {
        return "SAME_AS_REPAYMENT_PERIOD".equals(word(inputs, settings, "interest_calculation_period"));
    }

    private static void interest(LoanTermsBuilder builder, JsonNode inputs, JsonNode settings, Frequency frequency) {
        boolean monthly = frequency.unit() == Frequency.Unit.MONTH;
        String year = word(inputs, settings, "days_in_year");
        String month = word(inputs, settings, "days_in_month");
        if (byPeriod(inputs, settings)) {
            builder.interestByPeriod();
        } else if ("30".equals(month) && monthly && "360".equals(year)) {
            builder.interestByPeriod();
        } else if ("30".equals(month) && monthly) {
            throw new UnsupportedCase("months of 30 days in a year of " + year);
        } else {
            builder.interestByDay(dayCount(year, settings));
            if (cumulative(settings)) {
                builder.instalmentBasis(InstalmentBasis.FIRST_PERIOD);
            }
        }
    }

    /**
     * The cumulative engine takes 365 days for an actual year, also in a leap year; the progressive one counts the last day and
     * not the first, unless it says that interest is recognized on the day of disbursement.
     */
    private static DayCount dayCount(String year, JsonNode settings) {
        boolean firstDay =
                settings.path("interest_recognition_on_disbursement_date").asBoolean(false);
        return switch (year) {
            case "360" -> DayCount.ACT_360;
            case "364" -> DayCount.ACT_364;
            case "365" -> DayCount.ACT_365F;
            case "ACTUAL" -> {
                DayCount actual = firstDay ? DayCount.ACT_ACT_ISDA : DayCount.ACT_ACT_LAST_DAY;
                yield cumulative(settings) ? DayCount.ACT_365F : actual;
            }
            default -> throw new UnsupportedCase("days in year " + year);
        };
    }

    private static Rounding rounding(JsonNode inputs, JsonNode settings, Money principal, boolean cumulative) {
        RoundingMode mode = RoundingMode.valueOf(settings.path("rounding").asString("HALF_EVEN"));
        Rounding.Place place = cumulative ? Rounding.Place.SLICE : Rounding.Place.PERIOD;
        String multiple = word(inputs, settings, "installment_amount_multiple");
        Rounding rounding = Rounding.toCent(mode).at(place);
        boolean none = multiple.isEmpty() || "null".equals(multiple) || new BigDecimal(multiple).signum() == 0;
        // A multiple is one of the whole instalment, which equal principal parts leave free.
        if (none || method(inputs, settings) == RepaymentMethod.EQUAL_PRINCIPAL) {
            return rounding;
        }
        return rounding.withInstalmentUnit(
                Money.of(principal.currency(), new BigDecimal(multiple)).minorUnits());
    }
}
