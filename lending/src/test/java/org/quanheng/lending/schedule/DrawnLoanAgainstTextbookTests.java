package org.quanheng.lending.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.terms.FloatingRate;
import org.quanheng.lending.terms.Grace;
import org.quanheng.lending.terms.IndexSeries;
import org.quanheng.lending.terms.InstalmentBasis;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.LoanTermsBuilder;
import org.quanheng.lending.terms.RateChange;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.Resolution;
import org.quanheng.lending.terms.ResolvedTerms;

/** Loans that are drawn in parts and whose rate changes, against formulas of a textbook with 34 digits, over random loans. */
class DrawnLoanAgainstTextbookTests {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final LocalDate START = LocalDate.of(2023, 11, 20);
    private static final List<RepaymentMethod> METHODS = List.of(
            RepaymentMethod.EQUAL_INSTALMENT,
            RepaymentMethod.EQUAL_INSTALMENT,
            RepaymentMethod.EQUAL_PRINCIPAL,
            RepaymentMethod.INTEREST_ONLY_THEN_BULLET);
    private static final List<InstalmentBasis> BASES =
            List.of(InstalmentBasis.EACH_PERIOD, InstalmentBasis.NOMINAL_PERIOD, InstalmentBasis.FIRST_PERIOD);
    private static final List<RoundingMode> MODES =
            List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN);

    /** A loan as the textbook sees it; amounts in cents, by the day from which they hold. */
    private record Case(
            RepaymentMethod method,
            InstalmentBasis basis,
            boolean byDay,
            Rounding rounding,
            int count,
            int free,
            TreeMap<LocalDate, Long> drawn,
            TreeMap<LocalDate, BigDecimal> rates) {
        static Case of(Random random) {
            int count = 1 + random.nextInt(24);
            InstalmentBasis basis = BASES.get(random.nextInt(BASES.size()));
            Rounding rounding = new Rounding(
                    MODES.get(random.nextInt(MODES.size())),
                    random.nextInt(4) == 0 ? 10 : 1,
                    random.nextInt(3) == 0 ? 100 : 1,
                    random.nextBoolean() ? Rounding.Place.PERIOD : Rounding.Place.SLICE);
            TreeMap<LocalDate, Long> drawn = new TreeMap<>();
            drawn.put(START, amount(random));
            TreeMap<LocalDate, BigDecimal> rates = new TreeMap<>();
            rates.put(START, rate(random));
            for (int k = random.nextInt(3); k > 0; k--) {
                drawn.put(day(random, count), amount(random));
            }
            for (int k = random.nextInt(3); k > 0; k--) {
                rates.put(
                        day(random, count),
                        random.nextInt(4) == 0 ? rates.firstEntry().getValue() : rate(random));
            }
            return new Case(
                    METHODS.get(random.nextInt(METHODS.size())),
                    basis,
                    random.nextBoolean(),
                    rounding,
                    count,
                    basis == InstalmentBasis.EACH_PERIOD && random.nextInt(4) == 0 ? random.nextInt(count) : 0,
                    drawn,
                    rates);
        }

        private static long amount(Random random) {
            return 1 + random.nextLong(1L << (10 + random.nextInt(30)));
        }

        private static BigDecimal rate(Random random) {
            return BigDecimal.valueOf(random.nextInt(3_600), 4).add(new BigDecimal("0.0000137"));
        }

        /** Any day of the loan; half of them are due dates. */
        private static LocalDate day(Random random, int count) {
            LocalDate due = START.plusMonths(random.nextInt(count));
            return random.nextBoolean() ? due : due.plusDays(random.nextInt(28));
        }

        ResolvedTerms resolved() {
            long lent = drawn.values().stream().mapToLong(Long::longValue).sum();
            LoanTermsBuilder builder = LoanTerms.builder()
                    .principal(Money.ofMinor(CNY, lent))
                    .rate(new Rate(rates.firstEntry().getValue()))
                    .instalments(count)
                    .method(method)
                    .instalmentBasis(basis)
                    .grace(new Grace(0, 0, free))
                    .rounding(rounding);
            if (byDay) {
                builder.interestByDay(DayCount.ACT_365F);
            }
            Resolution resolution = builder.build().resolving(START);
            if (drawn.size() > 1) {
                // In the wrong order: the library sorts them.
                drawn.descendingMap().forEach((on, amount) -> resolution.draw(on, Money.ofMinor(CNY, amount)));
            }
            rates.tailMap(START, false).forEach((from, rate) -> resolution.rateFrom(from, new Rate(rate)));
            return resolution.resolve();
        }

        LocalDate start(int period) {
            return START.plusMonths(period);
        }

        long days(int period) {
            return ChronoUnit.DAYS.between(start(period), start(period + 1));
        }

        /** The part of a year of a period. */
        BigDecimal time(int period) {
            return byDay
                    ? BigDecimal.valueOf(days(period)).divide(BigDecimal.valueOf(365), DIGITS)
                    : BigDecimal.ONE.divide(BigDecimal.valueOf(12), DIGITS);
        }

        BigDecimal rateOn(LocalDate day) {
            return rates.floorEntry(day).getValue();
        }

        /** Days inside a period on which something changes, without its first. */
        List<LocalDate> cuts(int period) {
            TreeMap<LocalDate, Boolean> cuts = new TreeMap<>();
            drawn.keySet().forEach(day -> cuts.put(day, true));
            rates.tailMap(START, false).forEach((day, rate) -> {
                if (rateOn(day.minusDays(1)).compareTo(rate) != 0) {
                    cuts.put(day, true);
                }
            });
            return List.copyOf(
                    cuts.subMap(start(period), false, start(period + 1), false).keySet());
        }

        long rounded(BigDecimal cents, long unit) {
            return cents.divide(BigDecimal.valueOf(unit), DIGITS)
                            .setScale(0, rounding.mode())
                            .longValueExact()
                    * unit;
        }

        /** The interest of a period before it is rounded for good; slice by slice where the product rounds there. */
        BigDecimal interest(int period, long opening) {
            BigDecimal sum = BigDecimal.ZERO;
            long balance = opening;
            LocalDate from = start(period);
            List<LocalDate> ends = new ArrayList<>(cuts(period));
            ends.add(start(period + 1));
            for (LocalDate end : ends) {
                BigDecimal share = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, end))
                        .divide(BigDecimal.valueOf(days(period)), DIGITS);
                BigDecimal rate = period < free ? BigDecimal.ZERO : rateOn(from);
                BigDecimal exact = BigDecimal.valueOf(balance)
                        .multiply(rate)
                        .multiply(time(period))
                        .multiply(share, DIGITS);
                sum = sum.add(
                        rounding.place() == Rounding.Place.SLICE
                                ? BigDecimal.valueOf(rounded(exact, rounding.interestUnit()))
                                : exact);
                balance += drawn.getOrDefault(end, 0L);
                from = end;
            }
            return sum;
        }

        /** What is drawn inside a period, without its first day. */
        long drawnInside(int period) {
            return drawn.subMap(start(period), false, start(period + 1), false).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }

        /** The factor that the instalment foresees for a period at a rate. */
        BigDecimal foreseen(int period, BigDecimal rate) {
            BigDecimal time = switch (basis) {
                case EACH_PERIOD -> time(period);
                case FIRST_PERIOD -> time(0);
                case NOMINAL_PERIOD -> BigDecimal.ONE.divide(BigDecimal.valueOf(12), DIGITS);
            };
            return period < free ? BigDecimal.ZERO : rate.multiply(time);
        }

        /** The instalment that repays what is owed at the end of a period with it and all later ones. */
        long instalment(int period, long opening, long closing, BigDecimal interest, BigDecimal rate) {
            BigDecimal owed = cuts(period).isEmpty()
                    ? BigDecimal.valueOf(opening).multiply(BigDecimal.ONE.add(foreseen(period, rate)))
                    : BigDecimal.valueOf(closing).add(interest);
            BigDecimal present = BigDecimal.ONE;
            BigDecimal discount = BigDecimal.ONE;
            for (int k = period + 1; k < count; k++) {
                discount = discount.divide(BigDecimal.ONE.add(foreseen(k, rate)), DIGITS);
                present = present.add(discount);
            }
            return rounded(owed.divide(present, DIGITS), rounding.instalmentUnit());
        }
    }

    private static List<String> textbook(Case loan) {
        List<String> rows = new ArrayList<>();
        long balance = loan.drawn().firstEntry().getValue();
        BigDecimal rate = null;
        long agreed = 0;
        for (int k = 0; k < loan.count(); k++) {
            long closing = balance + loan.drawnInside(k);
            BigDecimal exact = loan.interest(k, balance);
            long interest = loan.rounded(exact, loan.rounding().interestUnit());
            BigDecimal now = loan.rateOn(loan.start(k + 1).minusDays(1));
            boolean drawn = !loan.cuts(k).isEmpty() || (k > 0 && loan.drawn().containsKey(loan.start(k)));
            long principal = switch (loan.method()) {
                case EQUAL_INSTALMENT -> {
                    if (rate == null || drawn || now.compareTo(rate) != 0) {
                        agreed = loan.instalment(k, balance, closing, exact, now);
                    }
                    rate = now;
                    yield agreed - interest;
                }
                case EQUAL_PRINCIPAL -> {
                    if (k == 0 || closing != balance || loan.drawn().containsKey(loan.start(k))) {
                        BigDecimal part =
                                BigDecimal.valueOf(closing).divide(BigDecimal.valueOf(loan.count() - k), DIGITS);
                        agreed = loan.rounded(part, loan.rounding().instalmentUnit());
                    }
                    yield agreed;
                }
                default -> 0;
            };
            boolean last = k == loan.count() - 1;
            long repaid = last ? closing : Math.clamp(principal, 0, closing);
            balance = closing - repaid + (last ? 0 : loan.drawn().getOrDefault(loan.start(k + 1), 0L));
            rows.add(loan.start(k + 1) + " " + repaid + " " + interest + " " + balance);
        }
        return rows;
    }

    @Test
    void everyRowIsThatOfTheFormulas() {
        for (long seed = 1; seed <= 3_000; seed++) {
            Case loan = Case.of(new Random(seed));
            List<String> rows = Schedule.of(loan.resolved()).instalments().stream()
                    .map(row -> row.dueDate() + " " + row.principal().minorUnits() + " "
                            + row.interest().minorUnits() + " "
                            + row.balanceAfter().minorUnits())
                    .toList();
            assertThat(rows).as("seed %d: %s", seed, loan).isEqualTo(textbook(loan));
        }
    }

    /** An index that is fixed every quarter is a list of rates from those days on. */
    @Test
    void aFloatingRateIsTheRatesOfItsIndex() {
        LoanTermsBuilder floating = LoanTerms.builder()
                .principal(Money.of("CNY", "120000"))
                .instalments(12)
                .interestByDay(DayCount.ACT_360)
                .floatingRate(new FloatingRate(
                        "LPR-1Y",
                        Rate.ofPercent("1.5"),
                        org.quanheng.lending.calendar.Frequency.QUARTERLY,
                        Rate.ofPercent("4.6"),
                        Rate.ofPercent("5.2")));
        IndexSeries index = new IndexSeries(
                "LPR-1Y",
                Map.of(
                        START.minusYears(1), Rate.ofPercent("3.45"),
                        START.plusMonths(3), Rate.ofPercent("3.00"),
                        START.plusMonths(7), Rate.ofPercent("3.2"),
                        START.plusMonths(8), Rate.ofPercent("9")));
        ResolvedTerms resolved = floating.build().resolving(START).index(index).resolve();
        assertThat(resolved.rates())
                .containsExactly(
                        new RateChange(START, Rate.ofPercent("4.95")),
                        new RateChange(START.plusMonths(3), Rate.ofPercent("4.6")),
                        new RateChange(START.plusMonths(6), Rate.ofPercent("4.6")),
                        new RateChange(START.plusMonths(9), Rate.ofPercent("5.2")));
        Resolution said = LoanTerms.builder()
                .principal(Money.of("CNY", "120000"))
                .rate(Rate.ofPercent("4.95"))
                .instalments(12)
                .interestByDay(DayCount.ACT_360)
                .build()
                .resolving(START)
                .rateFrom(START.plusMonths(3), Rate.ofPercent("4.6"))
                .rateFrom(START.plusMonths(9), Rate.ofPercent("5.2"));
        assertThat(Schedule.of(resolved)).isEqualTo(Schedule.of(said.resolve()));
    }
}
