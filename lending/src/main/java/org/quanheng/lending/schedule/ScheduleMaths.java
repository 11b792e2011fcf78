package org.quanheng.lending.schedule;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quanheng.lending.Rounding;

/** Walks through the periods of a loan and splits each instalment into interest and principal. */
final class ScheduleMaths {
    private ScheduleMaths() {}

    static Schedule schedule(ResolvedTerms resolved) {
        LoanTerms terms = resolved.terms();
        List<InterestFactor> factors = new ArrayList<>(resolved.periods().size());
        for (Period period : resolved.periods()) {
            factors.add(InterestFactor.of(terms.rate(), period.time()));
        }
        return switch (terms.method()) {
            case EQUAL_INSTALMENT -> equalInstalment(resolved, factors);
            case EQUAL_PRINCIPAL -> equalPrincipal(resolved, factors);
        };
    }

    private static Schedule equalInstalment(ResolvedTerms resolved, List<InterestFactor> factors) {
        Rounding rounding = resolved.terms().rounding();
        long balance = resolved.terms().principal().minorUnits();
        long instalment = EqualInstalment.of(balance, factors, rounding);
        int count = factors.size();
        long[] principal = new long[count];
        long[] interest = new long[count];
        for (int k = 0; k < count; k++) {
            interest[k] = factors.get(k).on(balance, rounding.interestUnit(), rounding.mode());
            principal[k] = k == count - 1 ? balance : part(instalment - interest[k], balance);
            balance -= principal[k];
        }
        return new Schedule(resolved.terms().principal(), dueDates(resolved), principal, interest);
    }

    private static Schedule equalPrincipal(ResolvedTerms resolved, List<InterestFactor> factors) {
        Rounding rounding = resolved.terms().rounding();
        long balance = resolved.terms().principal().minorUnits();
        int count = factors.size();
        long regular = multiple(balance, count, rounding.instalmentUnit(), rounding.mode());
        long[] principal = new long[count];
        long[] interest = new long[count];
        for (int k = 0; k < count; k++) {
            interest[k] = factors.get(k).on(balance, rounding.interestUnit(), rounding.mode());
            principal[k] = k == count - 1 ? balance : part(regular, balance);
            balance -= principal[k];
        }
        return new Schedule(resolved.terms().principal(), dueDates(resolved), principal, interest);
    }

    /** Coarse rounding must never make a part negative or repay more than is owed. */
    private static long part(long wanted, long balance) {
        return Math.clamp(wanted, 0, balance);
    }

    private static long multiple(long amount, int count, long unit, RoundingMode mode) {
        return InterestFactor.quotient(amount, Math.multiplyExact(count, unit), mode) * unit;
    }

    private static LocalDate[] dueDates(ResolvedTerms resolved) {
        return resolved.periods().stream().map(Period::end).toArray(LocalDate[]::new);
    }
}
