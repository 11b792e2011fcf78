package org.quanheng.lending.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;

/**
 * Something that happened to a loan, and the day from which it counts, which may lie before the day it was recorded.
 *
 * <p>Events of one day take effect in the order of the list below, those of one kind in the order in which they were
 * recorded: disbursed, rate reset, partner shared, fee charged, penalty charged, extended, rescheduled, holiday granted, repaid
 * or refunded (one kind: money counts as it comes and goes), written off, recovered. An event that was reversed is as if it
 * had never been.
 */
public sealed interface LoanEvent {
    /** Names the event within its loan. */
    String id();

    /** The day from which it counts. */
    LocalDate date();

    /** Money paid out to the borrower; the first time, fees up front are kept back from it. */
    record Disbursed(String id, LocalDate date, Money amount) implements LoanEvent {}

    /** From this day on interest is counted at another rate. */
    record RateReset(String id, LocalDate date, Rate rate) implements LoanEvent {}

    /**
     * A partner takes a percentage of the principal owed now and of what is drawn later, and of the principal, interest and
     * penalties paid from now on, not of the fees; when the loan is lost it bears its share and receives it of what comes back.
     */
    record PartnerShared(String id, LocalDate date, String partner, BigDecimal percent) implements LoanEvent {}

    /** A fee, due at once. */
    record FeeCharged(String id, LocalDate date, String name, Money amount) implements LoanEvent {}

    /** A penalty set by hand, due at once; penalty interest needs no event. */
    record PenaltyCharged(String id, LocalDate date, Money amount) implements LoanEvent {}

    /** So many periods more at the end [展期]. */
    record Extended(String id, LocalDate date, int periods) implements LoanEvent {}

    /**
     * A new plan for all that is owed of the principal, what is overdue included [重组].
     *
     * @param instalments from the running period on
     * @param rate the new rate; null to keep it
     */
    record Rescheduled(
            String id,
            LocalDate date,
            int instalments,
            @Nullable Rate rate) implements LoanEvent {}

    /** The next so many instalments ask for nothing; their interest is paid with the one that follows. */
    record HolidayGranted(String id, LocalDate date, int instalments) implements LoanEvent {}

    /** A payment; what exceeds the amounts due goes where the terms of the account say. */
    record Repaid(String id, LocalDate date, Money amount) implements LoanEvent {}

    /** A payment whose excess over the amounts due goes where the borrower says. */
    record RepaidEarly(String id, LocalDate date, Money amount, Excess excess) implements LoanEvent {}

    /** Money that is held for the borrower goes back. */
    record Refunded(String id, LocalDate date, Money amount) implements LoanEvent {}

    /** Given up as lost: what is owed leaves the books and stays owed. */
    record WrittenOff(String id, LocalDate date) implements LoanEvent {}

    /** Something came in on a loan that was given up. */
    record Recovered(String id, LocalDate date, Money amount) implements LoanEvent {}

    /**
     * Another event is void, as if it had never been.
     *
     * @param reverses the id of the other event
     */
    record Reversed(String id, LocalDate date, String reverses) implements LoanEvent {}
}
