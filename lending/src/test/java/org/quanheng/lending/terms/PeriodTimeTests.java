package org.quanheng.lending.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.calendar.MonthEndRule;
import org.quanheng.lending.calendar.YearFraction;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.Schedule;

/**
 * ACT/ACT ICMA over periods and stubs.
 *
 * <p>Published figures: the examples of ISDA's paper The Actual/Actual Day Count Fraction (1999).
 */
class PeriodTimeTests {
    private static LoanTermsBuilder terms(Frequency frequency, int instalments) {
        return LoanTerms.builder()
                .principal(Money.of("EUR", "10000000000"))
                .rate(Rate.ofPercent("100"))
                .method(RepaymentMethod.INTEREST_ONLY_THEN_BULLET)
                .frequency(frequency)
                .instalments(instalments)
                .interestByDay(DayCount.ACT_ACT_ICMA);
    }

    /** The interest of each period on 10,000,000,000 at 100 %: the part of a year to 12 decimals. */
    private static List<String> parts(ResolvedTerms loan) {
        return Schedule.of(loan).instalments().stream()
                .map(row -> row.interest().amount().movePointLeft(10).toPlainString())
                .toList();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void aRegularPeriodIsItsNominalLength() {
        ResolvedTerms loan = terms(Frequency.HALF_YEARLY, 2).build().resolve(day("2003-11-01"));
        assertThat(parts(loan)).containsExactly("0.500000000000", "0.500000000000");
    }

    @Test
    void aShortFirstPeriodIsAPartOfThePeriodThatEndsWithIt() {
        ResolvedTerms loan = terms(Frequency.YEARLY, 2).build().resolve(day("1999-02-01"), day("1999-07-01"));
        assertThat(parts(loan)).containsExactly("0.410958904110", "1.000000000000");
    }

    @Test
    void aLongFirstPeriodIsAPeriodAndAPartOfTheOneBefore() {
        ResolvedTerms loan = terms(Frequency.HALF_YEARLY, 2).build().resolve(day("2002-08-15"), day("2003-07-15"));
        assertThat(parts(loan)).containsExactly("0.915760869565", "0.500000000000");
    }

    @Test
    void aShortLastPeriodIsAPartOfThePeriodThatBeginsWithIt() {
        ResolvedTerms loan = terms(Frequency.HALF_YEARLY, 2)
                .build()
                .resolving(day("1999-07-30"))
                .lastDueOn(day("2000-06-30"))
                .resolve();
        assertThat(parts(loan)).containsExactly("0.500000000000", "0.417582417582");
    }

    @Test
    void aLongLastPeriodKeepsToTheMonthsEnd() {
        ResolvedTerms loan = terms(Frequency.QUARTERLY, 2)
                .dateRules(DateRules.PLAIN.with(MonthEndRule.LAST_DAY))
                .build()
                .resolving(day("1999-08-31"))
                .lastDueOn(day("2000-04-30"))
                .resolve();
        // 30 November to 29 February is a quarter, the rest 61 of the 92 days to 31 May.
        assertThat(parts(loan)).containsExactly("0.250000000000", "0.415760869565");
    }

    /** Rebuilt from its end, February would have begun on 28 January and April on 30 March. */
    @Test
    void everyMonthOfALoanOfMonthEndsIsATwelfth() {
        for (MonthEndRule rule : MonthEndRule.values()) {
            ResolvedTerms loan = terms(Frequency.MONTHLY, 6)
                    .principal(Money.of("EUR", "120000"))
                    .rate(Rate.ofPercent("12"))
                    .dateRules(DateRules.PLAIN.with(rule))
                    .build()
                    .resolve(day("2026-01-31"));
            assertThat(Schedule.of(loan).instalments())
                    .as(rule.name())
                    .extracting(Instalment::interest)
                    .containsOnly(Money.of("EUR", "1200"));
        }
    }

    @Test
    void thePartsOfAPeriodAddUpToIt() {
        ResolvedTerms loan = terms(Frequency.MONTHLY, 3)
                .dateRules(DateRules.PLAIN.with(MonthEndRule.LAST_DAY))
                .build()
                .resolving(day("2026-01-10"))
                .firstDueOn(day("2026-03-31"))
                .lastDueOn(day("2026-06-12"))
                .resolve();
        List<YearFraction> sums = new ArrayList<>();
        for (Period period : loan.periods()) {
            YearFraction sum = YearFraction.ZERO;
            for (LocalDate day = period.start(); day.isBefore(period.end()); day = day.plusDays(1)) {
                sum = sum.plus(loan.time(period, day, day.plusDays(1)));
            }
            sums.add(sum);
        }
        // 21 of 31 days of January, February and March; April; May and 12 of 30 days of June.
        assertThat(sums)
                .isEqualTo(loan.periods().stream().map(Period::time).toList())
                .containsExactly(
                        new YearFraction(21, 12 * 31).plus(YearFraction.ofMonths(2)),
                        YearFraction.ofMonths(1),
                        YearFraction.ofMonths(1).plus(new YearFraction(12, 12 * 30)));
    }
}
