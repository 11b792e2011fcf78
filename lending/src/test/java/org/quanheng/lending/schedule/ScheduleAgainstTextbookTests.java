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
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.terms.Grace;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.LoanTermsBuilder;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.Step;

/** Every method, grace and rounding against the formulas of a textbook, with 34 digits, over random loans. */
class ScheduleAgainstTextbookTests {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final LocalDate START = LocalDate.of(2023, 11, 20);
    private static final List<RepaymentMethod> METHODS = List.of(
            RepaymentMethod.EQUAL_INSTALMENT,
            RepaymentMethod.EQUAL_PRINCIPAL,
            RepaymentMethod.INTEREST_ONLY_THEN_BULLET,
            RepaymentMethod.BULLET,
            RepaymentMethod.FLAT,
            RepaymentMethod.STEP);
    private static final List<RoundingMode> MODES =
            List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN);

    /** A loan as the textbook sees it; amounts in cents. */
    private record Case(
            RepaymentMethod method,
            long lent,
            BigDecimal rate,
            int count,
            int oddDays,
            boolean byDay,
            RoundingMode mode,
            long unit,
            Grace grace,
            Step step) {
        static Case of(Random random) {
            int count = 1 + random.nextInt(40);
            RepaymentMethod method = METHODS.get(random.nextInt(METHODS.size()));
            boolean graced = random.nextInt(3) == 0 && method != RepaymentMethod.BULLET;
            return new Case(
                    method,
                    1 + random.nextLong(1L << (10 + random.nextInt(30))),
                    BigDecimal.valueOf(random.nextInt(3_600), 4).add(new BigDecimal("0.0000137")),
                    count,
                    random.nextInt(3) == 0 ? random.nextInt(-20, 21) : 0,
                    random.nextBoolean(),
                    MODES.get(random.nextInt(MODES.size())),
                    random.nextInt(3) == 0 ? 100 : 1,
                    graced
                            ? new Grace(random.nextInt(count), random.nextInt(count), random.nextInt(count + 1))
                            : Grace.NONE,
                    new Step(1 + random.nextInt(6), BigDecimal.valueOf(random.nextInt(-8, 9))));
        }

        LoanTerms terms() {
            LoanTermsBuilder builder = LoanTerms.builder()
                    .principal(Money.ofMinor(CNY, lent))
                    .rate(new Rate(rate))
                    .instalments(count)
                    .method(method)
                    .grace(grace)
                    .rounding(Rounding.toCent(mode).withInstalmentUnit(unit));
            if (byDay) {
                builder.interestByDay(DayCount.ACT_365F);
            }
            return (method == RepaymentMethod.STEP ? builder.step(step) : builder).build();
        }

        /** Interest of one cent over a period, counted from 0. */
        BigDecimal factor(int period) {
            if (period < grace.interestFree()) {
                return BigDecimal.ZERO;
            }
            if (byDay || (period == 0 && oddDays != 0)) {
                return ofDays(period == 0 ? START : due(period - 1), due(period));
            }
            return rate.divide(BigDecimal.valueOf(12), DIGITS);
        }

        private BigDecimal ofDays(LocalDate from, LocalDate to) {
            long days = ChronoUnit.DAYS.between(from, to);
            return rate.multiply(BigDecimal.valueOf(days)).divide(BigDecimal.valueOf(365), DIGITS);
        }

        /** Interest of one cent over the life of the loan, without interest on interest. */
        BigDecimal wholeFactor() {
            return byDay || oddDays != 0
                    ? ofDays(START, due(count - 1))
                    : rate.multiply(BigDecimal.valueOf(count)).divide(BigDecimal.valueOf(12), DIGITS);
        }

        LocalDate firstDue() {
            return START.plusMonths(1).plusDays(oddDays);
        }

        LocalDate due(int period) {
            return oddDays == 0 ? START.plusMonths(period + 1) : firstDue().plusMonths(period);
        }

        long rounded(BigDecimal cents) {
            return cents.setScale(0, mode).longValueExact();
        }

        long toUnit(BigDecimal cents) {
            return rounded(cents.divide(BigDecimal.valueOf(unit), DIGITS)) * unit;
        }

        BigDecimal weight(int period) {
            BigDecimal growth = BigDecimal.ONE.add(step.percent().movePointLeft(2));
            return method == RepaymentMethod.STEP
                    ? growth.pow((period - grace.principal()) / step.every(), DIGITS)
                    : BigDecimal.ONE;
        }

        /** What each instalment from the grace on repays and bears, of weights that grow: P / Σ w·v. */
        BigDecimal base() {
            BigDecimal present = BigDecimal.ZERO;
            BigDecimal discount = BigDecimal.ONE;
            for (int k = grace.principal(); k < count; k++) {
                discount = discount.divide(BigDecimal.ONE.add(factor(k)), DIGITS);
                present = present.add(weight(k).multiply(discount, DIGITS));
            }
            return BigDecimal.valueOf(lent).divide(present, DIGITS);
        }

        long principal(int period, long interest, BigDecimal base) {
            if (period < grace.principal()) {
                return 0;
            }
            BigDecimal part = BigDecimal.valueOf(lent).divide(BigDecimal.valueOf(count - grace.principal()), DIGITS);
            return switch (method) {
                case EQUAL_INSTALMENT, STEP -> toUnit(base.multiply(weight(period), DIGITS)) - interest;
                case EQUAL_PRINCIPAL -> toUnit(part);
                case FLAT -> toUnit(part.add(BigDecimal.valueOf(interest))) - interest;
                default -> 0;
            };
        }
    }

    private static List<String> textbook(Case loan) {
        if (loan.method() == RepaymentMethod.BULLET) {
            long interest = loan.rounded(BigDecimal.valueOf(loan.lent()).multiply(loan.wholeFactor(), DIGITS));
            return List.of(loan.due(loan.count() - 1) + " " + loan.lent() + " " + interest + " 0");
        }
        List<String> rows = new ArrayList<>();
        BigDecimal base = loan.base();
        BigDecimal flat = BigDecimal.ZERO;
        long charged = 0;
        long balance = loan.lent();
        long putOff = 0;
        for (int k = 0; k < loan.count(); k++) {
            boolean last = k == loan.count() - 1;
            boolean onLent = loan.method() == RepaymentMethod.FLAT;
            BigDecimal exact =
                    BigDecimal.valueOf(onLent ? loan.lent() : balance).multiply(loan.factor(k), DIGITS);
            flat = flat.add(exact);
            long interest = onLent && last ? Math.max(0, loan.rounded(flat) - charged) : loan.rounded(exact);
            charged += interest;
            long principal = last ? balance : Math.clamp(loan.principal(k, interest, base), 0, balance);
            balance -= principal;
            putOff += interest;
            long due = k < loan.grace().interestPayment() ? 0 : putOff;
            putOff -= due;
            rows.add(loan.due(k) + " " + principal + " " + due + " " + balance);
        }
        return rows;
    }

    @Test
    void everyRowIsThatOfTheFormulas() {
        for (long seed = 1; seed <= 1_500; seed++) {
            Case loan = Case.of(new Random(seed));
            List<String> rows = Schedule.of(loan.terms().resolve(START, loan.firstDue())).instalments().stream()
                    .map(row -> row.dueDate() + " " + row.principal().minorUnits() + " "
                            + row.interest().minorUnits() + " "
                            + row.balanceAfter().minorUnits())
                    .toList();
            assertThat(rows).as("seed %d: %s", seed, loan).isEqualTo(textbook(loan));
        }
    }
}
