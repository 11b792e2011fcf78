package org.quanheng.lending.account;

import java.time.LocalDate;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.schedule.InterestSum;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.ResolvedTerms;

/** Interest that has not fallen due: that of the running period, and what was put off from earlier ones. Smallest units. */
final class EarnedInterest {
    private final ResolvedTerms loan;
    private final boolean flat;
    private final InterestSum flatTotal;
    private long flatCharged;
    private long putOff;

    EarnedInterest(ResolvedTerms loan) {
        this.loan = loan;
        this.flat = loan.terms().method() == RepaymentMethod.FLAT;
        this.flatTotal = new InterestSum(loan.terms().rounding().at(Rounding.Place.PERIOD));
    }

    /** The same, to go on by itself. */
    EarnedInterest(EarnedInterest other) {
        this.loan = other.loan;
        this.flat = other.flat;
        this.flatTotal = new InterestSum(other.flatTotal);
        this.flatCharged = other.flatCharged;
        this.putOff = other.putOff;
    }

    /** What was earned up to a day of the running period. */
    long to(LocalDate day, OpenPeriod running, Plan plan) {
        return putOff + ofRunning(day, running, plan);
    }

    private long ofRunning(LocalDate day, OpenPeriod running, Plan plan) {
        boolean bears = !plan.bearsNoInterest() && day.isAfter(running.period.start());
        return bears ? running.interest(loan, plan.rates(), day) : 0;
    }

    /** The running period is over: gives its interest; the last one of a flat loan brings the sum to the total, rounded once. */
    long endPeriod(OpenPeriod running, Plan plan, boolean last) {
        LocalDate end = running.period.end();
        long interest = ofRunning(end, running, plan);
        if (flat) {
            if (!plan.bearsNoInterest()) {
                running.addTo(flatTotal, loan, plan.rates(), end);
            }
            interest = last ? Math.max(0, flatTotal.rounded() - flatCharged) : interest;
            flatCharged += interest;
        }
        putOff += interest;
        return interest;
    }

    /** Takes all that was put off, the interest of the period that is over included. */
    long take() {
        long all = putOff;
        putOff = 0;
        return all;
    }

    /** This much was paid before it was due. */
    void paid(long interest) {
        putOff -= interest;
    }
}
