package org.quanheng.trials.lending;

import static org.quanheng.trials.lending.ScheduleProperties.require;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.calendar.BusinessDayRule;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.BalanceMove;
import org.quanheng.lending.terms.InterestBasis;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.Period;
import org.quanheng.lending.terms.RateChange;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.ResolvedTerms;

/**
 * The size of the interest of a schedule, found again from its balances by actual days over 365.
 *
 * <p>Day counts differ from that by up to 3 %, and where months count as months by up to three days of a period.
 */
final class ScheduleInterest {
    private static final BigDecimal SHARE_OFF_MAX = new BigDecimal("0.03");
    private static final BigDecimal DAYS_OF_YEAR = BigDecimal.valueOf(365);

    private final ResolvedTerms loan;
    private final Schedule schedule;
    private final int downPayments;
    private final int daysOff;

    private ScheduleInterest(ResolvedTerms loan, Schedule schedule) {
        this.loan = loan;
        this.schedule = schedule;
        this.downPayments = schedule.size() - loan.periods().size();
        this.daysOff = daysOff(loan.terms());
    }

    /** What a stretch bears, in smallest units: its interest, that of one day more, and into how many slices it is cut. */
    private record Borne(BigDecimal interest, BigDecimal perDay, int slices) {
        static final Borne NOTHING = new Borne(BigDecimal.ZERO, BigDecimal.ZERO, 0);

        Borne plus(Borne other) {
            return new Borne(interest.add(other.interest), perDay.max(other.perDay), slices + other.slices);
        }
    }

    /** Fails unless every row bears what its balance bears; flat interest, and interest put off, over the life of the loan. */
    static void check(ResolvedTerms loan, Schedule schedule) {
        if (loan.terms().grace().interestFree() > 0) {
            return;
        }
        boolean flat = loan.terms().method() == RepaymentMethod.FLAT;
        ScheduleInterest interest = new ScheduleInterest(loan, schedule);
        if (flat || loan.terms().grace().interestPayment() > 0) {
            interest.checkAll(flat);
        } else {
            interest.checkRows();
        }
    }

    private void checkRows() {
        long repaid = 0;
        for (int k = 0; k < loan.periods().size(); k++) {
            Instalment row = schedule.instalment(downPayments + k + 1);
            Borne borne = borne(loan.periods().get(k), repaid);
            check("instalment " + row.number(), row.interest(), borne, daysOff);
            repaid += row.principal().minorUnits();
        }
    }

    private void checkAll(boolean flat) {
        long repaid = 0;
        Borne all = Borne.NOTHING;
        for (int k = 0; k < loan.periods().size(); k++) {
            all = all.plus(borne(loan.periods().get(k), flat ? 0 : repaid));
            repaid += schedule.instalment(downPayments + k + 1).principal().minorUnits();
        }
        check(
                "the loan",
                schedule.totalInterest(),
                all,
                daysOff * loan.periods().size());
    }

    private static void check(String of, Money charged, Borne borne, int daysOff) {
        BigDecimal off = BigDecimal.valueOf(charged.minorUnits()).subtract(borne.interest);
        BigDecimal offMax = borne.interest
                .multiply(SHARE_OFF_MAX)
                .add(borne.perDay.multiply(BigDecimal.valueOf(daysOff)))
                .add(BigDecimal.valueOf(borne.slices));
        boolean near = off.abs().compareTo(offMax) <= 0;
        require(near, "the interest of " + of + " near " + borne.interest + " smallest units, came " + charged);
    }

    private Borne borne(Period period, long repaid) {
        NavigableSet<LocalDate> cuts = new TreeSet<>();
        cuts.add(period.start());
        loan.moves().stream().map(BalanceMove::on).forEach(cuts::add);
        loan.rates().stream().map(RateChange::from).forEach(cuts::add);
        Borne all = Borne.NOTHING;
        LocalDate from = period.start();
        while (from.isBefore(period.end())) {
            LocalDate next = cuts.higher(from);
            LocalDate to = next == null || next.isAfter(period.end()) ? period.end() : next;
            Rate rate = loan.rateOn(from);
            BigDecimal perDay = BigDecimal.valueOf(drawn(from) - repaid)
                    .multiply(rate.perYear())
                    .divide(DAYS_OF_YEAR, MathContext.DECIMAL64);
            BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
            all = all.plus(new Borne(perDay.multiply(days), perDay, 1));
            from = to;
        }
        return all;
    }

    private long drawn(LocalDate day) {
        long drawn = 0;
        for (BalanceMove move : loan.moves()) {
            drawn += move.on().isAfter(day)
                    ? 0
                    : move.amount().minus(loan.downPayment(move.amount())).minorUnits();
        }
        return drawn;
    }

    /** How many days a period may count for more or less than it has. */
    private static int daysOff(LoanTerms terms) {
        boolean byDay = terms.interestBasis() == InterestBasis.DAY && terms.dayCount() != DayCount.ACT_ACT_ICMA;
        if (byDay) {
            // Months of 30 days, and years without a 29 February.
            return terms.dayCount().label().startsWith("ACT") ? 0 : 3;
        }
        boolean months = terms.frequency().unit() == Frequency.Unit.MONTH;
        boolean moved =
                terms.dateRules().interestFollows() && terms.dateRules().businessDay() != BusinessDayRule.NO_ADJUST;
        return (months ? 3 : 0) + (moved ? 4 : 0);
    }
}
