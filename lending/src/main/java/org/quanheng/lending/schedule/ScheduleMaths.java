package org.quanheng.lending.schedule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.quanheng.fault.Fault;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.terms.BalanceMove;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.Period;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.ResolvedTerms;

/** Walks through the periods of a loan and splits each instalment into principal, interest and fees. */
final class ScheduleMaths {
    private final ResolvedTerms resolved;
    private final LoanTerms terms;
    private final Rounding rounding;
    private final SlicedPeriod[] sliced;
    private final NavigableMap<LocalDate, List<BalanceMove>> moves;

    private ScheduleMaths(ResolvedTerms resolved) {
        this.resolved = resolved;
        this.terms = resolved.terms();
        this.rounding = terms.rounding();
        this.sliced = SlicedPeriod.of(resolved);
        this.moves = moves(resolved);
    }

    static Schedule schedule(ResolvedTerms resolved) {
        Schedule plain = PlainLoan.schedule(resolved);
        if (plain != null) {
            return plain;
        }
        try {
            return new ScheduleMaths(resolved).walk();
        } catch (ArithmeticException e) {
            // Every sum of the walk is exact or fails: the amounts are the only thing that can be too large for it.
            FaultyInputException tooLarge = FaultyInputException.of(
                    "loan terms",
                    Fault.of(
                            "principal",
                            Phrase.of("an amount whose payments are below {0} smallest units in all", Long.MAX_VALUE),
                            Phrase.of(
                                    "{0} at {1}",
                                    resolved.terms().principal(),
                                    resolved.rates().getFirst().rate())));
            tooLarge.initCause(e);
            throw tooLarge;
        }
    }

    private Schedule walk() {
        int count = sliced.length;
        ScheduleRows rows = new ScheduleRows(terms.principal().currency(), count + downPayments());
        long balance = sliced[0].movedAtStart();
        PrincipalRule rule = rule();
        FlatInterest flat = terms.method() == RepaymentMethod.FLAT
                ? new FlatInterest(sliced, resolved.lent().minorUnits(), rounding)
                : null;
        long deferred = 0;
        for (int k = 0; k < count; k++) {
            addDownPayments(rows, k, balance - sliced[k].movedAtStart());
            SlicedPeriod period = sliced[k];
            long before = balance;
            long interest = flat == null ? period.charged(balance, rounding) : flat.next();
            balance = period.closing(balance);
            long asked = k == count - 1 ? balance : asked(rule, k, before, balance, interest);
            // Coarse rounding must never make a part negative or repay more than is owed.
            long principal = Math.clamp(asked, 0, balance);
            balance -= principal;
            long fees = resolved.feesWith(balance + principal);
            deferred = Math.addExact(deferred, interest);
            long due = k < terms.grace().interestPayment() ? 0 : deferred;
            deferred -= due;
            balance += k + 1 < count ? sliced[k + 1].movedAtStart() : 0;
            Period row = resolved.periods().get(k);
            rows.add(row.dueDate(), principal, asked, due, fees, balance + downPaymentsOn(row.end()));
        }
        return new Schedule(rows, resolved.feesUpFront());
    }

    private int downPayments() {
        return Math.toIntExact(resolved.moves().stream()
                .filter(move -> resolved.downPayment(move.amount()).isPositive())
                .count());
    }

    /** The draw-downs and repayments by the day from which they count; none unless something is paid of them at once. */
    private static NavigableMap<LocalDate, List<BalanceMove>> moves(ResolvedTerms resolved) {
        NavigableMap<LocalDate, List<BalanceMove>> moves = new TreeMap<>();
        if (resolved.terms().downPaymentPercent().signum() > 0) {
            for (BalanceMove move : resolved.moves()) {
                moves.computeIfAbsent(resolved.countsFrom(move.on()), _ -> new ArrayList<>())
                        .add(move);
            }
        }
        return moves;
    }

    /** A draw-down of a due date comes after the instalment, and what is paid of it at once after both. */
    private void addDownPayments(ScheduleRows rows, int k, long owedBefore) {
        Period period = resolved.periods().get(k);
        long owed = owedBefore;
        for (List<BalanceMove> counted :
                moves.subMap(period.start(), period.end()).values()) {
            Map<LocalDate, Long> byDay = new HashMap<>();
            counted.forEach(move -> byDay.merge(move.on(), move.amount().minorUnits(), Long::sum));
            for (BalanceMove move : counted) {
                Long moved = byDay.remove(move.on());
                owed += moved == null ? 0 : moved;
                long down = resolved.downPayment(move.amount()).minorUnits();
                owed -= down;
                if (down > 0) {
                    rows.add(move.on(), down, down, 0, 0, owed);
                }
            }
        }
    }

    private long downPaymentsOn(LocalDate day) {
        return moves.getOrDefault(day, List.of()).stream()
                .mapToLong(move -> resolved.downPayment(move.amount()).minorUnits())
                .sum();
    }

    /** The part that the method asks for, which need be no part of what is owed. */
    private long asked(PrincipalRule rule, int k, long opening, long closing, long interest) {
        return k < terms.grace().principal() ? 0 : rule.principal(k, opening, closing, interest);
    }

    private PrincipalRule rule() {
        return switch (terms.method()) {
            case EQUAL_INSTALMENT -> new EqualInstalmentRule(resolved, sliced);
            case EQUAL_PRINCIPAL -> equalPrincipal();
            case FLAT -> flatRule();
            case STEP -> new StepRule(resolved, sliced);
            case CUSTOM -> customRule();
            case INTEREST_ONLY_THEN_BULLET, BULLET, REVOLVING -> (k, opening, closing, interest) -> 0;
        };
    }

    private PrincipalRule equalPrincipal() {
        long[] part = new long[1];
        return (k, opening, closing, interest) -> {
            if (k == terms.grace().principal() || sliced[k].movesWithin() || sliced[k].movedAtStart() != 0) {
                long left = Math.multiplyExact(sliced.length - k, rounding.instalmentUnit());
                part[0] = InterestFactor.quotient(closing, left, rounding.mode()) * rounding.instalmentUnit();
            }
            return part[0];
        };
    }

    private PrincipalRule flatRule() {
        BigDecimal[] part = new BigDecimal[1];
        long unit = rounding.instalmentUnit();
        return (k, opening, closing, interest) -> {
            if (k == terms.grace().principal() || sliced[k].moved()) {
                BigDecimal left = BigDecimal.valueOf(sliced.length - k);
                part[0] = BigDecimal.valueOf(closing).divide(left, MathContext.DECIMAL128);
            }
            BigDecimal exact = part[0].add(BigDecimal.valueOf(interest));
            BigDecimal units = exact.divide(BigDecimal.valueOf(unit), 0, rounding.mode());
            return units.longValueExact() * unit - interest;
        };
    }

    private PrincipalRule customRule() {
        List<Money> parts = terms.principalParts();
        return (k, opening, closing, interest) -> parts.get(k).minorUnits();
    }
}
