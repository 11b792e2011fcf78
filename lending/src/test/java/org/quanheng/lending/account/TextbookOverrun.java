package org.quanheng.lending.account;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** What bears interest when no instalment is to come: a diary for each period that would have followed. */
final class TextbookOverrun {
    private final TreeMap<Integer, TextbookDays> periods = new TreeMap<>();

    /** The account has nothing to come today, and this much of it is late. */
    void liveADay(TextbookAccount account, long late) {
        int period = account.plan.end();
        while (!account.today.isBefore(account.terms.dueDate(period))) {
            period++;
        }
        periods.computeIfAbsent(period, number -> new TextbookDays())
                .add(account.today, late, account.interest.rateOn(account.today));
    }

    long interest(TextbookTerms terms) {
        Fraction sum = Fraction.ZERO;
        for (Map.Entry<Integer, TextbookDays> each : periods.entrySet()) {
            int period = each.getKey();
            LocalDate from = terms.periodStart(period);
            LocalDate to = terms.dueDate(period);
            Fraction interest = each.getValue()
                    .interest(
                            (a, b) -> terms.time(period, from, to, a, b),
                            exact -> terms.roundsStretches() ? Fraction.of(terms.toUnit(exact), 1) : exact);
            sum = sum.plus(interest);
        }
        return terms.toUnit(sum);
    }

    void charged() {
        periods.clear();
    }
}
