package org.quanheng.app.loan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LoanEvent;

/** A change of a loan that somebody asks for. Asking changes nothing yet. */
public sealed interface LoanChange {
    /** Which change it is. */
    Kind kind();

    /** The event that it will be, and of which the preview is made. */
    LoanEvent event(Loan loan, LocalDate on);

    /** The kinds of change; of each one request can be open on a loan. */
    enum Kind {
        /** To pay more than is due, and what that changes [提前还款]. */
        EARLY_REPAYMENT,
        /** More time [展期]. */
        EXTENSION,
        /** Instalments that are left out for a time [暂缓还款]. */
        HOLIDAY,
        /** A new plan for all that is owed [重组]. */
        RESTRUCTURING,
        /** The loan is given up as lost [核销]. */
        WRITE_OFF;

        /** Whether a borrower asks for it; else the staff alone put it forward and see it. */
        public boolean isOfBorrower() {
            return this != WRITE_OFF;
        }

        /** Why it can be refused. */
        public List<Refusal> refusals() {
            return switch (this) {
                case EARLY_REPAYMENT -> List.of();
                case EXTENSION -> List.of(Refusal.BACKLOG, Refusal.REPEATED, Refusal.TOO_LONG, Refusal.OTHER);
                case HOLIDAY -> List.of(Refusal.BACKLOG, Refusal.REPEATED, Refusal.OTHER);
                case RESTRUCTURING -> List.of(Refusal.NOT_KEPT, Refusal.REPEATED, Refusal.TOO_LONG, Refusal.OTHER);
                case WRITE_OFF -> List.of(Refusal.COLLECTABLE, Refusal.OTHER);
            };
        }

        /** Whether an officer puts it forward and somebody else decides; else it is done when the money is here. */
        public boolean takesTwo() {
            return this != EARLY_REPAYMENT;
        }
    }

    /** Why somebody needs more time; a code and no free text, which could say more about a person than we may keep. */
    enum Reason {
        /** Less income for a time. */
        INCOME,
        /** Illness. */
        ILLNESS,
        /** A change in the family. */
        FAMILY,
        /** Something else. */
        OTHER
    }

    /** Why a change was refused. */
    enum Refusal {
        /** What is overdue must be settled first. */
        BACKLOG,
        /** It was done before. */
        REPEATED,
        /** It would run longer than we lend. */
        TOO_LONG,
        /** Nor could such a plan be kept, as far as we can tell. */
        NOT_KEPT,
        /** What is owed can still be collected. */
        COLLECTABLE,
        /** Another reason, which the officer explains in person. */
        OTHER
    }

    /** Why a loan is given up. */
    enum Ground {
        /** Overdue for more than a year, and pursued without result. */
        UNCOLLECTED,
        /** The borrower is insolvent, and nothing more is to be had. */
        INSOLVENT,
        /** The borrower died or is missing, and left nothing to pay from. */
        DECEASED
    }

    /** What is owed leaves the books and stays owed. */
    record WriteOff(Ground ground) implements LoanChange {
        @Override
        public Kind kind() {
            return Kind.WRITE_OFF;
        }

        @Override
        public LoanEvent event(Loan loan, LocalDate on) {
            return new LoanEvent.WrittenOff(loan.nextEventId(), on);
        }
    }

    /**
     * To pay early.
     *
     * @param amountMinor all that is due by then included, in minor units of the loan's currency
     * @param excess fewer or smaller instalments
     * @param plannedOn the day on which the borrower means to pay
     */
    record EarlyRepayment(long amountMinor, Excess excess, LocalDate plannedOn) implements LoanChange {
        @Override
        public Kind kind() {
            return Kind.EARLY_REPAYMENT;
        }

        @Override
        public LoanEvent event(Loan loan, LocalDate on) {
            return Payment.event(loan.account(), plannedOn, amount(loan), excess);
        }

        /** The amount in the currency of the loan. */
        public Money amount(Loan loan) {
            return Money.ofMinor(loan.contract().principal().currency(), amountMinor);
        }
    }

    /** So many months more. */
    record Extension(int months, Reason reason) implements LoanChange {
        /** The longest that can be asked for. */
        public static final int MOST_MONTHS = 24;

        @Override
        public Kind kind() {
            return Kind.EXTENSION;
        }

        @Override
        public LoanEvent event(Loan loan, LocalDate on) {
            return new LoanEvent.Extended(loan.nextEventId(), on, months);
        }
    }

    /** The next so many instalments are left out; the last due date stays. */
    record Holiday(int instalments, Reason reason) implements LoanChange {
        @Override
        public Kind kind() {
            return Kind.HOLIDAY;
        }

        @Override
        public LoanEvent event(Loan loan, LocalDate on) {
            return new LoanEvent.HolidayGranted(loan.nextEventId(), on, instalments);
        }
    }

    /**
     * A new plan for all that is owed. The borrower says what can be paid a month, and the officer who puts it forward sets the terms.
     *
     * @param monthlyMinor what the borrower can pay a month, in minor units of the loan's currency
     * @param instalments of the new plan, from the running period on
     * @param annualRate the new rate a year as a decimal; null to keep it
     */
    record Restructuring(
            long monthlyMinor, int instalments, @Nullable BigDecimal annualRate, Reason reason) implements LoanChange {
        @Override
        public Kind kind() {
            return Kind.RESTRUCTURING;
        }

        @Override
        public LoanEvent event(Loan loan, LocalDate on) {
            return plan(loan, on, instalments, annualRate);
        }

        /** The same wish in the terms of the officer. */
        public Restructuring inTerms(LoanEvent.Rescheduled plan) {
            Rate rate = plan.rate();
            return new Restructuring(monthlyMinor, plan.instalments(), rate == null ? null : rate.perYear(), reason);
        }

        /** What the borrower can pay a month, in the currency of the loan. */
        public Money monthly(Loan loan) {
            return Money.ofMinor(loan.contract().principal().currency(), monthlyMinor);
        }

        /** The event of a plan on a loan. */
        public static LoanEvent.Rescheduled plan(
                Loan loan, LocalDate on, int instalments, @Nullable BigDecimal annualRate) {
            Rate rate = annualRate == null ? null : new Rate(annualRate);
            return new LoanEvent.Rescheduled(loan.nextEventId(), on, instalments, rate);
        }
    }
}
