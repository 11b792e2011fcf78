package org.quanheng.app.loan.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.Formats;
import org.quanheng.lending.Rate;
import org.quanheng.lending.account.PenaltyTerms;
import org.quanheng.lending.terms.Fee;

/**
 * A loan as its borrower sees it.
 *
 * @param state {@code loan.state.<code>}: {@code active}, {@code overdue}, {@code settled}, {@code written_off}
 * @param asOf the day for which all figures hold
 * @param balance principal still owed, due or not
 * @param due what fell due by then and is not paid
 * @param daysPastDue since the oldest of it fell due; 0 if nothing is overdue
 * @param held held for the borrower until something falls due
 * @param heldPaysOn when it pays next, or null if nothing is held or nothing is left to pay
 * @param payoff what settles the loan on that day, beside what is held
 * @param lost what was written off and is still owed
 * @param recovered what of it has come back
 * @param writtenOffOn when it was given up as lost, or null
 * @param paidPrincipal principal paid back so far
 * @param next the next instalment on which something is to be paid, or null when there is none
 * @param excess {@code change.way.<code>}: where the part of a payment goes that exceeds what is due
 * @param newRate nominal rate a year that a restructuring agreed since, or null
 * @param rate nominal rate a year when it was signed, as are {@code months} and {@code annualCost}
 * @param charges what it costs besides its interest
 * @param interestTotal interest paid and to come, if every instalment is paid when it is due
 * @param schedule what was and what is to be paid, as it stands now
 */
public record LoanView(
        String id,
        String number,
        String state,
        LocalDate asOf,
        String currency,
        BigDecimal principal,
        BigDecimal balance,
        BigDecimal due,
        int daysPastDue,
        BigDecimal held,
        @Nullable LocalDate heldPaysOn,
        BigDecimal payoff,
        BigDecimal lost,
        BigDecimal recovered,
        @Nullable LocalDate writtenOffOn,
        BigDecimal paidPrincipal,
        @Nullable Instalment next,
        String method,
        String excess,
        int months,
        @Nullable BigDecimal newRate,
        BigDecimal rate,
        BigDecimal annualCost,
        Charges charges,
        BigDecimal interestTotal,
        LocalDate openedOn,
        List<Instalment> schedule,
        List<Entry> statement,
        List<Request> requests,
        String idempotencyKey) {

    public LoanView {
        schedule = List.copyOf(schedule);
        statement = List.copyOf(statement);
        requests = List.copyOf(requests);
    }

    /**
     * One row of the schedule; {@code instalment.state.<state>}: {@code paid}, {@code early}, {@code fee}, {@code due}, {@code late},
     * {@code later}, or {@code covered} if what is held will pay it, {@code holiday} if it asks for nothing, {@code unpaid} of
     * a loan that was written off.
     *
     * @param number from 1; 0 for an early repayment or a fee between due dates
     * @param charges fees and penalty interest in it
     */
    public record Instalment(
            int number,
            LocalDate due,
            BigDecimal payment,
            BigDecimal principal,
            BigDecimal interest,
            BigDecimal charges,
            BigDecimal paid,
            BigDecimal balanceAfter,
            String state) {}

    /**
     * What the loan costs besides its interest.
     *
     * @param paidOut what the borrower received: the amount lent less the fees kept back
     * @param lateRate what overdue principal bears in a year in all
     * @param penaltyDue penalty interest that is owed by now
     */
    public record Charges(
            BigDecimal paidOut, List<Fee> fees, PenaltyTerms penalty, Rate lateRate, BigDecimal penaltyDue) {
        public Charges {
            fees = List.copyOf(fees);
        }
    }

    /**
     * One line of the statement: {@code entry.<kind>}, such as {@code disbursement}, {@code interest} or {@code repayment}.
     *
     * @param reversal whether it undoes an earlier line
     * @param amount what is owed grew by (less than 0 if it fell)
     * @param heldMore what is held for the borrower grew by
     * @param held what is held after it
     */
    public record Entry(
            LocalDate date,
            String kind,
            boolean reversal,
            BigDecimal amount,
            BigDecimal balance,
            BigDecimal heldMore,
            BigDecimal held,
            @Nullable String reference) {}

    /**
     * Something asked for: {@code request.<kind>}, {@code request.state.<state>}.
     *
     * @param kind such as {@code early_repayment} or {@code extension}
     * @param amount of an early repayment; of a restructuring what can be paid a month
     * @param way {@code fewer_instalments} or {@code smaller_instalments}
     * @param plannedOn when the borrower means to pay
     * @param count {@code request.count.<kind>}: how many months or instalments
     * @param rate a year, of a restructuring that changes it
     * @param reason {@code request.reason.<code>}
     * @param refusal {@code request.refusal.<code>}, of a refused one
     */
    public record Request(
            String id,
            String kind,
            String state,
            int version,
            boolean open,
            LocalDate askedOn,
            @Nullable BigDecimal amount,
            @Nullable String way,
            @Nullable LocalDate plannedOn,
            @Nullable Integer count,
            @Nullable BigDecimal rate,
            @Nullable String reason,
            @Nullable String refusal) {

        /** Whose turn it is while it is open: {@code request.turn.<code>}, {@code servicing.turn.<code>}. */
        public String turn() {
            return kind.equals("early_repayment") ? "early" : state;
        }
    }

    /** The due date of the last instalment. */
    public LocalDate lastDue() {
        return schedule.stream().map(Instalment::due).max(LocalDate::compareTo).orElse(openedOn);
    }

    /** The length of the bar of principal paid back, out of a whole. */
    public String paidWidth(double whole) {
        double share = principal.signum() == 0 ? 0 : paidPrincipal.doubleValue() / principal.doubleValue();
        return Formats.svg(Math.clamp(share, 0, 1) * whole);
    }

    /** How many instalments are paid. */
    public long paidCount() {
        return schedule.stream()
                .filter(row -> row.number() > 0 && row.state().equals("paid"))
                .count();
    }

    /** Whether any row has fees or penalty interest. */
    public boolean anyCharges() {
        return schedule.stream().anyMatch(row -> row.charges().signum() != 0);
    }

    /** How many instalments there are. */
    public long count() {
        return schedule.stream().filter(row -> row.number() > 0).count();
    }

    /** How many of them ask for something: a holiday leaves some out. */
    public long payableCount() {
        return schedule.stream()
                .filter(row -> row.number() > 0 && !row.state().equals("holiday"))
                .count();
    }

    /** Whether instalments are to be paid by the plan. */
    public boolean running() {
        return !state.equals("settled") && !writtenOff();
    }

    /** Whether it was given up as lost. */
    public boolean writtenOff() {
        return state.equals("written_off");
    }

    /** Whether anything is left to pay, by the plan or of what was written off. */
    public boolean owes() {
        return running() || lost.signum() > 0;
    }

    /** Whether money is held for the borrower. */
    public boolean holds() {
        return held.signum() > 0;
    }

    /** Whether money ever was. */
    public boolean everHeld() {
        return statement.stream().anyMatch(entry -> entry.held().signum() > 0);
    }

    /** Whether a request of this kind waits. */
    public boolean waitsFor(String kind) {
        return requests.stream()
                .anyMatch(request -> request.open() && request.kind().equals(kind));
    }
}
