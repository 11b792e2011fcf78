package org.quanheng.lending.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
import org.quanheng.lending.terms.Grace;
import org.quanheng.lending.terms.InstalmentBasis;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.LoanTermsBuilder;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.Resolution;
import org.quanheng.lending.terms.Step;

/** A random loan and the terms of its account; amounts in cents; no day count means interest by the period. */
record TextbookTerms(
        RepaymentMethod method,
        LocalDate start,
        long lent,
        int instalments,
        BigDecimal rate,
        Frequency frequency,
        @Nullable DayCount dayCount,
        Rounding rounding,
        Grace grace,
        Step step,
        List<Long> parts,
        LateInterest late,
        PenaltyTerms penalty,
        AllocationOrder allocation,
        Excess onDueDate,
        Excess between,
        long feeUpFront,
        long feeEach,
        BigDecimal feeOnBalance,
        InstalmentBasis basis,
        TreeMap<LocalDate, BigDecimal> agreedRates,
        BigDecimal downPercent,
        BusinessDayRule onWeekends,
        boolean interestFollows,
        MonthEndRule monthEnd,
        LocalDate firstDue,
        @Nullable LocalDate lastDue) {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final List<RepaymentMethod> METHODS = List.of(
            RepaymentMethod.EQUAL_INSTALMENT,
            RepaymentMethod.EQUAL_INSTALMENT,
            RepaymentMethod.EQUAL_PRINCIPAL,
            RepaymentMethod.INTEREST_ONLY_THEN_BULLET,
            RepaymentMethod.BULLET,
            RepaymentMethod.FLAT,
            RepaymentMethod.STEP,
            RepaymentMethod.CUSTOM,
            RepaymentMethod.REVOLVING);
    private static final List<Frequency> FREQUENCIES = List.of(
            Frequency.MONTHLY, Frequency.MONTHLY, Frequency.FORTNIGHTLY, Frequency.QUARTERLY, Frequency.ofDays(10));
    private static final List<BusinessDayRule> ON_WEEKENDS = List.of(
            BusinessDayRule.NO_ADJUST, BusinessDayRule.NO_ADJUST, BusinessDayRule.FOLLOWING, BusinessDayRule.PRECEDING);
    private static final List<MonthEndRule> MONTH_ENDS = List.of(MonthEndRule.values());
    private static final List<RoundingMode> MODES =
            List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP);
    private static final List<InstalmentBasis> BASES = List.of(
            InstalmentBasis.EACH_PERIOD,
            InstalmentBasis.EACH_PERIOD,
            InstalmentBasis.FIRST_PERIOD,
            InstalmentBasis.NOMINAL_PERIOD);
    private static final List<Excess> EXCESSES = List.of(Excess.values());
    private static final List<LateInterest> LATE = List.of(LateInterest.values());
    private static final AllocationOrder INTEREST_FIRST = new AllocationOrder(
            List.of(
                    AllocationOrder.Part.INTEREST,
                    AllocationOrder.Part.PRINCIPAL,
                    AllocationOrder.Part.PENALTY,
                    AllocationOrder.Part.FEE),
            AllocationOrder.Scope.PART_BY_PART);
    private static final List<AllocationOrder> ORDERS =
            List.of(AllocationOrder.PRINCIPAL_LAST, AllocationOrder.PRINCIPAL_FIRST, INTEREST_FIRST);

    static TextbookTerms of(Random random) {
        int count = 2 + random.nextInt(11);
        RepaymentMethod method = METHODS.get(random.nextInt(METHODS.size()));
        LocalDate start = LocalDate.of(2023, 10, 1).plusDays(random.nextInt(200));
        MonthEndRule monthEnd = MONTH_ENDS.get(random.nextInt(MONTH_ENDS.size()));
        Frequency frequency = FREQUENCIES.get(random.nextInt(FREQUENCIES.size()));
        long lent = 100_000L + random.nextInt(5_000_000);
        boolean stub = method != RepaymentMethod.BULLET && random.nextInt(4) == 0;
        LocalDate firstDue = stub ? start.plusDays(3 + random.nextInt(60)) : after(start, frequency, 1, monthEnd);
        boolean oddEnd = method != RepaymentMethod.BULLET && random.nextInt(5) == 0;
        LocalDate lastButOne = after(firstDue, frequency, count - 2, monthEnd);
        return new TextbookTerms(
                method,
                start,
                lent,
                count,
                rate(random),
                frequency,
                random.nextInt(4) == 0 ? null : dayCount(random),
                new Rounding(
                        method == RepaymentMethod.FLAT ? RoundingMode.HALF_UP : MODES.get(random.nextInt(MODES.size())),
                        random.nextInt(6) == 0 ? 5 : 1,
                        method != RepaymentMethod.FLAT && random.nextInt(4) == 0 ? 100 : 1,
                        random.nextInt(3) == 0 ? Rounding.Place.SLICE : Rounding.Place.PERIOD),
                random.nextInt(4) == 0 && method != RepaymentMethod.BULLET ? grace(random, count) : Grace.NONE,
                new Step(1 + random.nextInt(4), BigDecimal.valueOf(random.nextInt(-8, 9))),
                parts(random, lent, count),
                LATE.get(random.nextInt(LATE.size())),
                penalty(random),
                ORDERS.get(random.nextInt(ORDERS.size())),
                excess(random),
                excess(random),
                random.nextBoolean() ? 0 : random.nextInt(5_000),
                random.nextBoolean() ? 0 : random.nextInt(500),
                BigDecimal.valueOf(random.nextInt(3) == 0 ? random.nextInt(100) : 0, 2),
                BASES.get(random.nextInt(BASES.size())),
                agreedRates(random, start),
                BigDecimal.valueOf(random.nextInt(5) == 0 ? 100 * random.nextInt(60) : 0, 2),
                ON_WEEKENDS.get(random.nextInt(ON_WEEKENDS.size())),
                random.nextBoolean(),
                monthEnd,
                firstDue,
                oddEnd ? lastButOne.plusDays(3 + random.nextInt(60)) : null);
    }

    /** The same once it ends with a period: an odd last one is given up with the periods that are cut off. */
    TextbookTerms ending(int periods) {
        return periods >= instalments || lastDue == null
                ? this
                : new TextbookTerms(
                        method,
                        start,
                        lent,
                        instalments,
                        rate,
                        frequency,
                        dayCount,
                        rounding,
                        grace,
                        step,
                        parts,
                        late,
                        penalty,
                        allocation,
                        onDueDate,
                        between,
                        feeUpFront,
                        feeEach,
                        feeOnBalance,
                        basis,
                        agreedRates,
                        downPercent,
                        onWeekends,
                        interestFollows,
                        monthEnd,
                        firstDue,
                        null);
    }

    private static DayCount dayCount(Random random) {
        return random.nextInt(6) == 0
                ? DayCount.ACT_ACT_ICMA
                : TextbookDays.COUNTS.get(random.nextInt(TextbookDays.COUNTS.size()));
    }

    /** The principal parts that a custom loan agrees on, some of them nothing. */
    private static List<Long> parts(Random random, long lent, int count) {
        List<Long> parts = new ArrayList<>();
        long left = lent;
        for (int k = count; k > 1; k--) {
            parts.add(random.nextInt(3) == 0 ? 0 : random.nextLong(1 + 2 * left / k));
            left -= parts.getLast();
        }
        parts.add(left);
        return List.copyOf(parts);
    }

    static BigDecimal rate(Random random) {
        return random.nextInt(12) == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(1 + random.nextInt(2_400), 4).add(new BigDecimal("0.0000137"));
    }

    static Excess excess(Random random) {
        return EXCESSES.get(random.nextInt(EXCESSES.size()));
    }

    private static TreeMap<LocalDate, BigDecimal> agreedRates(Random random, LocalDate start) {
        TreeMap<LocalDate, BigDecimal> rates = new TreeMap<>();
        for (int k = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0; k > 0; k--) {
            rates.put(start.plusDays(1 + random.nextInt(300)), rate(random));
        }
        return rates;
    }

    private static Grace grace(Random random, int count) {
        return new Grace(random.nextInt(count), random.nextInt(count), random.nextInt(count));
    }

    private static PenaltyTerms penalty(Random random) {
        return new PenaltyTerms(
                BigDecimal.valueOf(random.nextInt(4) * 5L, 1),
                random.nextInt(3) == 0 ? random.nextInt(40) : 0,
                random.nextBoolean(),
                TextbookDays.COUNTS.get(random.nextInt(TextbookDays.COUNTS.size())));
    }

    /** The same as the library wants it. */
    AccountTerms account() {
        LoanTermsBuilder builder = LoanTerms.builder()
                .principal(money(lent))
                .rate(new Rate(rate))
                .instalments(instalments)
                .method(method)
                .frequency(frequency)
                .rounding(rounding)
                .grace(grace)
                .fees(List.of(
                        Fee.upFront("opening", "lender", money(feeUpFront)),
                        Fee.eachInstalment("service", "lender", money(feeEach)),
                        Fee.percentage("insurance", "insurer", Fee.Charged.EACH_INSTALMENT_ON_BALANCE, feeOnBalance)))
                .instalmentBasis(basis)
                .downPaymentPercent(downPercent);
        DateRules dates = DateRules.PLAIN.with(monthEnd);
        builder.dateRules(dates.with(onWeekends, HolidayCalendar.WEEKENDS, interestFollows));
        if (dayCount != null) {
            builder.interestByDay(dayCount);
        }
        if (method == RepaymentMethod.STEP) {
            builder.step(step);
        }
        if (method == RepaymentMethod.CUSTOM) {
            builder.principalParts(parts.stream().map(TextbookTerms::money).toList());
        }
        Resolution resolution = builder.build().resolving(start);
        if (hasStub()) {
            resolution.firstDueOn(firstDue);
        }
        if (lastDue != null) {
            resolution.lastDueOn(lastDue);
        }
        agreedRates.forEach((from, percent) -> resolution.rateFrom(from, new Rate(percent)));
        return new AccountTerms(resolution.resolve(), allocation, late, penalty, onDueDate, between);
    }

    /** A bullet loan has one long period. */
    int periods() {
        return method == RepaymentMethod.BULLET ? 1 : instalments;
    }

    /** The day to pay on what falls due on a day. */
    LocalDate paidOn(LocalDate due) {
        LocalDate day = due;
        int step = onWeekends == BusinessDayRule.PRECEDING ? -1 : 1;
        while (onWeekends != BusinessDayRule.NO_ADJUST && day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
            day = day.plusDays(step);
        }
        return day;
    }

    /** The day on which an instalment begins to be owed: the end of its period, or the day to pay where that comes first. */
    LocalDate fallsDue(int period) {
        LocalDate end = dueDate(period);
        LocalDate paid = paidOn(end);
        return paid.isBefore(end) ? paid : end;
    }

    /** The fees of an instalment before which so much is owed. */
    long fees(long owed) {
        return feeEach + insurance(owed);
    }

    /** What the insurer receives of them. */
    long insurance(long owed) {
        return Fraction.of(feeOnBalance.movePointLeft(2)).times(owed).rounded(1, rounding.mode());
    }

    long downPayment(long drawn) {
        return Fraction.of(downPercent.movePointLeft(2)).times(drawn).rounded(1, rounding.mode());
    }

    /** The end of a period; it moves with the day to pay if interest follows. */
    LocalDate dueDate(int period) {
        LocalDate agreed = plainDueDate(period);
        return interestFollows ? paidOn(agreed) : agreed;
    }

    private LocalDate plainDueDate(int period) {
        if (lastDue != null && period >= instalments - 1 && isOdd(lastDue)) {
            return after(lastDue, frequency, period - instalments + 1, monthEnd);
        }
        return agreedDueDate(period);
    }

    private boolean isOdd(LocalDate last) {
        return !last.equals(agreedDueDate(instalments - 1));
    }

    private LocalDate agreedDueDate(int period) {
        return hasStub()
                ? after(firstDue, frequency, period, monthEnd)
                : after(start, frequency, period + 1 + instalments - periods(), monthEnd);
    }

    private boolean hasStub() {
        return !firstDue.equals(after(start, frequency, 1, monthEnd));
    }

    private static LocalDate after(LocalDate from, Frequency frequency, int times, MonthEndRule rule) {
        LocalDate plain = frequency.after(from, times);
        if (frequency.unit() != Frequency.Unit.MONTH) {
            return plain;
        }
        boolean onLastDay = from.getDayOfMonth() == from.lengthOfMonth();
        boolean tooShort = plain.getDayOfMonth() < from.getDayOfMonth();
        return switch (rule) {
            case SAME_DAY -> plain;
            case LAST_DAY -> onLastDay ? plain.withDayOfMonth(plain.lengthOfMonth()) : plain;
            case FIRST_OF_NEXT_MONTH -> tooShort ? plain.plusDays(1) : plain;
        };
    }

    LocalDate periodStart(int period) {
        return period == 0 ? start : dueDate(period - 1);
    }

    /** The part of a year of a stretch of a period: its day count, or its days of the period's share of a year. */
    Fraction time(int period, LocalDate from, LocalDate to, LocalDate stretchFrom, LocalDate stretchTo) {
        if (dayCount != null && dayCount != DayCount.ACT_ACT_ICMA) {
            return TextbookDays.years(dayCount, stretchFrom, stretchTo);
        }
        boolean oddLast = lastDue != null && period == instalments - 1 && isOdd(lastDue);
        if (oddLast || (period == 0 && hasStub())) {
            return dayCount == null
                    ? TextbookDays.years(DayCount.ACT_365F, stretchFrom, stretchTo)
                    : ofOddPeriod(from, to, period == 0, stretchFrom, stretchTo);
        }
        return nominal(period == 0 ? 1 + instalments - periods() : 1)
                .times(Fraction.of(ChronoUnit.DAYS.between(stretchFrom, stretchTo), ChronoUnit.DAYS.between(from, to)));
    }

    /** ICMA: each day is its share of a period of the agreed length, counted back from a first due date or on from the last but one. */
    private Fraction ofOddPeriod(
            LocalDate from, LocalDate to, boolean back, LocalDate stretchFrom, LocalDate stretchTo) {
        Fraction sum = Fraction.ZERO;
        for (LocalDate day = stretchFrom; day.isBefore(stretchTo); day = day.plusDays(1)) {
            int k = 1;
            while (back
                    ? after(to, frequency, -k, monthEnd).isAfter(day)
                    : !after(from, frequency, k, monthEnd).isAfter(day)) {
                k++;
            }
            LocalDate begin = back ? after(to, frequency, -k, monthEnd) : after(from, frequency, k - 1, monthEnd);
            LocalDate end = back ? after(to, frequency, 1 - k, monthEnd) : after(from, frequency, k, monthEnd);
            sum = sum.plus(nominal(1).times(Fraction.of(1, ChronoUnit.DAYS.between(begin, end))));
        }
        return sum;
    }

    private Fraction nominal(int times) {
        long ofYear = switch (frequency.unit()) {
            case DAY -> 365;
            case WEEK -> 52;
            case MONTH -> 12;
        };
        return Fraction.of((long) times * frequency.every(), ofYear);
    }

    /** The length with which the equal instalment is found. */
    Fraction foreseenTime(int period) {
        return switch (basis) {
            case EACH_PERIOD ->
                time(period, periodStart(period), dueDate(period), periodStart(period), dueDate(period));
            case FIRST_PERIOD -> time(0, start, dueDate(0), start, dueDate(0));
            case NOMINAL_PERIOD -> nominal(1);
        };
    }

    /** Whether late money bears interest only where a payment comes. */
    boolean lateBearsUpToPayment() {
        boolean within = late == LateInterest.WITHIN_PERIOD_OF_PAYMENT
                || late == LateInterest.WITHIN_PERIOD_OF_PAYMENT_ON_INTEREST_TOO;
        return within && method != RepaymentMethod.FLAT;
    }

    boolean roundsStretches() {
        return rounding.place() == Rounding.Place.SLICE;
    }

    long toUnit(Fraction cents) {
        return cents.rounded(rounding.interestUnit(), rounding.mode());
    }

    long toInstalment(Fraction cents) {
        return cents.rounded(rounding.instalmentUnit(), rounding.mode());
    }

    static Money money(long cents) {
        return Money.ofMinor(CNY, cents);
    }
}
