package org.quanheng.trials.lending;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.calendar.BusinessDayRule;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.calendar.HolidayCalendar;
import org.quanheng.lending.calendar.MonthEndRule;
import org.quanheng.lending.terms.DateRules;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.FloatingRate;
import org.quanheng.lending.terms.Grace;
import org.quanheng.lending.terms.IndexSeries;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.LoanTermsBuilder;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.Resolution;
import org.quanheng.lending.terms.ResolvedTerms;
import org.quanheng.lending.terms.Step;

/** Loans drawn at random from all that the library can do; the same seed draws the same loans. */
final class RandomLoans {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final List<RepaymentMethod> METHODS = List.of(RepaymentMethod.values());
    private static final List<MonthEndRule> MONTH_ENDS = List.of(MonthEndRule.values());
    private static final List<BusinessDayRule> RULES = List.of(BusinessDayRule.values());
    private static final List<DayCount> COUNTS = Arrays.stream(DayCount.values())
            .filter(count -> count != DayCount.ONE_ONE)
            .toList();
    private static final List<RoundingMode> MODES = List.of(
            RoundingMode.HALF_UP,
            RoundingMode.HALF_UP,
            RoundingMode.HALF_EVEN,
            RoundingMode.HALF_DOWN,
            RoundingMode.UP,
            RoundingMode.DOWN);
    private static final List<Frequency> FREQUENCIES = List.of(
            Frequency.MONTHLY,
            Frequency.MONTHLY,
            Frequency.MONTHLY,
            Frequency.WEEKLY,
            Frequency.FORTNIGHTLY,
            Frequency.QUARTERLY,
            Frequency.ofDays(10));

    private final Random random;

    RandomLoans(Random random) {
        this.random = random;
    }

    /** A loan of any kind. */
    ResolvedTerms any() {
        RepaymentMethod method = pick(METHODS);
        int count = 1 + random.nextInt(random.nextInt(10) == 0 ? 120 : 24);
        Money principal = Money.ofMinor(CNY, 1 + random.nextLong(1L << (1 + random.nextInt(45))));
        return resolve(terms(method, count, principal), principal, random.nextInt(4) == 0);
    }

    /** 36 monthly instalments of one of the methods that need nothing else. */
    ResolvedTerms plain() {
        RepaymentMethod method = pick(List.of(
                RepaymentMethod.EQUAL_INSTALMENT,
                RepaymentMethod.EQUAL_PRINCIPAL,
                RepaymentMethod.INTEREST_ONLY_THEN_BULLET,
                RepaymentMethod.FLAT));
        Money principal = Money.ofMinor(CNY, 100_000 + random.nextLong(100_000_000));
        return LoanTerms.monthly(principal, Rate.ofBasisPoints(random.nextInt(3_600)), 36, method)
                .resolve(FIRST_DAY.plusDays(random.nextInt(2_000)));
    }

    /** A loan as a history begins with it: from 1,000 yuan, without planned moves of its own. */
    ResolvedTerms forHistory() {
        RepaymentMethod method = pick(METHODS);
        int count = 2 + random.nextInt(23);
        Money principal = Money.ofMinor(CNY, 100_000 + random.nextLong(100_000_000));
        return resolve(terms(method, count, principal), principal, false);
    }

    private LoanTerms terms(RepaymentMethod method, int count, Money principal) {
        LoanTermsBuilder builder = LoanTerms.builder()
                .principal(principal)
                .instalments(count)
                .method(method)
                .frequency(pick(FREQUENCIES))
                .rounding(rounding());
        if (random.nextInt(8) == 0) {
            builder.floatingRate(new FloatingRate("LPR", Rate.of("0.01"), Frequency.QUARTERLY, null, null));
        } else {
            builder.rate(Rate.ofBasisPoints(random.nextInt(3_600)));
        }
        if (random.nextBoolean()) {
            builder.interestByDay(pick(COUNTS));
        }
        if (random.nextInt(3) == 0 && method != RepaymentMethod.BULLET) {
            builder.grace(new Grace(random.nextInt(count), random.nextInt(count), random.nextInt(count + 1)));
        }
        if (random.nextInt(3) == 0) {
            builder.dateRules(
                    new DateRules(pick(MONTH_ENDS), pick(RULES), HolidayCalendar.WEEKENDS, random.nextBoolean()));
        }
        if (random.nextInt(5) == 0) {
            builder.fees(List.of(
                    Fee.upFront("arrangement", Fee.LENDER, Money.ofMinor(CNY, random.nextInt(100))),
                    Fee.percentage(
                            "guarantee",
                            "guarantor",
                            Fee.Charged.EACH_INSTALMENT_ON_BALANCE,
                            BigDecimal.valueOf(1, 2))));
        }
        if (random.nextInt(8) == 0) {
            builder.downPaymentPercent(BigDecimal.valueOf(random.nextInt(60)));
        }
        return ofMethod(builder, method, count, principal).build();
    }

    private Rounding rounding() {
        Rounding rounding = Rounding.toCent(pick(MODES));
        rounding = random.nextInt(4) == 0 ? rounding.at(Rounding.Place.SLICE) : rounding;
        return random.nextInt(4) == 0 ? rounding.withInstalmentUnit(100) : rounding;
    }

    private LoanTermsBuilder ofMethod(LoanTermsBuilder builder, RepaymentMethod method, int count, Money principal) {
        if (method == RepaymentMethod.EQUAL_INSTALMENT && random.nextInt(4) == 0) {
            builder.smoothResidue();
        } else if (method == RepaymentMethod.STEP) {
            builder.step(new Step(1 + random.nextInt(12), BigDecimal.valueOf(random.nextInt(-10, 11))));
        } else if (method == RepaymentMethod.CUSTOM) {
            builder.downPaymentPercent(BigDecimal.ZERO).principalParts(parts(count, principal));
        }
        return builder;
    }

    private List<Money> parts(int count, Money principal) {
        List<Money> parts = new ArrayList<>();
        long left = principal.minorUnits();
        for (int k = 1; k < count; k++) {
            long part = random.nextLong(left / count + 1);
            parts.add(Money.ofMinor(CNY, part));
            left -= part;
        }
        parts.add(Money.ofMinor(CNY, left));
        return parts;
    }

    private ResolvedTerms resolve(LoanTerms terms, Money principal, boolean moves) {
        LocalDate start = FIRST_DAY.plusDays(random.nextInt(2_000));
        IndexSeries index =
                new IndexSeries("LPR", Map.of(FIRST_DAY, Rate.of("0.0385"), start.plusDays(1), Rate.of("0.03")));
        Resolution resolution = terms.resolving(start).index(index);
        if (random.nextInt(4) == 0) {
            resolution.firstDueOn(start.plusDays(10 + random.nextInt(45)));
        }
        if (moves) {
            long first = 1 + random.nextLong(principal.minorUnits());
            resolution.draw(start, Money.ofMinor(CNY, first));
            long rest = principal.minorUnits() - first;
            if (rest > 0) {
                resolution.draw(start.plusDays(random.nextInt(3)), Money.ofMinor(CNY, rest));
            }
        }
        if (random.nextInt(6) == 0) {
            resolution.rateFrom(start.plusDays(random.nextInt(200)), Rate.ofBasisPoints(random.nextInt(2_000)));
        }
        return resolution.resolve();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
