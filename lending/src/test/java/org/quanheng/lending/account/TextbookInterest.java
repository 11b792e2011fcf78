package org.quanheng.lending.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.quanheng.lending.terms.RepaymentMethod;

/** The rates of a loan of the textbook, and the interest that its running period bears at them. */
final class TextbookInterest {
    private final TextbookAccount account;
    private final TreeMap<LocalDate, BigDecimal> rates = new TreeMap<>();
    private TextbookPeriod period = new TextbookPeriod();
    private Fraction flatEarned = Fraction.ZERO;
    private long flatCharged;

    TextbookInterest(TextbookAccount account) {
        this.account = account;
        rates.put(account.terms.start(), account.terms.rate());
        rates.putAll(account.terms.agreedRates());
    }

    /** The same of another account, which goes on by supposition. */
    void copy(TextbookInterest other) {
        rates.putAll(other.rates);
        period = other.period.copy();
        flatEarned = other.flatEarned;
        flatCharged = other.flatCharged;
    }

    BigDecimal rateOn(LocalDate day) {
        return rates.floorEntry(day).getValue();
    }

    void setRate(LocalDate from, BigDecimal rate) {
        rates.put(from, rate);
    }

    private BigDecimal periodRate(LocalDate day) {
        return account.fallen < account.terms.grace().interestFree() ? BigDecimal.ZERO : rateOn(day);
    }

    /** On a day this much bears interest, and what is late besides if a payment comes. */
    void liveADay(LocalDate day, long bearing, long late) {
        period.liveADay(day, bearing, owed(), periodRate(day));
        period.waits(day, late);
    }

    private long owed() {
        return account.planned + account.plan.skipped();
    }

    void paymentComes() {
        period.paymentComes();
    }

    void beginAnew() {
        period = period.begunAnew();
    }

    /** The interest of the running period so far. */
    long running() {
        return account.terms.toUnit(of(period.borne, account.terms.roundsStretches()));
    }

    private Fraction of(TextbookDays days, boolean roundsStretches) {
        TextbookTerms terms = account.terms;
        LocalDate from = terms.periodStart(account.fallen);
        LocalDate to = terms.dueDate(account.fallen);
        UnaryOperator<Fraction> ofStretch =
                roundsStretches ? exact -> Fraction.of(terms.toUnit(exact), 1) : exact -> exact;
        return days.interest((a, b) -> terms.time(account.fallen, from, to, a, b), ofStretch);
    }

    /** The running period's interest on what was agreed, and exact where nothing changes in it. */
    Fraction foreseen() {
        TextbookDays whole = period.agreed.copy();
        LocalDate due = account.terms.dueDate(account.fallen);
        for (LocalDate day = firstDay(); day.isBefore(due); day = day.plusDays(1)) {
            whole.add(day, owed(), periodRate(day));
        }
        return whole.isOneStretch()
                ? Fraction.of(owed(), 1).times(factor(account.fallen))
                : of(whole, account.terms.roundsStretches());
    }

    /** Today, or the first day of the running period where the instalment before it was owed earlier. */
    private LocalDate firstDay() {
        LocalDate start = account.terms.periodStart(account.fallen);
        return account.today.isBefore(start) ? start : account.today;
    }

    /** Interest of one cent over a period to come, at the rate of the running period's last day. */
    Fraction factor(int number) {
        BigDecimal rate = rateOn(account.terms.dueDate(account.fallen).minusDays(1));
        return number < account.terms.grace().interestFree()
                ? Fraction.ZERO
                : Fraction.of(rate).times(account.terms.foreseenTime(number));
    }

    /** True if the rate was agreed to change in the period that begins today. */
    boolean changesRate() {
        return firstDay()
                .datesUntil(account.terms.dueDate(account.fallen))
                .anyMatch(day -> rateOn(day).compareTo(rateOn(day.minusDays(1))) != 0);
    }

    /** The running period is over: gives its interest; the last one of a flat loan brings the sum to the total, rounded once. */
    long endPeriod(boolean last) {
        long asked = running();
        if (account.terms.method() == RepaymentMethod.FLAT) {
            flatEarned = flatEarned.plus(of(period.borne, false));
            asked = last ? Math.max(0, account.terms.toUnit(flatEarned) - flatCharged) : asked;
            flatCharged += asked;
        }
        period = new TextbookPeriod();
        return asked;
    }
}
