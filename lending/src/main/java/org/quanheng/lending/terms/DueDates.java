package org.quanheng.lending.terms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.calendar.YearFraction;

/** When the instalments of a loan fall due: each date is counted from one day, so that a short month moves no later one. */
final class DueDates {
    private final LoanTerms terms;
    private final LocalDate disbursedOn;
    private final @Nullable LocalDate lastDueOn;
    private final LocalDate first;
    private final boolean regularFirst;
    private final YearFraction nominal;

    /** Dates from the disbursement on; a first or last due date that is not said is as regular as the others. */
    DueDates(LoanTerms terms, LocalDate disbursedOn, @Nullable LocalDate firstDueOn, @Nullable LocalDate lastDueOn) {
        this.terms = terms;
        this.disbursedOn = disbursedOn;
        this.lastDueOn = lastDueOn;
        LocalDate regular = after(disbursedOn, 1);
        this.first = firstDueOn == null ? regular : firstDueOn;
        this.regularFirst = first.equals(regular);
        this.nominal = terms.frequency().nominal();
    }

    private LocalDate after(LocalDate anchor, int times) {
        return terms.dateRules().monthEnd().after(anchor, terms.frequency(), times);
    }

    /** The agreed due date of an instalment, counted from 0. */
    private LocalDate agreed(int index) {
        return regularFirst ? after(disbursedOn, index + 1) : after(first, index);
    }

    /** The periods as agreed; a bullet loan has one that spans them all. */
    List<Period> periods(Faults faults) {
        faults.require(first.isAfter(disbursedOn), "first due date", Phrase.of("a day after {0}", disbursedOn), first);
        faults.throwIfAny();
        int count = terms.instalments();
        boolean single = terms.method() == RepaymentMethod.BULLET;
        List<Period> periods = new ArrayList<>(single ? 1 : count);
        LocalDate start = disbursedOn;
        for (int k = single ? count - 1 : 0; k < count; k++) {
            LocalDate agreed = agreed(k);
            boolean stub = k == count - 1 && lastDueOn != null && !lastDueOn.equals(agreed);
            LocalDate due = stub && lastDueOn != null ? lastDueOn : agreed;
            if (!due.isAfter(start) && faults.none()) {
                Phrase where = stub ? Phrase.of("last due date") : Phrase.of("due date {0}", k + 1);
                faults.add(where, Phrase.of("a day after {0}", start), due);
            }
            due = due.isAfter(start) ? due : start.plusDays(1);
            boolean regular = !stub && (!periods.isEmpty() || regularFirst);
            Period period = period(periods.size() + 1, start, due, regular, single && regularFirst ? count : 1);
            boolean early = !period.dueDate().isAfter(disbursedOn);
            if (early && faults.none()) {
                faults.add(
                        Phrase.of("due date {0}", k + 1),
                        Phrase.of("a business day after {0}", disbursedOn),
                        period.dueDate());
            }
            periods.add(period);
            start = period.end();
        }
        return Collections.unmodifiableList(periods);
    }

    private Period period(int number, LocalDate start, LocalDate agreed, boolean regular, int times) {
        DateRules rules = terms.dateRules();
        LocalDate due = rules.businessDay().adjust(agreed, rules.calendar());
        LocalDate end = rules.interestFollows() && due.isAfter(start) ? due : agreed;
        YearFraction time = PeriodTime.isNominal(terms, regular)
                ? times == 1 ? nominal : new YearFraction(nominal.numerator() * times, nominal.denominator())
                : PeriodTime.ofStub(terms, number == 1, start, end, start, end);
        return new Period(number, start, end, due, time, regular);
    }

    /** One period more after the others, of the agreed length; after a last due date that was said, counted from that day. */
    Period following(List<Period> all) {
        int index = all.size() + (terms.method() == RepaymentMethod.BULLET ? terms.instalments() - 1 : 0);
        int beyond = index - terms.instalments() + 1;
        boolean afterStub =
                lastDueOn != null && beyond > 0 && !all.get(all.size() - beyond).regular();
        LocalDate due = afterStub && lastDueOn != null ? after(lastDueOn, beyond) : agreed(index);
        return period(all.size() + 1, all.getLast().end(), due, true, 1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DueDates that
                && terms.equals(that.terms)
                && disbursedOn.equals(that.disbursedOn)
                && first.equals(that.first)
                && Objects.equals(lastDueOn, that.lastDueOn);
    }

    @Override
    public int hashCode() {
        return Objects.hash(terms, disbursedOn, first, lastDueOn);
    }
}
