package org.quanheng.lending.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.LoanTermsBuilder;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.Resolution;
import org.quanheng.lending.terms.ResolvedTerms;

class ScheduleTests {
    private static final LocalDate DAY = LocalDate.of(2025, 1, 31);

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }

    @Test
    void equalInstalmentsDifferOnlyInTheLastByTheResidue() {
        Schedule schedule =
                Schedule.of(LoanTerms.monthly(cny("10000"), Rate.ofPercent("12"), 3, RepaymentMethod.EQUAL_INSTALMENT)
                        .resolve(DAY));
        assertThat(schedule.instalments())
                .containsExactly(
                        row(1, "2025-02-28", "3300.22", "100.00", "3400.22", "6699.78"),
                        row(2, "2025-03-31", "3333.22", "67.00", "3400.22", "3366.56"),
                        row(3, "2025-04-30", "3366.56", "33.67", "3400.23", "0.00"));
        assertThat(schedule.totalInterest()).isEqualTo(cny("200.67"));
        assertThat(schedule.totalPrincipal()).isEqualTo(cny("10000"));
        assertThat(schedule.totalPayment()).isEqualTo(cny("10200.67"));
        assertThat(schedule.lastDueDate()).isEqualTo("2025-04-30");
        assertThat(schedule.size()).isEqualTo(3);
    }

    @Test
    void equalPrincipalFallsByTheInterestSaved() {
        Schedule schedule =
                Schedule.of(LoanTerms.monthly(cny("10000"), Rate.ofPercent("12"), 3, RepaymentMethod.EQUAL_PRINCIPAL)
                        .resolve(DAY));
        assertThat(schedule.instalments())
                .containsExactly(
                        row(1, "2025-02-28", "3333.33", "100.00", "3433.33", "6666.67"),
                        row(2, "2025-03-31", "3333.33", "66.67", "3400.00", "3333.34"),
                        row(3, "2025-04-30", "3333.34", "33.33", "3366.67", "0.00"));
    }

    @Test
    void amountsBeyondWhatCanBeHeldAreRefused() {
        Money most = Money.ofMinor(cny("0").currency(), Long.MAX_VALUE);
        for (RepaymentMethod method : List.of(
                RepaymentMethod.EQUAL_INSTALMENT,
                RepaymentMethod.BULLET,
                RepaymentMethod.FLAT,
                RepaymentMethod.INTEREST_ONLY_THEN_BULLET)) {
            ResolvedTerms loan =
                    LoanTerms.monthly(most, Rate.ofPercent("12"), 24, method).resolve(DAY);
            assertThatThrownBy(() -> Schedule.of(loan))
                    .as(method.name())
                    .hasMessage("loan terms: principal: expected an amount whose payments are below 9223372036854775807"
                            + " smallest units in all, came CNY 92233720368547758.07 at 12 %.");
        }
        ResolvedTerms free = LoanTerms.monthly(most, Rate.ZERO, 24, RepaymentMethod.EQUAL_PRINCIPAL)
                .resolve(DAY);
        assertThat(Schedule.of(free).totalPayment()).isEqualTo(most);
    }

    @Test
    void isPrintedWithTheSameDigitsEverywhere() {
        Schedule schedule =
                Schedule.of(LoanTerms.monthly(cny("10000"), Rate.ofPercent("12"), 3, RepaymentMethod.EQUAL_INSTALMENT)
                        .resolve(DAY));
        String here = schedule.toString();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(schedule).hasToString(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aLongFirstPeriodBearsInterestByTheDay() {
        Schedule schedule =
                Schedule.of(LoanTerms.monthly(cny("36500"), Rate.ofPercent("10"), 2, RepaymentMethod.EQUAL_PRINCIPAL)
                        .resolve(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 2, 15)));
        assertThat(schedule.instalment(1).interest()).isEqualTo(cny("450.00"));
        assertThat(schedule.instalment(2).dueDate()).isEqualTo("2025-03-15");
        assertThat(schedule.instalment(2).interest()).isEqualTo(cny("152.08"));
    }

    @Test
    void interestByDayFollowsTheCalendar() {
        Schedule schedule = Schedule.of(LoanTerms.builder()
                .principal(cny("36000"))
                .rate(Rate.ofPercent("10"))
                .instalments(2)
                .method(RepaymentMethod.EQUAL_PRINCIPAL)
                .interestByDay(DayCount.ACT_360)
                .build()
                .resolve(LocalDate.of(2025, 1, 1)));
        assertThat(schedule.instalment(1).interest()).isEqualTo(cny("310.00"));
        assertThat(schedule.instalment(2).interest()).isEqualTo(cny("140.00"));
    }

    @Test
    void printsATable() {
        Schedule schedule =
                Schedule.of(LoanTerms.monthly(cny("100"), Rate.ofPercent("12"), 1, RepaymentMethod.EQUAL_INSTALMENT)
                        .resolve(DAY));
        assertThat(schedule.toString())
                .contains("principal", "2025-02-28", "101.00")
                .endsWith("total interest CNY 1.00");
        Schedule again =
                Schedule.of(LoanTerms.monthly(cny("100"), Rate.ofPercent("12"), 1, RepaymentMethod.EQUAL_INSTALMENT)
                        .resolve(DAY));
        assertThat(schedule).isEqualTo(again).hasSameHashCodeAs(again).isNotEqualTo("schedule");
        Schedule other =
                Schedule.of(LoanTerms.monthly(cny("100"), Rate.ofPercent("24"), 1, RepaymentMethod.EQUAL_INSTALMENT)
                        .resolve(DAY));
        assertThat(schedule).isNotEqualTo(other);
        assertThat(schedule.hashCode()).isNotEqualTo(other.hashCode());
    }

    @Test
    void printsFeesWhereThereAreSomeSoThatRowsAddUp() {
        Schedule schedule = Schedule.of(LoanTerms.builder()
                .principal(cny("2000"))
                .rate(Rate.ofPercent("60"))
                .instalments(2)
                .method(RepaymentMethod.EQUAL_PRINCIPAL)
                .fees(List.of(Fee.eachInstalment("account", "lender", cny("5"))))
                .build()
                .resolve(DAY));
        List<String> lines = schedule.toString().lines().toList();
        assertThat(lines.getFirst().split(" +"))
                .containsExactly("", "no", "due", "principal", "interest", "fees", "payment", "balance");
        assertThat(lines.get(1).split(" +"))
                .containsExactly("", "1", "2025-02-28", "1000.00", "100.00", "5.00", "1105.00", "1000.00");
        assertThat(lines.getLast()).isEqualTo("total interest CNY 150.00, total fees CNY 10.00");
    }

    @Test
    void differsWhereOnlyTheBalanceDoes() {
        LoanTerms free = LoanTerms.monthly(cny("100"), Rate.ZERO, 3, RepaymentMethod.REVOLVING);
        Schedule early = Schedule.of(free.resolving(DAY).draw(DAY, cny("100")).resolve());
        Schedule late = Schedule.of(
                free.resolving(DAY).draw(DAY.plusDays(40), cny("100")).resolve());
        assertThat(early.totalPayment()).isEqualTo(late.totalPayment());
        assertThat(early).isNotEqualTo(late);
    }

    @Test
    void isExactForRandomLoans() {
        long seed = 42;
        Random random = new Random(seed);
        RoundingMode[] modes = {RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN};
        Frequency[] frequencies = {
            Frequency.WEEKLY, Frequency.MONTHLY, Frequency.QUARTERLY, Frequency.ofDays(10), Frequency.FORTNIGHTLY
        };
        List<DayCount> counts = Arrays.stream(DayCount.values())
                .filter(count -> count != DayCount.ONE_ONE)
                .toList();
        for (int loan = 0; loan < 3_000; loan++) {
            LoanTermsBuilder builder = LoanTerms.builder()
                    .principal(Money.ofMinor(cny("1").currency(), random.nextLong(1, 1L << random.nextInt(1, 50))))
                    .rate(Rate.ofBasisPoints(random.nextInt(0, 5_000)))
                    .instalments(random.nextInt(1, 121))
                    .method(random.nextBoolean() ? RepaymentMethod.EQUAL_INSTALMENT : RepaymentMethod.EQUAL_PRINCIPAL)
                    .frequency(frequencies[random.nextInt(frequencies.length)])
                    .rounding(Rounding.toCent(modes[random.nextInt(modes.length)])
                            .withInstalmentUnit(random.nextInt(3) == 0 ? 100 : 1));
            if (random.nextBoolean()) {
                builder.interestByDay(counts.get(random.nextInt(counts.size())));
            }
            LoanTerms terms = builder.build();
            checkParts("seed " + seed + ", loan " + loan + ": " + terms, terms, terms.resolve(DAY.plusDays(loan)));
        }
    }

    private static void checkParts(String name, LoanTerms terms, ResolvedTerms resolved) {
        List<Instalment> rows = Schedule.of(resolved).instalments();
        Money balance = terms.principal();
        LocalDate last = resolved.disbursedOn();
        for (Instalment row : rows) {
            balance = balance.minus(row.principal());
            assertThat(row.principal().isNegative()).as(name).isFalse();
            assertThat(row.interest().isNegative()).as(name).isFalse();
            assertThat(row.payment()).as(name).isEqualTo(row.principal().plus(row.interest()));
            assertThat(row.balanceAfter()).as(name).isEqualTo(balance);
            assertThat(row.dueDate()).as(name).isAfter(last);
            last = row.dueDate();
        }
        assertThat(balance.isZero()).as(name).isTrue();
    }

    /** A file may ask for it. Looking at every move in every period, this took minutes. */
    @ParameterizedTest
    @EnumSource(
            value = RepaymentMethod.class,
            names = {"EQUAL_PRINCIPAL", "FLAT", "REVOLVING"})
    @Timeout(20)
    void takesItsTimeFromTheMovesNotFromMovesTimesPeriods(RepaymentMethod method) {
        int moves = 5_000;
        Resolution resolution = LoanTerms.builder()
                .principal(Money.ofMinor(cny("1").currency(), 10_000L * moves))
                .rate(Rate.ofPercent("12"))
                .instalments(LoanTerms.MOST_INSTALMENTS)
                .method(method)
                .downPaymentPercent(BigDecimal.TEN)
                .build()
                .resolving(DAY);
        for (int k = 0; k < moves; k++) {
            resolution.draw(DAY.plusDays(7L * k), cny("100"));
            resolution.rateFrom(DAY.plusDays(7L * k), Rate.ofBasisPoints(1_200 + k % 2));
        }
        Schedule schedule = Schedule.of(resolution.resolve());
        assertThat(schedule.size()).isEqualTo(LoanTerms.MOST_INSTALMENTS + moves);
        assertThat(schedule.totalPrincipal()).isEqualTo(cny("100").times(moves));
    }

    @Test
    void cannotExistUnlessItRepaysWhatWasLent() {
        ScheduleRows rows = new ScheduleRows(cny("1").currency(), 1);
        rows.add(DAY, 99, 99, 0, 0, 1);
        assertThatThrownBy(() -> new Schedule(rows, cny("0")))
                .hasMessageContaining("expected a schedule that repays everything, came one that leaves CNY 0.01");
    }

    private static Instalment row(
            int number, String due, String principal, String interest, String payment, String balance) {
        return new Instalment(
                number, LocalDate.parse(due), cny(principal), cny(interest), cny("0"), cny(payment), cny(balance));
    }

    /** The loop for plain loans and the general walk must not differ: a fee of nothing sends the same loan down the other way. */
    @Test
    void aPlainLoanComesOutTheSameOnBothWays() {
        Random random = new Random(7);
        Money nothing = Money.of("CNY", "0");
        for (int round = 0; round < 2_000; round++) {
            LoanTermsBuilder builder = LoanTerms.builder()
                    .principal(Money.ofMinor(nothing.currency(), 1 + random.nextLong(1L << (1 + random.nextInt(50)))))
                    .rate(Rate.ofBasisPoints(random.nextInt(random.nextBoolean() ? 3_600 : 100_000)))
                    .instalments(1 + random.nextInt(120))
                    .rounding(random.nextBoolean() ? Rounding.HALF_UP : Rounding.HALF_EVEN.withInstalmentUnit(100));
            LocalDate start = LocalDate.of(2026, 1, 31);
            Schedule plain = Schedule.of(builder.build().resolve(start));
            Schedule walked = Schedule.of(builder.fees(List.of(Fee.upFront("none", "lender", nothing)))
                    .build()
                    .resolve(start));
            assertThat(plain).isEqualTo(walked);
        }
    }
}
