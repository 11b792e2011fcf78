package org.quanheng.lending.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.BalanceMove;
import org.quanheng.lending.terms.Grace;
import org.quanheng.lending.terms.Period;
import org.quanheng.lending.terms.RateChange;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.ResolvedTerms;

/**
 * What an account plans with: its periods and rates, which can change, the period that runs, and what each instalment from
 * there on asks for.
 */
final class Plan {
    private final ResolvedTerms loan;
    private final List<Period> periods;
    private final List<RateChange> rates;
    private int open;
    private int principalGrace;
    private int interestGrace;
    private @Nullable Schedule schedule;
    private int scheduleFrom;

    Plan(ResolvedTerms loan) {
        this.loan = loan;
        this.periods = new ArrayList<>(loan.periods());
        this.rates = new ArrayList<>(loan.rates());
        this.principalGrace = loan.terms().grace().principal();
        this.interestGrace = loan.terms().grace().interestPayment();
    }

    /** The same plan, to be changed by itself. */
    Plan(Plan other) {
        this.loan = other.loan;
        this.periods = new ArrayList<>(other.periods);
        this.rates = new ArrayList<>(other.rates);
        this.open = other.open;
        this.principalGrace = other.principalGrace;
        this.interestGrace = other.interestGrace;
        this.schedule = other.schedule;
        this.scheduleFrom = other.scheduleFrom;
    }

    // What can be asked.

    boolean isOver() {
        return open >= periods.size();
    }

    int remaining() {
        return periods.size() - open;
    }

    /** The running period. */
    Period period() {
        return periods.get(open);
    }

    /** The number of the running period, from 1. */
    int number() {
        return open + 1;
    }

    /** True if an equal instalment is found again in the running period, because the rate was agreed to change in it. */
    boolean entersAnotherRate() {
        LocalDate lastDay = period().start().minusDays(1);
        return followsTheRate()
                && OpenPeriod.endOfRate(rates, lastDay, period().end()).isBefore(period().end());
    }

    private boolean followsTheRate() {
        RepaymentMethod method = loan.terms().method();
        return method == RepaymentMethod.EQUAL_INSTALMENT || method == RepaymentMethod.STEP;
    }

    List<RateChange> rates() {
        return Collections.unmodifiableList(rates);
    }

    boolean bearsNoInterest() {
        return open < loan.terms().grace().interestFree();
    }

    /** True if the interest of the running period is paid with a later instalment. */
    boolean putsInterestOff() {
        return open < interestGrace || loan.terms().method() == RepaymentMethod.BULLET;
    }

    /** The periods, those that are over as well. */
    List<Period> periods() {
        return periods;
    }

    /** True once something was disbursed. */
    boolean isMade() {
        return schedule != null;
    }

    /** The part of the running instalment, which is not the last, that repays the loan, of which so much is owed. */
    long principal(long interest, long owed) {
        Schedule made = schedule;
        if (made == null) {
            throw new IllegalStateException("expected a plan once something was disbursed, came none");
        }
        if (open < principalGrace) {
            return 0;
        }
        int number = open - scheduleFrom + 1;
        long principal = made.askedPrincipal(number);
        if (followsTheRate()) {
            principal += made.instalment(number).interest().minorUnits() - interest;
        }
        return Math.clamp(principal, 0, owed);
    }

    // What changes it; the caller makes the plan anew.

    /** The next period runs. */
    void next() {
        open++;
    }

    /** No period is left. */
    void end() {
        periods.subList(open, periods.size()).clear();
    }

    /** So many periods more at the end. */
    void lengthen(int more) {
        for (int k = 0; k < more; k++) {
            periods.add(loan.following(periods));
        }
    }

    /** So many periods from the running one on. */
    void remaining(int count) {
        while (remaining() > count) {
            periods.removeLast();
        }
        lengthen(count - remaining());
        principalGrace = Math.min(principalGrace, periods.size() - 1);
        interestGrace = Math.min(interestGrace, periods.size() - 1);
    }

    /** So many instalments from the running one on ask for nothing. */
    void rest(int instalments) {
        principalGrace = Math.max(principalGrace, open + instalments);
        interestGrace = Math.max(interestGrace, open + instalments);
    }

    void rateFrom(LocalDate day, Rate rate) {
        rates.removeIf(change -> change.from().equals(day));
        rates.add(new RateChange(day, rate));
        rates.sort(Comparator.comparing(RateChange::from));
    }

    /**
     * Plans the running and all later instalments anew, for what is owed from the start of the running period on.
     *
     * @param lent what flat interest is counted on
     */
    void make(List<BalanceMove> moves, Money lent) {
        int interestFree = loan.terms().grace().interestFree();
        // What puts interest off is the account's, which knows what else was put off before.
        Grace grace = new Grace(Math.min(left(principalGrace), remaining() - 1), 0, left(interestFree));
        List<RateChange> known = followsTheRate() ? ratesUntil(period().end()) : rates;
        schedule = Schedule.of(loan.tail(open, periods, moves, lent, known, grace));
        scheduleFrom = open;
    }

    /** The rate of the running period's last day is taken for all later ones, until one of them is entered. */
    private List<RateChange> ratesUntil(LocalDate end) {
        return rates.stream().filter(change -> change.from().isBefore(end)).toList();
    }

    private int left(int until) {
        return Math.clamp(until - open, 0, remaining());
    }
}
