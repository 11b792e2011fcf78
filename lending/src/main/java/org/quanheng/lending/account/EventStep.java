package org.quanheng.lending.account;

import java.math.BigDecimal;
import org.quanheng.lending.Faults;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.AllocationOrder.Part;
import org.quanheng.lending.schedule.LoanTerms;
import org.quanheng.lending.schedule.RepaymentMethod;

/** One event of a replay: checked against the loan as it stands on that day, then taken. */
final class EventStep {
    private static final String STILL_DUE = "a day on which an instalment is still to fall due";

    private final Replay replay;
    private final LoanEvent event;
    private final Faults faults;

    EventStep(Replay replay, LoanEvent event) {
        this.replay = replay;
        this.event = event;
        this.faults = new Faults("loan event " + event.id());
    }

    void take() {
        boolean timely = faults.require(
                !event.date().isBefore(replay.loan.disbursedOn()),
                "date",
                replay.loan.disbursedOn() + " or later",
                event.date());
        if (timely) {
            replay.moveTo(event.date());
        }
        boolean recovery = event instanceof LoanEvent.Recovered;
        boolean running = !replay.isWrittenOff() || recovery;
        faults.require(running, "loan", "one that is not written off", "one written off before " + event.date());
        boolean drawn = event instanceof LoanEvent.Disbursed || replay.drawn() > 0;
        faults.require(drawn, "loan", "one that was paid out by " + event.date(), "nothing paid out");
        faults.throwIfAny();
        switch (event) {
            case LoanEvent.Disbursed disbursed -> disburse(disbursed.amount());
            case LoanEvent.RateReset reset -> resetRate(reset);
            case LoanEvent.PartnerShared shared -> share(shared);
            case LoanEvent.FeeCharged fee -> charge(Part.FEE, fee.amount());
            case LoanEvent.PenaltyCharged penalty -> charge(Part.PENALTY, penalty.amount());
            case LoanEvent.Extended extended -> extend(extended.periods());
            case LoanEvent.Rescheduled rescheduled -> reschedule(rescheduled);
            case LoanEvent.HolidayGranted holiday -> holiday(holiday.instalments());
            case LoanEvent.Repaid repaid -> pay(repaid.amount(), replay.excess());
            case LoanEvent.RepaidEarly early -> pay(early.amount(), early.excess());
            case LoanEvent.WrittenOff _ -> writeOff();
            case LoanEvent.Recovered recovered -> recover(recovered.amount());
            case LoanEvent.Reversed _ ->
                throw new IllegalStateException("expected no reversal in a replay, came " + event);
        }
    }

    private boolean positive(Money amount) {
        Money lent = replay.loan.terms().principal();
        boolean currency = faults.require(
                amount.currency().equals(lent.currency()), "amount", "an amount in " + lent.currencyCode(), amount);
        return currency && faults.require(amount.isPositive(), "amount", "above zero", amount);
    }

    private void disburse(Money amount) {
        Money lent = replay.loan.terms().principal();
        if (positive(amount)) {
            boolean revolving = replay.loan.terms().method() == RepaymentMethod.REVOLVING;
            long used = revolving ? replay.outstandingPrincipal() : replay.drawn();
            long left = lent.minorUnits() - used;
            faults.require(amount.minorUnits() <= left, "amount", "at most " + money(left), amount);
        }
        faults.require(!replay.matured(), "date", STILL_DUE, event.date() + ", when none is");
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
        faults.require(!replay.hasPartner(), "partner", "one partner", "a second one, " + shared.partner());
        faults.throwIfAny();
        replay.share(percent);
    }

    private void charge(Part part, Money amount) {
        positive(amount);
        faults.throwIfAny();
        replay.chargeNow(part, amount.minorUnits());
    }

    private void requireRunning() {
        faults.require(
                !replay.matured() && replay.notDue() > 0,
                "date",
                "a day on which principal is still to fall due",
                event.date() + ", when none is");
    }

    private void extend(int periods) {
        requireRunning();
        int most = Math.min(600, LoanTerms.MOST_INSTALMENTS - replay.remainingPeriods());
        faults.require(periods >= 1 && periods <= most, "periods", "1 to " + most, periods);
        faults.throwIfAny();
        replay.extend(periods);
    }

    private void reschedule(LoanEvent.Rescheduled rescheduled) {
        faults.require(!replay.matured(), "date", STILL_DUE, event.date() + ", when none is");
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
        int most = replay.remainingPeriods() - 1;
        faults.require(instalments >= 1 && instalments <= most, "instalments", "1 to " + most, instalments);
        faults.throwIfAny();
        replay.holiday(instalments);
    }

    private void pay(Money amount, Excess excess) {
        if (positive(amount)) {
            long payoff = replay.payoff();
            long due = replay.unpaid() + replay.penaltyToCharge() + replay.notDue();
            boolean fits = amount.minorUnits() <= due || amount.minorUnits() == payoff;
            String most =
                    "at most " + money(due) + (payoff > due ? ", or " + money(payoff) + " to settle the loan" : "");
            faults.require(fits, "amount", most, amount);
        }
        faults.throwIfAny();
        replay.pay(amount.minorUnits(), excess);
    }

    private void writeOff() {
        boolean owed = replay.payoff() > 0;
        faults.require(owed, "loan", "one on which something is owed", "nothing owed");
        faults.throwIfAny();
        replay.writeOff();
    }

    private void recover(Money amount) {
        faults.require(replay.isWrittenOff(), "loan", "one that was written off", "one that was not");
        if (positive(amount)) {
            long most = replay.lostAndOwed();
            faults.require(amount.minorUnits() <= most, "amount", "at most " + money(most), amount);
        }
        faults.throwIfAny();
        replay.recover(amount.minorUnits());
    }

    private Money money(long minorUnits) {
        return Money.ofMinor(replay.loan.terms().principal().currency(), minorUnits);
    }
}
