package org.quanheng.lending.account;

import java.math.BigDecimal;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.AllocationOrder.Part;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.RepaymentMethod;

/** One event of a replay: checked against the loan as it stands on that day, then taken. */
final class EventStep {
    private static final String STILL_DUE = "a day on which an instalment is still to fall due";

    private final Replay replay;
    private final LoanEvent event;
    private final Faults faults;

    EventStep(Replay replay, LoanEvent event) {
        this.replay = replay;
        this.event = event;
        this.faults = new Faults(Phrase.of("loan event {0}", event.id()));
    }

    void take() {
        boolean timely = faults.require(
                !event.date().isBefore(replay.loan.disbursedOn()),
                "date",
                Phrase.of("{0} or later", replay.loan.disbursedOn()),
                event.date());
        LoanTerms.requireDay("date", event.date(), faults);
        if (timely && faults.none()) {
            replay.moveTo(event.date());
        }
        boolean recovery = event instanceof LoanEvent.Recovered;
        boolean running = !replay.loss.isWrittenOff() || recovery;
        faults.require(
                running, "loan", "one that is not written off", Phrase.of("one written off before {0}", event.date()));
        boolean drawn = event instanceof LoanEvent.Disbursed || replay.drawn() > 0;
        faults.require(drawn, "loan", Phrase.of("one that was paid out by {0}", event.date()), "nothing paid out");
        faults.throwIfAny();
        replay.books.during(event, this::happen);
    }

    private void happen() {
        switch (event) {
            case LoanEvent.Disbursed disbursed -> disburse(disbursed.amount());
            case LoanEvent.RateReset reset -> resetRate(reset);
            case LoanEvent.PartnerShared shared -> share(shared);
            case LoanEvent.FeeCharged fee -> charge(Part.FEE, fee.amount());
            case LoanEvent.PenaltyCharged penalty -> charge(Part.PENALTY, penalty.amount());
            case LoanEvent.Extended extended -> extend(extended.periods());
            case LoanEvent.Rescheduled rescheduled -> reschedule(rescheduled);
            case LoanEvent.HolidayGranted holiday -> holiday(holiday.instalments());
            case LoanEvent.Repaid repaid -> pay(repaid.amount(), excess());
            case LoanEvent.RepaidEarly early -> pay(early.amount(), early.excess());
            case LoanEvent.Refunded refunded -> refund(refunded.amount());
            case LoanEvent.WrittenOff _ -> writeOff();
            case LoanEvent.Recovered recovered -> recover(recovered.amount());
            case LoanEvent.Reversed _ ->
                throw new IllegalStateException("expected no reversal in a replay, came " + event);
        }
    }

    private boolean positive(Money amount) {
        Money lent = replay.loan.terms().principal();
        boolean currency = faults.require(
                amount.currency().equals(lent.currency()),
                "amount",
                Phrase.of("an amount in {0}", lent.currencyCode()),
                amount);
        return currency && faults.require(amount.isPositive(), "amount", "above zero", amount);
    }

    private void disburse(Money amount) {
        Money lent = replay.loan.terms().principal();
        if (positive(amount)) {
            boolean revolving = replay.loan.terms().method() == RepaymentMethod.REVOLVING;
            long used = revolving ? replay.outstandingPrincipal() : replay.drawn();
            long left = lent.minorUnits() - used;
            faults.require(amount.minorUnits() <= left, "amount", Phrase.of("at most {0}", money(left)), amount);
            Money keptBack = replay.loan.feesUpFront();
            faults.require(
                    replay.drawn() > 0 || amount.compareTo(keptBack) >= 0,
                    "amount",
                    Phrase.of("at least {0}, which is kept back for fees", keptBack),
                    amount);
        }
        faults.require(!replay.matured(), "date", STILL_DUE, Phrase.of("{0}, when none is", event.date()));
        faults.throwIfAny();
        replay.disburse(amount.minorUnits());
    }

    private void resetRate(LoanEvent.RateReset reset) {
        LoanTerms.requireRate(reset.rate(), faults);
        faults.throwIfAny();
        replay.resetRate(reset.rate());
    }

    private void share(LoanEvent.PartnerShared shared) {
        BigDecimal percent = shared.percent();
        faults.require(
                percent.signum() > 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0,
                "percent",
                "above 0 to 100",
                percent);
        LoanTerms.requireDecimals("percent", percent, faults);
        faults.require(
                !replay.books.hasPartner(), "partner", "one partner", Phrase.of("a second one, {0}", shared.partner()));
        faults.throwIfAny();
        replay.share(percent);
    }

    private void charge(Part part, Money amount) {
        if (positive(amount)) {
            // What is owed in all must fit in a long, not each amount alone.
            long room = Long.MAX_VALUE - replay.dues.unpaid() - replay.notDue();
            faults.require(amount.minorUnits() <= room, "amount", Phrase.of("at most {0}", money(room)), amount);
        }
        faults.throwIfAny();
        replay.chargeNow(part, amount.minorUnits());
    }

    private void requireRunning() {
        faults.require(
                !replay.matured() && replay.notDue() > 0,
                "date",
                "a day on which principal is still to fall due",
                Phrase.of("{0}, when none is", event.date()));
    }

    private void extend(int periods) {
        requireRunning();
        int remaining = replay.plan.remaining();
        int most = Math.min(600, LoanTerms.MOST_INSTALMENTS - remaining);
        boolean room = faults.require(
                most > 0,
                "loan",
                Phrase.of("one with fewer than {0} instalments left", LoanTerms.MOST_INSTALMENTS),
                Phrase.of("{0} left", remaining));
        faults.require(!room || (periods >= 1 && periods <= most), "periods", Phrase.of("1 to {0}", most), periods);
        faults.throwIfAny();
        replay.extend(periods);
    }

    private void reschedule(LoanEvent.Rescheduled rescheduled) {
        faults.require(!replay.matured(), "date", STILL_DUE, Phrase.of("{0}, when none is", event.date()));
        boolean owed = replay.outstandingPrincipal() > 0;
        faults.require(owed, "loan", "one on which principal is owed", "no principal owed");
        faults.require(
                rescheduled.instalments() >= 1 && rescheduled.instalments() <= 600,
                "instalments",
                "1 to 600",
                rescheduled.instalments());
        if (rescheduled.rate() != null) {
            LoanTerms.requireRate(rescheduled.rate(), faults);
        }
        faults.throwIfAny();
        replay.reschedule(rescheduled.instalments(), rescheduled.rate());
    }

    private void holiday(int instalments) {
        requireRunning();
        faults.throwIfAny();
        int most = replay.plan.remaining() - 1;
        boolean later = faults.require(
                most > 0,
                "date",
                "a day on which two instalments are still to fall due",
                Phrase.of("{0}, when one is", event.date()));
        faults.require(
                !later || (instalments >= 1 && instalments <= most),
                "instalments",
                Phrase.of("1 to {0}", most),
                instalments);
        faults.throwIfAny();
        replay.holiday(instalments);
    }

    /** Where the excess of a payment goes for which nobody said it. */
    private Excess excess() {
        boolean onDueDate = replay.dues.fallDueOn(event.date());
        return onDueDate ? replay.terms.excessOnDueDate() : replay.terms.excessBetween();
    }

    private void pay(Money amount, Excess excess) {
        if (positive(amount)) {
            long payoff = replay.payoff();
            long due = replay.payable();
            boolean fits = amount.minorUnits() <= Math.min(due, payoff) || amount.minorUnits() == payoff;
            Phrase most = payoff > due
                    ? Phrase.of("at most {0}, or {1} to settle the loan", money(due), money(payoff))
                    : Phrase.of("at most {0}", money(payoff));
            faults.require(fits || excess == Excess.HELD, "amount", most, amount);
        }
        faults.throwIfAny();
        replay.pay(amount.minorUnits(), excess);
    }

    private void refund(Money amount) {
        if (positive(amount)) {
            boolean fits = amount.minorUnits() <= replay.held();
            faults.require(fits, "amount", Phrase.of("at most {0}, which is held", money(replay.held())), amount);
        }
        faults.throwIfAny();
        replay.refund(amount.minorUnits());
    }

    private void writeOff() {
        boolean owed = replay.payoff() > 0;
        faults.require(owed, "loan", "one on which something is owed", "nothing owed");
        faults.throwIfAny();
        replay.writeOff();
    }

    private void recover(Money amount) {
        faults.require(replay.loss.isWrittenOff(), "loan", "one that was written off", "one that was not");
        if (positive(amount)) {
            long most = replay.loss.left();
            faults.require(amount.minorUnits() <= most, "amount", Phrase.of("at most {0}", money(most)), amount);
        }
        faults.throwIfAny();
        replay.recover(amount.minorUnits());
    }

    private Money money(long minorUnits) {
        return Money.ofMinor(replay.loan.terms().principal().currency(), minorUnits);
    }
}
