package org.quanheng.lending.schedule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import org.quanheng.fault.Fault;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rounding;

/** Walks through the periods of a loan and splits each instalment into principal, interest and fees. */
final class ScheduleMaths {
    private final ResolvedTerms resolved;
    private final LoanTerms terms;
    private final Rounding rounding;
    private final SlicedPeriod[] sliced;

    private ScheduleMaths(ResolvedTerms resolved) {
        this.resolved = resolved;
        this.terms = resolved.terms();
        this.rounding = terms.rounding();
        this.sliced = SlicedPeriod.of(resolved);
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
                                    resolved.terms().rateInWords())));
            tooLarge.initCause(e);
            throw tooLarge;
        }
    }

    private Schedule walk() {
        int count = sliced.length;
        ScheduleRows rows = new ScheduleRows(terms.principal().currency(), count + downPayments());
        long balance = sliced[0].movedAtStart();
        PrincipalRule rule = rule();
        long deferred = 0;
        for (int k = 0; k < count; k++) {
            addDownPayments(rows, k, balance - sliced[k].movedAtStart());
            SlicedPeriod period = sliced[k];
            long before = balance;
            long interest = terms.method() == RepaymentMethod.FLAT ? flat(k) : period.charged(balance, rounding);
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

    private boolean paysDown() {
        return terms.downPaymentPercent().signum() > 0;
    }

    private int downPayments() {
        return !paysDown()
                ? 0
                : Math.toIntExact(resolved.moves().stream()
                        .filter(move -> resolved.downPayment(move.amount()).isPositive())
                        .count());
    }

    /** A draw-down of a due date comes after the instalment, and what is paid of it at once after both. */
    private void addDownPayments(ScheduleRows rows, int k, long owedBefore) {
        if (!paysDown()) {
            return;
        }
        Period period = resolved.periods().get(k);
        long owed = owedBefore;
        LocalDate day = null;
        for (BalanceMove move : resolved.moves()) {
            LocalDate counts = resolved.countsFrom(move.on());
            if (!counts.isBefore(period.start()) && counts.isBefore(period.end())) {
                owed += move.on().equals(day) ? 0 : movedOn(move.on());
                day = move.on();
                long down = resolved.downPayment(move.amount()).minorUnits();
                owed -= down;
                if (down > 0) {
                    rows.add(move.on(), down, down, 0, 0, owed);
                }
            }
        }
    }

    private long movedOn(LocalDate day) {
        return resolved.moves().stream()
                .filter(move -> move.on().equals(day))
                .mapToLong(move -> move.amount().minorUnits())
                .sum();
    }

    private long downPaymentsOn(LocalDate day) {
        return !paysDown()
                ? 0
                : resolved.moves().stream()
                        .filter(move -> resolved.countsFrom(move.on()).equals(day))
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

    /** Interest on all that was lent so far; the last instalment brings the sum to the exact total, rounded once. */
    private long flat(int k) {
        if (k < sliced.length - 1) {
            return flatOf(k);
        }
        InterestSum total = new InterestSum(rounding.at(Rounding.Place.PERIOD));
        long charged = 0;
        for (int j = 0; j < sliced.length; j++) {
            addFlat(total, j);
            charged += j < sliced.length - 1 ? flatOf(j) : 0;
        }
        return Math.max(0, total.rounded() - charged);
    }

    private long flatOf(int k) {
        InterestSum sum = new InterestSum(rounding);
        addFlat(sum, k);
        return sum.rounded();
    }

    private void addFlat(InterestSum sum, int k) {
        long toCome = 0;
        for (int j = sliced.length - 1; j > k; j--) {
            toCome += sliced[j].drawnWithin() + Math.max(0, sliced[j].movedAtStart());
        }
        sliced[k].addFlat(sum, resolved.lent().minorUnits() - toCome - sliced[k].drawnWithin());
    }

    private PrincipalRule customRule() {
        List<Money> parts = terms.principalParts();
        return (k, opening, closing, interest) -> parts.get(k).minorUnits();
    }
}
