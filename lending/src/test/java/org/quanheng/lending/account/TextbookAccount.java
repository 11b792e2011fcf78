package org.quanheng.lending.account;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A monthly loan lived day by day, as a person would with a calculator of 34 digits: what {@link LoanAccount} must agree with.
 *
 * <p>Interest by the day over 365, rounded once a period; penalty interest over 360, rounded when it is charged; all in cents.
 */
final class TextbookAccount {
    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final BigDecimal YEAR = BigDecimal.valueOf(365);
    private static final BigDecimal PENALTY_YEAR = BigDecimal.valueOf(360);

    private final LocalDate start;
    private final BigDecimal rate;
    private final BigDecimal penaltyRate;
    private final int graceDays;
    private final boolean lateBears;
    private final boolean interestOnly;
    private final List<Due> dues = new ArrayList<>();
    private LocalDate today;
    private BigDecimal accrued = BigDecimal.ZERO;
    private int periods;
    private int fallen;
    private long planned;
    private long advance;
    private long part;
    private boolean endsEarly;

    /** What fell due on one day, in cents. */
    private static final class Due {
        private final LocalDate day;
        private long principal;
        private long interest;
        private long penalty;
        private long penaltyCharged;
        private BigDecimal penaltyEarned = BigDecimal.ZERO;

        Due(LocalDate day, long principal, long interest) {
            this.day = day;
            this.principal = principal;
            this.interest = interest;
        }
    }

    TextbookAccount(
            LocalDate start,
            long cents,
            int periods,
            BigDecimal rate,
            BigDecimal penaltyMultiple,
            int graceDays,
            boolean lateBears,
            boolean interestOnly) {
        this.start = start;
        this.today = start;
        this.planned = cents;
        this.periods = periods;
        this.rate = rate;
        this.penaltyRate = rate.multiply(penaltyMultiple);
        this.graceDays = graceDays;
        this.lateBears = lateBears;
        this.interestOnly = interestOnly;
        this.part = partOf(cents);
    }

    private long partOf(long cents) {
        return interestOnly
                ? 0
                : BigDecimal.valueOf(cents)
                        .divide(BigDecimal.valueOf(periods - fallen), 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    private static long rounded(BigDecimal cents) {
        return cents.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    void liveUntil(LocalDate day) {
        while (today.isBefore(day)) {
            accrued = accrued.add(BigDecimal.valueOf(bearing()).multiply(rate).divide(YEAR, DIGITS));
            for (Due due : dues) {
                BigDecimal base = BigDecimal.valueOf(due.principal * penaltyDays(due));
                due.penaltyEarned =
                        due.penaltyEarned.add(base.multiply(penaltyRate).divide(PENALTY_YEAR, DIGITS));
            }
            today = today.plusDays(1);
            if (fallen < periods && today.equals(start.plusMonths(fallen + 1))) {
                fallDue();
            }
        }
    }

    /** The days that today counts for: none within the grace, all since the due date when it is over, then one each. */
    private long penaltyDays(Due due) {
        long late = ChronoUnit.DAYS.between(due.day, today) + 1;
        return late <= graceDays ? 0 : late == graceDays + 1 ? late : 1;
    }

    private long bearing() {
        return fallen == periods ? 0 : planned - advance + (lateBears ? duePrincipal() : 0);
    }

    private void fallDue() {
        long principal = fallen == periods - 1 ? planned : Math.min(part, planned);
        Due due = new Due(today, principal, rounded(accrued));
        long used = Math.min(advance, principal);
        due.principal -= used;
        advance -= used;
        planned -= principal;
        dues.add(due);
        accrued = BigDecimal.ZERO;
        fallen++;
        if (endsEarly && planned == 0) {
            periods = fallen;
        }
    }

    void pay(long cents, Excess excess) {
        long rest = cents;
        for (Due due : dues) {
            long earned = penaltyToCharge(due);
            due.penaltyCharged += earned;
            due.penalty += earned;
        }
        for (Due due : dues) {
            long penalty = Math.min(rest, due.penalty);
            due.penalty -= penalty;
            rest -= penalty;
            long interest = Math.min(rest, due.interest);
            due.interest -= interest;
            rest -= interest;
            long principal = Math.min(rest, due.principal);
            due.principal -= principal;
            rest -= principal;
        }
        if (rest > 0 && excess == Excess.NEXT_INSTALMENTS) {
            advance += rest;
        } else if (rest > 0) {
            planned -= rest;
            endsEarly = true;
            part = excess == Excess.SMALLER_INSTALMENTS && planned > 0 ? partOf(planned) : part;
        }
    }

    private long penaltyToCharge(Due due) {
        return today.isAfter(due.day.plusDays(graceDays))
                ? Math.max(0, rounded(due.penaltyEarned) - due.penaltyCharged)
                : 0;
    }

    long principal() {
        return planned - advance + duePrincipal();
    }

    long notDue() {
        return planned - advance;
    }

    long duePrincipal() {
        return dues.stream().mapToLong(due -> due.principal).sum();
    }

    long dueInterest() {
        return dues.stream().mapToLong(due -> due.interest).sum();
    }

    long duePenalty() {
        return dues.stream()
                .mapToLong(due -> due.penalty + penaltyToCharge(due))
                .sum();
    }

    long accruedInterest() {
        return fallen == periods ? 0 : rounded(accrued);
    }

    long payoff() {
        return principal() + dueInterest() + duePenalty() + accruedInterest();
    }

    long daysPastDue() {
        return dues.stream()
                .filter(due -> due.principal + due.interest + due.penalty > 0 && due.day.isBefore(today))
                .mapToLong(due -> today.toEpochDay() - due.day.toEpochDay())
                .max()
                .orElse(0);
    }
}
