package org.quanheng.lending.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.TreeMap;

/** The diary of the running period: what bore interest, what was agreed to be owed, and what was late and waits for a payment. */
final class TextbookPeriod {
    final TextbookDays borne;
    /** What was agreed to be owed on each day: without what is late or ahead. */
    final TextbookDays agreed;

    private final TreeMap<LocalDate, Long> waiting = new TreeMap<>();

    TextbookPeriod() {
        this(new TextbookDays(), new TextbookDays());
    }

    private TextbookPeriod(TextbookDays borne, TextbookDays agreed) {
        this.borne = borne;
        this.agreed = agreed;
    }

    TextbookPeriod copy() {
        TextbookPeriod copy = new TextbookPeriod(borne.copy(), agreed.copy());
        copy.waiting.putAll(waiting);
        return copy;
    }

    /** The same, with what bore interest in truth as what was agreed. */
    TextbookPeriod begunAnew() {
        TextbookPeriod copy = new TextbookPeriod(borne, borne.copy());
        copy.waiting.putAll(waiting);
        return copy;
    }

    void liveADay(LocalDate day, long bearing, long owed, BigDecimal rate) {
        borne.add(day, bearing, rate);
        agreed.add(day, owed, rate);
    }

    /** So much is late on a day, and bears interest for it if a payment comes. */
    void waits(LocalDate day, long late) {
        waiting.put(day, late);
    }

    void paymentComes() {
        waiting.forEach(borne::raise);
        waiting.clear();
    }
}
