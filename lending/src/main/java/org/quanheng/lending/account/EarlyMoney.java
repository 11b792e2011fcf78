package org.quanheng.lending.account;

import java.util.EnumMap;
import java.util.Map;
import org.quanheng.lending.account.AllocationOrder.Part;

/** What was paid before it fell due: what is held, and what instalments to come still owe to it. Smallest units. */
final class EarlyMoney {
    private long waiting;
    private long waitingAsScheduled;
    private long forRunning;
    private long skipped;
    private long held;

    EarlyMoney() {}

    EarlyMoney(EarlyMoney other) {
        this.waiting = other.waiting;
        this.waitingAsScheduled = other.waitingAsScheduled;
        this.forRunning = other.forRunning;
        this.skipped = other.skipped;
        this.held = other.held;
    }

    /** What is held for the borrower, and is no repayment before something falls due. */
    long held() {
        return held;
    }

    /** Holds so much more, or less. */
    void hold(long amount) {
        held = Math.addExact(held, amount);
    }

    /** What is held pays what is due as far as it goes; gives the parts that it covers. */
    Map<Part, Long> payFromHeld(Dues dues) {
        Map<Part, Long> covered = new EnumMap<>(Part.class);
        held = held == 0 ? 0 : dues.cover(held, covered);
        return covered;
    }

    /** True if money that goes this way waits for instalments to come, false if it is repaid at once. */
    static boolean waits(Excess excess) {
        return switch (excess) {
            case HELD, NEXT_INSTALMENTS, NEXT_INSTALMENTS_AS_SCHEDULED, RUNNING_INSTALMENT -> true;
            case SKIPPED_INSTALMENTS, FEWER_INSTALMENTS, SMALLER_INSTALMENTS -> false;
        };
    }

    /** What waits for the principal of instalments to come. */
    long waiting() {
        return waiting;
    }

    /** The part of it that bears no interest any more. */
    long savingInterest() {
        return waiting - waitingAsScheduled;
    }

    void receive(long amount, Excess excess) {
        waiting += amount;
        waitingAsScheduled += excess == Excess.NEXT_INSTALMENTS_AS_SCHEDULED ? amount : 0;
        forRunning += excess == Excess.RUNNING_INSTALMENT ? amount : 0;
    }

    void repaid(long amount, Excess excess) {
        skipped += excess == Excess.SKIPPED_INSTALMENTS ? amount : 0;
    }

    /** What instalments to come will ask less for. */
    long skipped() {
        return skipped;
    }

    /** What is left of an instalment's principal once parts that were repaid ahead of it are skipped. */
    long afterSkipping(long principal) {
        long ahead = Math.min(skipped, principal);
        skipped -= ahead;
        return principal - ahead;
    }

    /** Takes what pays an instalment's principal as far as it goes. */
    long take(long principal) {
        long amount = Math.min(waiting, principal);
        waiting -= amount;
        long scheduled = Math.min(waitingAsScheduled, amount);
        waitingAsScheduled -= scheduled;
        forRunning -= Math.min(forRunning, amount - scheduled);
        return amount;
    }

    /** Takes what was paid for the running instalment beyond it, if on its due date it is repaid; else it goes on waiting. */
    long takeBeyondRunning(Excess onDueDate) {
        waitingAsScheduled += onDueDate == Excess.NEXT_INSTALMENTS_AS_SCHEDULED ? forRunning : 0;
        long beyond = waits(onDueDate) ? 0 : forRunning;
        forRunning = 0;
        waiting -= beyond;
        return beyond;
    }

    /** What was repaid ahead counts towards no instalment any more; what is held stays. */
    void forget() {
        waiting = 0;
        waitingAsScheduled = 0;
        forRunning = 0;
        skipped = 0;
    }
}
