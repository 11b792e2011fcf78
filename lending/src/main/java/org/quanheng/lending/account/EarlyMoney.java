package org.quanheng.lending.account;

/** What was paid before it fell due, and what instalments to come still owe to it. Smallest units. */
final class EarlyMoney {
    private long waiting;
    private long waitingAsScheduled;
    private long forRunning;
    private long skipped;

    EarlyMoney() {}

    EarlyMoney(EarlyMoney other) {
        this.waiting = other.waiting;
        this.waitingAsScheduled = other.waitingAsScheduled;
        this.forRunning = other.forRunning;
        this.skipped = other.skipped;
    }

    /** True if money that goes this way waits for instalments to come, false if it is repaid at once. */
    static boolean waits(Excess excess) {
        return switch (excess) {
            case NEXT_INSTALMENTS, NEXT_INSTALMENTS_AS_SCHEDULED, RUNNING_INSTALMENT -> true;
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

    void forget() {
        waiting = 0;
        waitingAsScheduled = 0;
        forRunning = 0;
        skipped = 0;
    }
}
