package org.quanheng.lending.schedule;

import java.time.LocalDate;
import java.util.Currency;

/** The columns of a schedule while it is computed, in smallest units. */
final class ScheduleRows {
    final Currency currency;
    final LocalDate[] dueDates;
    final long[] principal;
    /** What the method asks for; the very column of the principal unless a part was limited. */
    long[] asked;

    final long[] interest;
    final long[] fees;
    final long[] balanceAfter;
    private boolean limited;
    private int row;
    private long paid;

    ScheduleRows(Currency currency, int size) {
        this.currency = currency;
        this.dueDates = new LocalDate[size];
        this.principal = new long[size];
        this.asked = principal;
        this.interest = new long[size];
        this.fees = new long[size];
        this.balanceAfter = new long[size];
    }

    /** Adds a row; fails with an ArithmeticException if all payments together do not fit in a long. */
    void add(LocalDate due, long ofPrincipal, long askedFor, long ofInterest, long ofFees, long left) {
        dueDates[row] = due;
        principal[row] = ofPrincipal;
        if (askedFor != ofPrincipal && !limited) {
            asked = principal.clone();
            limited = true;
        }
        asked[row] = askedFor;
        interest[row] = ofInterest;
        fees[row] = ofFees;
        balanceAfter[row] = left;
        paid = Math.addExact(paid, Math.addExact(Math.addExact(ofPrincipal, ofInterest), ofFees));
        row++;
    }
}
