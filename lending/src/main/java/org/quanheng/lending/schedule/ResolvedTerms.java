package org.quanheng.lending.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quanheng.lending.Faults;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.calendar.YearFraction;

/** Loan terms bound to dates: every period has its start, its due date and its part of a year. */
public final class ResolvedTerms {
    private final LoanTerms terms;
    private final LocalDate disbursedOn;
    private final List<Period> periods;

    private ResolvedTerms(LoanTerms terms, LocalDate disbursedOn, List<Period> periods) {
        this.terms = terms;
        this.disbursedOn = disbursedOn;
        this.periods = periods;
    }

    static ResolvedTerms of(LoanTerms terms, LocalDate disbursedOn, LocalDate firstDueOn) {
        Faults faults = new Faults("loan terms");
        faults.require(firstDueOn.isAfter(disbursedOn), "first due date", "a day after " + disbursedOn, firstDueOn);
        faults.throwIfAny();
        Frequency frequency = terms.frequency();
        boolean regularFirst = frequency.after(disbursedOn, 1).equals(firstDueOn);
        LocalDate anchor = regularFirst ? disbursedOn : firstDueOn;
        int offset = regularFirst ? 1 : 0;
        List<Period> periods = new ArrayList<>(terms.instalments());
        LocalDate start = disbursedOn;
        for (int k = 0; k < terms.instalments(); k++) {
            LocalDate end = frequency.after(anchor, k + offset);
            boolean regular = k > 0 || regularFirst;
            boolean byPeriod = terms.interestBasis() == InterestBasis.PERIOD && regular;
            YearFraction time =
                    byPeriod ? frequency.nominal() : terms.dayCount().fraction(start, end);
            periods.add(new Period(k + 1, start, end, time));
            start = end;
        }
        return new ResolvedTerms(terms, disbursedOn, List.copyOf(periods));
    }

    /** The terms as agreed. */
    public LoanTerms terms() {
        return terms;
    }

    /** The day on which the loan is paid out. */
    public LocalDate disbursedOn() {
        return disbursedOn;
    }

    /** The interest periods in order, one for each instalment. */
    public List<Period> periods() {
        return periods;
    }

    /** The schedule of instalments. */
    public Schedule schedule() {
        return ScheduleMaths.schedule(this);
    }
}
