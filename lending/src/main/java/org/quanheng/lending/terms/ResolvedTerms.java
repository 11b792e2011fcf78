package org.quanheng.lending.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.calendar.YearFraction;

/** Loan terms bound to dates: every period has its start, its due date and its part of a year. */
public final class ResolvedTerms {
    private final LoanTerms terms;
    private final LocalDate disbursedOn;
    private final DueDates dates;
    private final List<Period> periods;
    private final List<BalanceMove> moves;
    private final List<RateChange> rates;
    private final YearFraction firstTime;
    private final int firstGrace;
    private final Money lent;

    ResolvedTerms(
            LoanTerms terms,
            LocalDate disbursedOn,
            DueDates dates,
            List<Period> periods,
            List<BalanceMove> moves,
            List<RateChange> rates,
            YearFraction firstTime,
            int firstGrace,
            Money lent) {
        this.terms = terms;
        this.disbursedOn = disbursedOn;
        this.dates = dates;
        this.periods = periods;
        this.moves = moves;
        this.rates = rates;
        this.firstTime = firstTime;
        this.firstGrace = firstGrace;
        this.lent = lent;
    }

    /** The terms as agreed. */
    public LoanTerms terms() {
        return terms;
    }

    /** The day on which the loan is first paid out. */
    public LocalDate disbursedOn() {
        return disbursedOn;
    }

    /** The interest periods in order, one for each instalment; a down payment has none. */
    public List<Period> periods() {
        return periods;
    }

    /** The draw-downs, and for a revolving loan its planned repayments, by day. */
    public List<BalanceMove> moves() {
        return moves;
    }

    /**
     * The day from which money that moves on a day bears interest: that day, unless the instalment of its period has fallen
     * due already with all its interest; then the first day of the next period.
     */
    public LocalDate countsFrom(LocalDate day) {
        LocalDate from = day;
        if (day.equals(periods.getFirst().start())) {
            return day;
        }
        for (Period period : periods) {
            boolean billed = !from.isBefore(period.fallsDue()) && from.isBefore(period.end());
            from = billed ? period.end() : from;
        }
        return from;
    }

    /** The rates and the days from which they hold, the first one from the disbursement on. */
    public List<RateChange> rates() {
        return rates;
    }

    /** The length of the loan's first period, also for the rest of a loan. */
    public YearFraction firstTime() {
        return firstTime;
    }

    /** How many instalments at the loan's beginning repaid nothing, also for the rest of a loan. */
    public int firstGrace() {
        return firstGrace;
    }

    /** What flat interest is counted on: all that was lent, whatever was repaid of it. */
    public Money lent() {
        return lent;
    }

    /** The rate in force on a day. */
    public Rate rateOn(LocalDate day) {
        int first = 0;
        int beyond = rates.size();
        while (beyond - first > 1) {
            int middle = (first + beyond) / 2;
            if (rates.get(middle).from().isAfter(day)) {
                beyond = middle;
            } else {
                first = middle;
            }
        }
        return rates.get(first).rate();
    }

    /** What is paid of a draw-down on its day, as an instalment of its own; zero unless agreed, and for a repayment. */
    public Money downPayment(Money drawn) {
        return Resolution.downPayment(terms, drawn);
    }

    /** The fees of the day of disbursement, all payees together. */
    public Money feesUpFront() {
        return feesUpFront(terms.fees());
    }

    /** The part of {@link #feesUpFront} that others than the lender receive. */
    public Money passedOnUpFront() {
        return feesUpFront(passedOn());
    }

    private Money feesUpFront(List<Fee> fees) {
        Money sum = Money.zero(terms.principal().currency());
        for (Fee fee : fees) {
            if (fee.charged() == Fee.Charged.UP_FRONT) {
                sum = sum.plus(fee.on(terms.principal(), terms.rounding().mode()));
            }
        }
        return sum;
    }

    private List<Fee> passedOn() {
        return terms.fees().stream().filter(Fee::isPassedOn).toList();
    }

    /** The same loan with other fees. */
    public ResolvedTerms withFees(List<Fee> fees) {
        LoanTerms others = terms.toBuilder().fees(fees).build();
        return new ResolvedTerms(others, disbursedOn, dates, periods, moves, rates, firstTime, firstGrace, lent);
    }

    /** The same loan of another amount, all of it lent on its day of disbursement. */
    public ResolvedTerms ofPrincipal(Money principal) {
        LoanTerms others = terms.toBuilder().principal(principal).build();
        return new ResolvedTerms(
                others,
                disbursedOn,
                dates,
                periods,
                List.of(new BalanceMove(disbursedOn, principal)),
                rates,
                firstTime,
                firstGrace,
                principal.minus(downPayment(principal)));
    }

    /**
     * The rest of the loan from a period on, with other balances, rates, or a holiday: what an account plans with after
     * something changed; without fees.
     *
     * @param first the index of the first period, from 0
     * @param periods all periods, those of the past included; more than before for an extension
     * @param moves what is owed: on the first day of that period, and what changes it within the loan
     * @param lent what flat interest is counted on; other methods do not look at it
     * @param rate the rates and the days from which they hold
     * @param grace instalments, counted from that period, that ask for less; a bullet loan has none
     */
    public ResolvedTerms tail(
            int first, List<Period> periods, List<BalanceMove> moves, Money lent, List<RateChange> rate, Grace grace) {
        Money owed = Money.zero(terms.principal().currency());
        for (BalanceMove move : moves) {
            owed = owed.plus(move.amount());
        }
        LoanTermsBuilder rest = terms.toBuilder()
                .principal(owed)
                .instalments(periods.size() - first)
                .grace(terms.method() == RepaymentMethod.BULLET ? Grace.NONE : grace)
                .fees(List.of())
                .downPaymentPercent(BigDecimal.ZERO);
        if (terms.method() == RepaymentMethod.CUSTOM) {
            rest.principalParts(CustomParts.trimmed(terms.principalParts(), first, periods.size(), owed));
        }
        return new ResolvedTerms(
                rest.build(),
                periods.get(first).start(),
                dates,
                List.copyOf(periods.subList(first, periods.size())),
                List.copyOf(moves),
                List.copyOf(rate),
                firstTime,
                firstGrace,
                lent);
    }

    /** The fees of an instalment, all payees together, in smallest units; so much is owed before it. */
    public long feesWith(long balanceBefore) {
        return feesWith(terms.fees(), balanceBefore);
    }

    /** The part of {@link #feesWith} that others than the lender receive. */
    public long passedOnWith(long balanceBefore) {
        return feesWith(passedOn(), balanceBefore);
    }

    private long feesWith(List<Fee> fees, long balanceBefore) {
        long sum = 0;
        for (Fee fee : fees) {
            Money base = terms.principal();
            Money amount = switch (fee.charged()) {
                case UP_FRONT -> Money.zero(base.currency());
                case EACH_INSTALMENT -> fee.on(base, terms.rounding().mode());
                case EACH_INSTALMENT_ON_BALANCE ->
                    fee.on(
                            Money.ofMinor(base.currency(), balanceBefore),
                            terms.rounding().mode());
            };
            sum = Math.addExact(sum, amount.minorUnits());
        }
        return sum;
    }

    /** One period more after the last one, of the agreed length. */
    public Period following(List<Period> all) {
        return dates.following(all);
    }

    /**
     * The part of a year that a stretch within a period counts for: its day count, or its share of the period's days where
     * all periods count for the same part of a year.
     */
    public YearFraction time(Period period, LocalDate start, LocalDate end) {
        return PeriodTime.between(terms, period, start, end);
    }

    /** Equal if the terms are, and the dates to which they are bound. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResolvedTerms that
                && terms.equals(that.terms)
                && disbursedOn.equals(that.disbursedOn)
                && dates.equals(that.dates)
                && periods.equals(that.periods)
                && moves.equals(that.moves)
                && rates.equals(that.rates)
                && firstTime.equals(that.firstTime)
                && firstGrace == that.firstGrace
                && lent.equals(that.lent);
    }

    @Override
    public int hashCode() {
        return Objects.hash(terms, disbursedOn, periods, moves, rates);
    }

    /** The terms and the days between which the loan runs, in one line. */
    @Override
    public String toString() {
        return terms + ", from " + disbursedOn + " to " + periods.getLast().dueDate();
    }
}
