package org.quanheng.lending.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.calendar.BusinessDayRule;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.calendar.HolidayCalendar;
import org.quanheng.lending.calendar.MonthEndRule;
import org.quanheng.lending.calendar.YearFraction;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.Schedule;

class ResolutionTests {
    private static final LocalDate DAY = LocalDate.of(2025, 1, 31);

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }

    private static LoanTermsBuilder terms(RepaymentMethod method) {
        return LoanTerms.builder()
                .principal(cny("12000"))
                .rate(Rate.ofPercent("12"))
                .instalments(3)
                .method(method);
    }

    private static LoanTerms bullets() {
        return terms(RepaymentMethod.INTEREST_ONLY_THEN_BULLET).build();
    }

    private static List<LocalDate> dueDates(ResolvedTerms resolved) {
        return resolved.periods().stream().map(Period::dueDate).toList();
    }

    @Test
    void aFirstDueDateOfTheUsualLengthChangesNothing() {
        ResolvedTerms usual = bullets().resolve(DAY);
        ResolvedTerms said =
                bullets().resolving(DAY).firstDueOn(LocalDate.of(2025, 2, 28)).resolve();
        assertThat(said.periods()).isEqualTo(usual.periods());
        assertThat(dueDates(usual))
                .containsExactly(LocalDate.of(2025, 2, 28), LocalDate.of(2025, 3, 31), LocalDate.of(2025, 4, 30));
        assertThat(usual.periods()).allMatch(Period::regular);
    }

    @Test
    void stubsAtBothEndsBearInterestByTheDay() {
        ResolvedTerms resolved = bullets()
                .resolving(DAY)
                .firstDueOn(LocalDate.of(2025, 2, 10))
                .lastDueOn(LocalDate.of(2025, 4, 1))
                .resolve();
        assertThat(resolved.periods())
                .extracting(Period::number, Period::start, Period::end, Period::dueDate, Period::regular)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                1, DAY, LocalDate.of(2025, 2, 10), LocalDate.of(2025, 2, 10), false),
                        org.assertj.core.groups.Tuple.tuple(
                                2,
                                LocalDate.of(2025, 2, 10),
                                LocalDate.of(2025, 3, 10),
                                LocalDate.of(2025, 3, 10),
                                true),
                        org.assertj.core.groups.Tuple.tuple(
                                3,
                                LocalDate.of(2025, 3, 10),
                                LocalDate.of(2025, 4, 1),
                                LocalDate.of(2025, 4, 1),
                                false));
        assertThat(resolved.periods())
                .extracting(Period::time)
                .containsExactly(new YearFraction(10, 365), YearFraction.ofMonths(1), new YearFraction(22, 365));
    }

    @Test
    void aLastDueDateWhereItFallsAnywayIsNoStub() {
        ResolvedTerms resolved =
                bullets().resolving(DAY).lastDueOn(LocalDate.of(2025, 4, 30)).resolve();
        assertThat(resolved.periods().getLast().regular()).isTrue();
        assertThatThrownBy(() -> bullets()
                        .resolving(DAY)
                        .lastDueOn(LocalDate.of(2025, 3, 31))
                        .resolve())
                .hasMessageContaining("last due date: expected a day after 2025-03-31, came 2025-03-31");
    }

    @Test
    void aBulletIsOnePeriodOfAllItsMonths() {
        ResolvedTerms resolved = terms(RepaymentMethod.BULLET).build().resolve(DAY);
        assertThat(resolved.periods())
                .containsExactly(new Period(
                        1, DAY, LocalDate.of(2025, 4, 30), LocalDate.of(2025, 4, 30), YearFraction.ofMonths(3), true));
        assertThat(Schedule.of(resolved).totalInterest()).isEqualTo(cny("360.00"));
        ResolvedTerms stub = terms(RepaymentMethod.BULLET)
                .build()
                .resolving(DAY)
                .firstDueOn(LocalDate.of(2025, 2, 10))
                .resolve();
        assertThat(stub.periods().getFirst().end()).isEqualTo("2025-04-10");
        // 69 days: an odd beginning makes the one period odd.
        assertThat(stub.periods().getFirst().time()).isEqualTo(new YearFraction(69, 365));
        assertThat(stub.periods().getFirst().regular()).isFalse();
    }

    @Test
    void aBulletOfAnOddBeginningBearsInterestToItsEnd() {
        ResolvedTerms loan = LoanTerms.monthly(
                        Money.of("EUR", "20000"), Rate.ofPercent("12"), 12, RepaymentMethod.BULLET)
                .resolve(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 15));
        // 379 days of 365 at 12 %.
        assertThat(Schedule.of(loan).instalment(1).dueDate()).isEqualTo("2027-01-15");
        assertThat(Schedule.of(loan).totalInterest()).isEqualTo(Money.of("EUR", "2492.05"));
    }

    @Test
    void paymentsMoveOffClosedDaysAndInterestWithThemIfSaid() {
        DateRules rules = DateRules.PLAIN
                .with(MonthEndRule.LAST_DAY)
                .with(
                        BusinessDayRule.FOLLOWING,
                        day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY,
                        false);
        assertThat(rules.monthEnd()).isEqualTo(MonthEndRule.LAST_DAY);
        LocalDate friday = LocalDate.of(2025, 2, 28);
        ResolvedTerms paid =
                terms(RepaymentMethod.EQUAL_PRINCIPAL).dateRules(rules).build().resolve(friday);
        // 31 May is a Saturday.
        assertThat(dueDates(paid))
                .containsExactly(LocalDate.of(2025, 3, 31), LocalDate.of(2025, 4, 30), LocalDate.of(2025, 6, 2));
        assertThat(paid.periods().getLast().end()).isEqualTo("2025-05-31");
        ResolvedTerms followed = terms(RepaymentMethod.EQUAL_PRINCIPAL)
                .dateRules(rules.with(BusinessDayRule.FOLLOWING, rules.calendar(), true))
                .build()
                .resolve(friday);
        assertThat(followed.periods().getLast().end()).isEqualTo("2025-06-02");
        assertThat(followed.following(followed.periods()))
                .extracting(Period::number, Period::start, Period::end)
                .containsExactly(4, LocalDate.of(2025, 6, 2), LocalDate.of(2025, 6, 30));
    }

    @Test
    void drawDownsAreHeldAgainstThePrincipalAndTheLoansDays() {
        assertThatThrownBy(() -> bullets()
                        .resolving(DAY)
                        .draw(DAY.minusDays(1), cny("6000"))
                        .draw(LocalDate.of(2025, 4, 30), cny("-1"))
                        .draw(DAY, cny("6001"))
                        .resolve())
                .hasMessageContaining("draw-down: expected a day from 2025-01-31 to before 2025-04-30, came 2025-01-30")
                .hasMessageContaining("draw-down: expected a balance from zero to CNY 12000.00, came CNY 12001.00")
                .hasMessageContaining("draw-down: expected an amount above zero, came CNY -1.00")
                .hasMessageContaining("came 2025-04-30");
        assertThatThrownBy(() -> bullets().resolving(DAY).draw(DAY, cny("1")).resolve())
                .hasMessageContaining("draw-downs: expected a sum of CNY 12000.00, came CNY 1.00");
    }

    @Test
    void aRevolvingLoanIsDrawnAndRepaidWithinItsLimit() {
        ResolvedTerms resolved = terms(RepaymentMethod.REVOLVING)
                .build()
                .resolving(DAY)
                .repay(LocalDate.of(2025, 3, 10), cny("4000"))
                .draw(DAY, cny("6000"))
                .resolve();
        assertThat(resolved.moves())
                .containsExactly(
                        new BalanceMove(DAY, cny("6000")), new BalanceMove(LocalDate.of(2025, 3, 10), cny("-4000")));
        assertThat(Schedule.of(resolved).instalment(1).interest()).isEqualTo(cny("60.00"));
        assertThat(Schedule.of(resolved).instalment(3).principal()).isEqualTo(cny("2000.00"));
        assertThatThrownBy(() -> terms(RepaymentMethod.REVOLVING)
                        .build()
                        .resolving(DAY)
                        .draw(DAY, cny("0"))
                        .repay(DAY.plusDays(1), cny("1"))
                        .resolve())
                .hasMessageContaining("expected an amount above zero, came CNY 0.00")
                .hasMessageContaining("expected a balance from zero to CNY 12000.00, came CNY -1.00");
    }

    @Test
    void onlyARevolvingLoanHasPlannedRepayments() {
        assertThatThrownBy(() -> bullets()
                        .resolving(DAY)
                        .draw(DAY, cny("12000"))
                        .repay(DAY.plusDays(5), cny("5000"))
                        .repay(DAY.plusDays(6), cny("-5000"))
                        .resolve())
                .hasMessage("loan terms: planned repayments: expected the method REVOLVING,"
                        + " came INTEREST_ONLY_THEN_BULLET.");
    }

    /** A negative draw-down is no repayment, a negative repayment no draw-down, and dollars do not hide the other faults. */
    @Test
    void everyMoveIsAnAmountAboveZeroInTheCurrencyOfTheLoan() {
        assertThatThrownBy(() -> terms(RepaymentMethod.REVOLVING)
                        .build()
                        .resolving(DAY)
                        .draw(DAY, cny("6000"))
                        .draw(DAY.plusDays(5), cny("-5000"))
                        .repay(DAY.plusDays(6), cny("-3000"))
                        .draw(DAY.plusDays(7), Money.of("USD", "5"))
                        .repay(DAY.plusYears(1), cny("6000.01"))
                        .resolve())
                .hasMessage("""
                        loan terms: 5 faults
                        - draw-down: expected an amount above zero, came CNY -5000.00.
                        - planned repayment: expected an amount above zero, came CNY -3000.00.
                        - draw-down: expected an amount in CNY, came USD 5.00.
                        - planned repayment: expected a day from 2025-01-31 to before 2025-04-30, came 2026-01-31.
                        - planned repayment: expected a balance from zero to CNY 12000.00, came CNY -0.01.""");
    }

    @Test
    void anIndexIsGivenOrItsAbsenceSaid() {
        LoanTerms floating = LoanTerms.builder()
                .principal(cny("12000"))
                .instalments(3)
                .floatingRate(new FloatingRate("LPR-1Y", Rate.ofPercent("1"), Frequency.MONTHLY, null, null))
                .build();
        IndexSeries lpr = new IndexSeries("LPR-1Y", Map.of(DAY, Rate.ofPercent("3")));
        assertThat(lpr.name()).isEqualTo("LPR-1Y");
        assertThat(floating.rate()).isEmpty();
        assertThat(floating.resolving(DAY).index(lpr).resolve().rates())
                .extracting(RateChange::from)
                .containsExactly(DAY, LocalDate.of(2025, 2, 28), LocalDate.of(2025, 3, 31));
        assertThatThrownBy(() -> floating.resolve(DAY))
                .hasMessageContaining("index: expected the values of LPR-1Y, came none");
        assertThatThrownBy(() -> floating.resolving(DAY)
                        .index(new IndexSeries("EURIBOR", Map.of()))
                        .resolve())
                .hasMessageContaining("index: expected the values of LPR-1Y, came EURIBOR");
        assertThatThrownBy(() -> floating.resolving(DAY.minusDays(1)).index(lpr).resolve())
                .hasMessageContaining("expected one in force on 2025-01-30, came values from 2025-01-31");
        assertThatThrownBy(() -> floating.resolving(DAY)
                        .index(new IndexSeries("LPR-1Y", Map.of()))
                        .resolve())
                .hasMessageContaining("came no value");
        IndexSeries negative = new IndexSeries("LPR-1Y", Map.of(DAY, Rate.ofPercent("-2")));
        assertThatThrownBy(() -> floating.resolving(DAY).index(negative).resolve())
                .hasMessageContaining("rate: expected a rate from 0 % to 1000 %, came -1 %");
    }

    @Test
    void aFloatingRateKeepsWithinItsFloorAndCap() {
        FloatingRate free = new FloatingRate("X", Rate.ofPercent("1"), Frequency.MONTHLY, null, null);
        assertThat(free.at(Rate.ofPercent("20"))).isEqualTo(Rate.ofPercent("21"));
        FloatingRate bound =
                new FloatingRate("X", Rate.ofPercent("1"), Frequency.MONTHLY, Rate.ofPercent("4"), Rate.ofPercent("6"));
        assertThat(bound.at(Rate.ofPercent("2"))).isEqualTo(Rate.ofPercent("4"));
        assertThat(bound.at(Rate.ofPercent("4"))).isEqualTo(Rate.ofPercent("5"));
        assertThat(bound.at(Rate.ofPercent("7"))).isEqualTo(Rate.ofPercent("6"));
        assertThat(new FloatingRate("X", Rate.ZERO, Frequency.MONTHLY, Rate.ofPercent("4"), null)
                        .at(Rate.ofPercent("7")))
                .isEqualTo(Rate.ofPercent("7"));
    }

    @Test
    void areEqualIfTermsAndDatesAre() {
        LoanTerms terms = LoanTerms.monthly(cny("12000"), Rate.ofPercent("6"), 3, RepaymentMethod.EQUAL_INSTALMENT);
        ResolvedTerms resolved = terms.resolve(DAY);
        assertThat(resolved).isEqualTo(terms.resolve(DAY)).hasSameHashCodeAs(terms.resolve(DAY));
        assertThat(resolved)
                .isNotEqualTo(terms.resolve(DAY.plusDays(1)))
                .isNotEqualTo(terms.resolving(DAY)
                        .rateFrom(DAY.plusDays(1), Rate.ZERO)
                        .resolve())
                .isNotEqualTo(
                        terms.resolving(DAY).draw(DAY.plusDays(1), cny("12000")).resolve())
                .isNotEqualTo(
                        terms.resolving(DAY).lastDueOn(LocalDate.of(2025, 5, 2)).resolve())
                .isNotEqualTo("terms");
        assertThat(resolved)
                .hasToString("CNY 12000.00 at 6 %, 3 instalments every month, EQUAL_INSTALMENT,"
                        + " from 2025-01-31 to 2025-04-30");
    }

    @Test
    void rateChangesBeginWithTheLoan() {
        assertThatThrownBy(() -> bullets()
                        .resolving(DAY)
                        .rateFrom(DAY.minusDays(1), Rate.ofPercent("1200"))
                        .resolve())
                .hasMessageContaining("rate change: expected a day from 2025-01-31 on, came 2025-01-30")
                .hasMessageContaining("rate: expected a rate from 0 % to 1000 %");
        ResolvedTerms resolved = bullets()
                .resolving(DAY)
                .rateFrom(LocalDate.of(2025, 3, 31), Rate.ofPercent("6"))
                .resolve();
        assertThat(resolved.rateOn(LocalDate.of(2025, 3, 30))).isEqualTo(Rate.ofPercent("12"));
        assertThat(resolved.rateOn(LocalDate.of(2025, 3, 31))).isEqualTo(Rate.ofPercent("6"));
        assertThat(Schedule.of(resolved).instalment(2).interest()).isEqualTo(cny("120.00"));
        assertThat(Schedule.of(resolved).instalment(3).interest()).isEqualTo(cny("60.00"));
    }

    @Test
    void aDownPaymentIsTheFirstRow() {
        Schedule schedule = Schedule.of(terms(RepaymentMethod.EQUAL_PRINCIPAL)
                .downPaymentPercent(new BigDecimal("25"))
                .fees(List.of(
                        Fee.upFront("opening", "lender", cny("30")), Fee.eachInstalment("account", "lender", cny("2"))))
                .build()
                .resolve(DAY));
        assertThat(schedule.instalments())
                .containsExactly(
                        row(1, "2025-01-31", "3000.00", "0.00", "0.00", "3000.00", "9000.00"),
                        row(2, "2025-02-28", "3000.00", "90.00", "2.00", "3092.00", "6000.00"),
                        row(3, "2025-03-31", "3000.00", "60.00", "2.00", "3062.00", "3000.00"),
                        row(4, "2025-04-30", "3000.00", "30.00", "2.00", "3032.00", "0.00"));
        assertThat(schedule.feesUpFront()).isEqualTo(cny("30"));
        Schedule flat = Schedule.of(terms(RepaymentMethod.FLAT)
                .downPaymentPercent(new BigDecimal("25"))
                .build()
                .resolve(DAY));
        assertThat(flat.totalInterest()).isEqualTo(cny("270.00"));
        assertThat(flat.instalment(2).payment()).isEqualTo(cny("3090.00"));
    }

    private static Instalment row(
            int number, String due, String principal, String interest, String fees, String payment, String balance) {
        return new Instalment(
                number, LocalDate.parse(due), cny(principal), cny(interest), cny(fees), cny(payment), cny(balance));
    }

    @Test
    void aFeeOfTheInstalmentsIsOnWhatWasLentOrOnWhatIsOwed() {
        ResolvedTerms whole = terms(RepaymentMethod.EQUAL_PRINCIPAL)
                .fees(List.of(
                        Fee.upFront("opening", "lender", cny("30")),
                        Fee.percentage("account", "lender", Fee.Charged.EACH_INSTALMENT, BigDecimal.ONE),
                        Fee.percentage("insurance", "insurer", Fee.Charged.EACH_INSTALMENT_ON_BALANCE, BigDecimal.ONE)))
                .build()
                .resolve(DAY);
        assertThat(whole.feesUpFront()).isEqualTo(cny("30"));
        // A percent of the 12,000 that were lent, and one of the 8,000 that are owed.
        assertThat(whole.feesWith(800_000)).isEqualTo(20_000);
        assertThat(Schedule.of(whole).instalment(2).fees()).isEqualTo(cny("200"));
    }

    @Test
    void agreedPartsAreCutFromTheEnd() {
        List<Money> parts = List.of(cny("5000"), cny("4000"), cny("3000"));
        ResolvedTerms whole = LoanTerms.builder()
                .principal(cny("12000"))
                .rate(Rate.ofPercent("12"))
                .principalParts(parts)
                .build()
                .resolve(DAY);
        assertThat(Schedule.of(whole).instalments())
                .extracting(Instalment::principal)
                .isEqualTo(parts);
        LocalDate from = whole.periods().get(1).start();
        ResolvedTerms rest = whole.tail(
                1,
                whole.periods(),
                List.of(new BalanceMove(from, cny("5000"))),
                cny("5000"),
                whole.rates(),
                Grace.NONE);
        assertThat(rest.terms().principalParts()).containsExactly(cny("4000"), cny("1000"));
        ResolvedTerms longer = whole.tail(
                1,
                java.util.stream.Stream.concat(
                                whole.periods().stream(), java.util.stream.Stream.of(whole.following(whole.periods())))
                        .toList(),
                List.of(new BalanceMove(from, cny("8000"))),
                cny("8000"),
                whole.rates(),
                Grace.NONE);
        assertThat(longer.terms().principalParts()).containsExactly(cny("4000"), cny("3000"), cny("1000"));
    }

    /** Of 8,000 and of 4,000 a quarter each: 6,000 bear 1 % for one month, then 8,000 are left for two. */
    @Test
    void eachDrawDownHasItsDownPayment() {
        ResolvedTerms resolved = terms(RepaymentMethod.EQUAL_PRINCIPAL)
                .downPaymentPercent(new BigDecimal("25"))
                .fees(List.of(
                        Fee.percentage("insurance", "insurer", Fee.Charged.EACH_INSTALMENT_ON_BALANCE, BigDecimal.ONE)))
                .build()
                .resolving(DAY)
                .draw(DAY, cny("8000"))
                .draw(LocalDate.of(2025, 2, 28), cny("4000"))
                .resolve();
        assertThat(Schedule.of(resolved).instalments())
                .containsExactly(
                        row(1, "2025-01-31", "2000.00", "0.00", "0.00", "2000.00", "6000.00"),
                        row(2, "2025-02-28", "2000.00", "60.00", "60.00", "2120.00", "8000.00"),
                        row(3, "2025-02-28", "1000.00", "0.00", "0.00", "1000.00", "7000.00"),
                        row(4, "2025-03-31", "3500.00", "70.00", "70.00", "3640.00", "3500.00"),
                        row(5, "2025-04-30", "3500.00", "35.00", "35.00", "3570.00", "0.00"));
        assertThat(Schedule.feeTotals(resolved).values()).containsExactly(cny("165"));
    }

    /** Interest on 6,000 for a month, then on all 12,000, though 2,000 are repaid; 10,000 are left for two instalments. */
    @Test
    void flatInterestCountsOnWhatWasLentSoFar() {
        Schedule schedule = Schedule.of(terms(RepaymentMethod.FLAT)
                .build()
                .resolving(DAY)
                .draw(DAY, cny("6000"))
                .draw(LocalDate.of(2025, 2, 28), cny("6000"))
                .resolve());
        assertThat(schedule.instalments())
                .containsExactly(
                        row(1, "2025-02-28", "2000.00", "60.00", "0.00", "2060.00", "10000.00"),
                        row(2, "2025-03-31", "5000.00", "120.00", "0.00", "5120.00", "5000.00"),
                        row(3, "2025-04-30", "5000.00", "120.00", "0.00", "5120.00", "0.00"));
    }

    @Test
    void dueDatesThatMeetOnOneBusinessDayAreNamed() {
        LocalDate friday = LocalDate.of(2026, 1, 16);
        LoanTerms daily = terms(RepaymentMethod.EQUAL_PRINCIPAL)
                .frequency(Frequency.ofDays(1))
                .dateRules(DateRules.PLAIN.with(BusinessDayRule.FOLLOWING, HolidayCalendar.WEEKENDS, true))
                .build();
        assertThatThrownBy(() -> daily.resolve(friday))
                .hasMessage("loan terms: due date 2: expected a day after 2026-01-19, came 2026-01-18.");
    }

    @Test
    void nothingIsDueBeforeTheLoanIsPaidOut() {
        LocalDate saturday = LocalDate.of(2026, 1, 17);
        LoanTerms terms = terms(RepaymentMethod.EQUAL_PRINCIPAL)
                .dateRules(DateRules.PLAIN.with(BusinessDayRule.PRECEDING, HolidayCalendar.WEEKENDS, false))
                .build();
        assertThatThrownBy(() -> terms.resolve(saturday, saturday.plusDays(1)))
                .hasMessage("loan terms: due date 1: expected a business day after 2026-01-17, came 2026-01-16.");
        assertThat(terms.resolve(saturday, saturday.plusDays(2))
                        .periods()
                        .getFirst()
                        .dueDate())
                .isEqualTo(saturday.plusDays(2));
    }
}
