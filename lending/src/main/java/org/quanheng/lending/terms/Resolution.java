package org.quanheng.lending.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.calendar.MonthEndRule;

/** Binds loan terms to dates: the first and last due date, draw-downs, the values of an index, rate changes. */
public final class Resolution {
    private final LoanTerms terms;
    private final LocalDate disbursedOn;
    private @Nullable LocalDate firstDueOn;
    private @Nullable LocalDate lastDueOn;
    private @Nullable IndexSeries index;
    private final List<Planned> planned = new ArrayList<>();
    private final List<RateChange> rateChanges = new ArrayList<>();

    Resolution(LoanTerms terms, LocalDate disbursedOn) {
        this.terms = terms;
        this.disbursedOn = disbursedOn;
    }

    /** The first due date; unless said, one period after the disbursement. */
    public Resolution firstDueOn(LocalDate date) {
        this.firstDueOn = date;
        return this;
    }

    /** The last due date, which makes the last period a stub; unless said, it is as long as the others. */
    public Resolution lastDueOn(LocalDate date) {
        this.lastDueOn = date;
        return this;
    }

    /** The values of the index that a floating rate follows. */
    public Resolution index(IndexSeries series) {
        this.index = series;
        return this;
    }

    /** A rate that holds from a day on. */
    public Resolution rateFrom(LocalDate from, Rate rate) {
        rateChanges.add(new RateChange(from, rate));
        return this;
    }

    /** A draw-down or a planned repayment as it was asked for, its amount not yet looked at. */
    private record Planned(LocalDate on, Money amount, boolean repays) {
        String where() {
            return repays ? "planned repayment" : "draw-down";
        }

        BalanceMove move() {
            return new BalanceMove(on, repays ? amount.negate() : amount);
        }
    }

    /**
     * A draw-down, above zero; once there is one, all are given and they sum to the principal, unless the loan is revolving,
     * where each stays within the principal as its limit.
     */
    public Resolution draw(LocalDate on, Money amount) {
        planned.add(new Planned(on, amount, false));
        return this;
    }

    /** A planned repayment of a revolving loan between due dates, above zero. */
    public Resolution repay(LocalDate on, Money amount) {
        planned.add(new Planned(on, amount, true));
        return this;
    }

    /**
     * Binds the terms.
     *
     * @throws org.quanheng.fault.FaultyInputException with every date, amount or rate that does not fit
     */
    public ResolvedTerms resolve() {
        Faults faults = new Faults("loan terms");
        requireDays(faults);
        DueDates dates = new DueDates(terms, disbursedOn, firstDueOn, lastDueOn);
        List<Period> periods = dates.periods(faults);
        List<BalanceMove> sorted = moves(periods.getLast().fallsDue(), faults);
        List<RateChange> rates = rates(periods.getLast().end(), faults);
        faults.throwIfAny();
        return new ResolvedTerms(
                terms,
                disbursedOn,
                dates,
                periods,
                sorted,
                rates,
                periods.getFirst().time(),
                terms.grace().principal(),
                lent(sorted));
    }

    /** A date that no calendar reaches could not be counted from. */
    private void requireDays(Faults faults) {
        LoanTerms.requireDay("day of disbursement", disbursedOn, faults);
        if (firstDueOn != null) {
            LoanTerms.requireDay("first due date", firstDueOn, faults);
        }
        if (lastDueOn != null) {
            LoanTerms.requireDay("last due date", lastDueOn, faults);
        }
        faults.throwIfAny();
    }

    private List<BalanceMove> moves(LocalDate end, Faults faults) {
        Money lent = terms.principal();
        if (planned.isEmpty()) {
            return List.of(new BalanceMove(disbursedOn, lent));
        }
        boolean revolving = terms.method() == RepaymentMethod.REVOLVING;
        boolean repays = planned.stream().anyMatch(Planned::repays);
        faults.require(revolving || !repays, "planned repayments", "the method REVOLVING", terms.method());
        List<BalanceMove> moves = planned.stream()
                .filter(each -> (revolving || !each.repays()) && counts(each, end, faults))
                .sorted(Comparator.comparing(Planned::on))
                .map(Planned::move)
                .toList();
        Money drawn = within(moves, faults);
        if (!revolving && !repays && moves.size() == planned.size()) {
            faults.require(drawn.equals(lent), "draw-downs", Phrase.of("a sum of {0}", lent), drawn);
        }
        return moves;
    }

    /** Checks the day and the amount; one of another currency or of the other sign is left out of the balance. */
    private boolean counts(Planned each, LocalDate end, Faults faults) {
        Money lent = terms.principal();
        boolean inside = !each.on().isBefore(disbursedOn) && each.on().isBefore(end);
        faults.require(inside, each.where(), Phrase.of("a day from {0} to before {1}", disbursedOn, end), each.on());
        boolean known = faults.require(
                each.amount().currency().equals(lent.currency()),
                each.where(),
                Phrase.of("an amount in {0}", lent.currencyCode()),
                each.amount());
        return known && faults.require(each.amount().isPositive(), each.where(), "an amount above zero", each.amount());
    }

    /** The balance after all moves; none before may leave the range from zero to the principal. */
    private Money within(List<BalanceMove> moves, Faults faults) {
        Money lent = terms.principal();
        Money balance = Money.zero(lent.currency());
        Money down = balance;
        for (BalanceMove move : moves) {
            balance = balance.plus(move.amount());
            down = down.plus(downPayment(terms, move.amount()));
            boolean repays = move.amount().isNegative();
            Money owed = repays ? balance.minus(down) : balance;
            faults.require(
                    !owed.isNegative() && balance.compareTo(lent) <= 0,
                    repays ? "planned repayment" : "draw-down",
                    Phrase.of("a balance from zero to {0}", lent),
                    owed);
        }
        return balance;
    }

    private List<RateChange> rates(LocalDate end, Faults faults) {
        Rate agreed = terms.rate().orElse(null);
        if (agreed != null && rateChanges.isEmpty()) {
            return List.of(new RateChange(disbursedOn, agreed));
        }
        TreeMap<LocalDate, Rate> byDay = new TreeMap<>();
        if (agreed != null) {
            byDay.put(disbursedOn, agreed);
        }
        FloatingRate floating = terms.floatingRate().orElse(null);
        if (floating != null) {
            if (index == null || !index.name().equals(floating.index())) {
                faults.add(
                        "index",
                        Phrase.of("the values of {0}", floating.index()),
                        index == null ? "none" : index.name());
                return List.of();
            }
            for (RateChange change : floating.changes(index, resetDays(floating, end))) {
                byDay.put(change.from(), change.rate());
            }
        }
        for (RateChange change : rateChanges) {
            boolean inside = !change.from().isBefore(disbursedOn);
            faults.require(inside, "rate change", Phrase.of("a day from {0} on", disbursedOn), change.from());
            byDay.put(change.from().isBefore(disbursedOn) ? disbursedOn : change.from(), change.rate());
        }
        byDay.values().forEach(rate -> LoanTerms.requireRate(rate, faults));
        return byDay.entrySet().stream()
                .map(entry -> new RateChange(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<LocalDate> resetDays(FloatingRate floating, LocalDate end) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate day = disbursedOn;
        for (int k = 1; day.isBefore(end); k++) {
            days.add(day);
            day = MonthEndRule.SAME_DAY.after(disbursedOn, floating.reset(), k);
        }
        return days;
    }

    private Money lent(List<BalanceMove> all) {
        Money lent = Money.zero(terms.principal().currency());
        for (BalanceMove move : all) {
            lent = move.amount().isNegative()
                    ? lent
                    : lent.plus(move.amount()).minus(downPayment(terms, move.amount()));
        }
        return lent;
    }

    /** The part of a draw-down that is paid on its day; none of a repayment. */
    static Money downPayment(LoanTerms terms, Money drawn) {
        BigDecimal percent = terms.downPaymentPercent();
        return percent.signum() == 0 || drawn.isNegative()
                ? Money.zero(drawn.currency())
                : drawn.times(percent.movePointLeft(2), terms.rounding().mode());
    }
}
