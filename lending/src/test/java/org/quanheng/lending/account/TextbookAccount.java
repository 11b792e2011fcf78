package org.quanheng.lending.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.terms.RepaymentMethod;

/**
 * A loan lived day by day, as a clerk would with fractions and a diary, from the documents alone: what {@link LoanAccount}
 * must agree with. All amounts in cents.
 */
final class TextbookAccount {
    TextbookTerms terms;
    final TextbookPlan plan;
    final TextbookBooks books;
    final List<TextbookRow> rows = new ArrayList<>();
    final TextbookPurse purse;
    private final TextbookOverrun overrun = new TextbookOverrun();
    /** The days on which a payment comes, some of them still ahead. */
    private final Set<LocalDate> payments;

    final TextbookInterest interest;
    LocalDate today;
    int fallen;
    long planned;
    long putOff;
    long lent;
    long lost;
    boolean writtenOff;
    boolean closed;
    private boolean drawn;
    private boolean endsEarly;
    private int downPayments;
    /** True in the borrower's preview: what is overdue is paid today and the rest when it falls due. */
    private boolean supposesPaid;
    /** True while it is found out how long the instalments that are agreed now would go on. */
    private boolean measures;

    TextbookAccount(TextbookTerms terms, Set<LocalDate> payments) {
        this(terms, new TextbookPlan(terms), payments);
    }

    /** The same life, to be lived on by supposition. */
    TextbookAccount supposed() {
        TextbookAccount copy = new TextbookAccount(terms, plan.copy(), Set.of());
        rows.forEach(row -> copy.rows.add(row.copy()));
        copy.interest.copy(interest);
        copy.endsEarly = endsEarly;
        copy.today = today;
        copy.fallen = fallen;
        copy.planned = planned;
        copy.putOff = putOff;
        copy.lent = lent;
        copy.closed = closed;
        copy.writtenOff = writtenOff;
        copy.drawn = drawn;
        copy.downPayments = downPayments;
        copy.supposesPaid = true;
        copy.purse.put(purse.held());
        return copy;
    }

    private TextbookAccount(TextbookTerms terms, TextbookPlan plan, Set<LocalDate> payments) {
        this.terms = terms;
        this.plan = plan;
        this.payments = payments;
        this.books = new TextbookBooks();
        this.purse = new TextbookPurse(terms.allocation(), books);
        this.interest = new TextbookInterest(this);
        this.today = terms.start();
    }

    boolean isRunning() {
        return drawn && !closed && !writtenOff && fallen < plan.end();
    }

    void liveUntil(LocalDate day) {
        while (today.isBefore(day)) {
            liveADay();
        }
    }

    private void liveADay() {
        if (isRunning() && !today.isBefore(terms.periodStart(fallen))) {
            interest.liveADay(today, bearing(), supposesPaid ? 0 : lateThatWaits());
        }
        if (!supposesPaid && !writtenOff && !closed) {
            BigDecimal penaltyRate =
                    interest.rateOn(today).multiply(terms.penalty().multiple());
            rows.forEach(row -> row.liveADay(today, penaltyRate, terms.penalty()));
            boolean bears = terms.late() == LateInterest.UNTIL_PAID && terms.method() != RepaymentMethod.FLAT;
            if (drawn && bears && fallen >= plan.end() && !today.isBefore(terms.periodStart(plan.end()))) {
                overrun.liveADay(this, late(AllocationOrder.Part.PRINCIPAL));
            }
        }
        today = today.plusDays(1);
        if (payments.contains(today)) {
            interest.paymentComes();
        }
        if (isRunning() && today.equals(terms.fallsDue(fallen))) {
            fallDue();
        }
    }

    /** What bears interest: of a flat loan all that was lent; else what is owed and neither ahead nor late without interest. */
    long bearing() {
        if (terms.method() == RepaymentMethod.FLAT) {
            return lent;
        }
        boolean late = terms.late() == LateInterest.UNTIL_PAID || terms.late() == LateInterest.UNTIL_LAST_DUE_DATE;
        return planned - plan.savingInterest() + (late && !supposesPaid ? late(AllocationOrder.Part.PRINCIPAL) : 0);
    }

    /** What bears interest for today only if a payment comes. */
    private long lateThatWaits() {
        if (!terms.lateBearsUpToPayment()) {
            return 0;
        }
        boolean both = terms.late() == LateInterest.WITHIN_PERIOD_OF_PAYMENT_ON_INTEREST_TOO;
        return late(AllocationOrder.Part.PRINCIPAL) + (both ? late(AllocationOrder.Part.INTEREST) : 0);
    }

    /** What is unpaid and whose day to pay has come. */
    private long late(AllocationOrder.Part part) {
        return rows.stream()
                .filter(row -> !row.due.isAfter(today))
                .mapToLong(row -> row.unpaid(part))
                .sum();
    }

    private void fallDue() {
        for (LocalDate day = today; day.isBefore(terms.dueDate(fallen)); day = day.plusDays(1)) {
            // It is owed ahead of the end of its period, with the interest up to there.
            interest.liveADay(day, bearing(), 0);
        }
        boolean last = fallen == plan.end() - 1 || (endsEarly && planned == 0 && !revolves());
        long earned = interest.endPeriod(last);
        long principal = plan.principal(fallen, planned, earned);
        putOff += earned;
        long asked = plan.asksForInterest(fallen) ? putOff : 0;
        putOff -= asked;
        long fees = terms.fees(planned);
        books.passOn(supposesPaid ? 0 : terms.insurance(planned));
        planned -= principal;
        TextbookRow row = new TextbookRow(
                fallen + 1 + downPayments,
                terms.periodStart(fallen),
                terms.dueDate(fallen),
                terms.paidOn(terms.dueDate(fallen)),
                principal,
                asked,
                fees,
                planned);
        rows.add(row);
        row.pay(AllocationOrder.Part.PRINCIPAL, plan.takeAhead(principal));
        if (!supposesPaid) {
            books.interest(asked);
            books.fee(fees);
        }
        fallen++;
        long rest = plan.takeRestOfRunning();
        if (rest > 0) {
            // It is principal already, so it cannot be held: it stays ahead.
            early(rest, terms.onDueDate() == Excess.HELD ? Excess.NEXT_INSTALMENTS : terms.onDueDate(), row);
        }
        if (isRunning() && interest.changesRate() && plan.followsTheRate() && !measures) {
            plan.findAgain(this);
        }
        if (endsEarly && planned == 0 && isRunning() && !revolves()) {
            plan.end(fallen);
            row.asked.merge(AllocationOrder.Part.INTEREST, putOff, Long::sum);
            books.interest(supposesPaid ? 0 : putOff);
            putOff = 0;
        }
        purse.pay(rows);
    }

    void draw(long cents) {
        LocalDate counts = fallen > 0 && today.isBefore(terms.periodStart(fallen)) ? terms.periodStart(fallen) : today;
        rows.stream()
                .filter(row -> row.end.equals(today) || row.end.equals(counts))
                .forEach(row -> row.balance += cents);
        books.draw(cents, drawn ? 0 : terms.feeUpFront());
        long down = terms.downPayment(cents);
        planned += cents - down;
        lent += cents - down;
        if (down > 0) {
            downPayments++;
            rows.add(TextbookRow.of(fallen + downPayments, today, down, 0, 0, planned));
        }
        if (!drawn && terms.feeUpFront() > 0) {
            TextbookRow fee = TextbookRow.of(0, today, 0, 0, terms.feeUpFront(), planned);
            fee.pay(AllocationOrder.Part.FEE, terms.feeUpFront());
            rows.add(fee);
        }
        drawn = true;
        purse.pay(rows);
        plan.findAgain(this);
    }

    void setRate(BigDecimal rate) {
        boolean another = rate.compareTo(interest.rateOn(today)) != 0;
        interest.setRate(today, rate);
        if (isRunning() && another) {
            plan.findAgainAtANewRate(this);
        }
    }

    void extend(int periods) {
        plan.end(plan.end() + periods);
        plan.findAgain(this);
    }

    void reschedule(int periods, @Nullable BigDecimal rate) {
        rows.forEach(row -> books.penalty(row.charge(terms)));
        for (TextbookRow row : rows) {
            long late = row.unpaid(AllocationOrder.Part.PRINCIPAL);
            row.asked.merge(AllocationOrder.Part.PRINCIPAL, -late, Long::sum);
            planned += late;
        }
        planned -= plan.forgetAhead();
        lent = planned;
        endsEarly = false;
        if (rate != null) {
            interest.setRate(today, rate);
        }
        interest.beginAnew();
        plan.end(fallen + periods);
        terms = terms.ending(plan.end());
        plan.findAgain(this);
    }

    void rest(int instalments) {
        plan.rest(fallen, instalments);
        plan.findAgain(this);
    }

    void share(BigDecimal percent) {
        books.share(percent, principal());
    }

    void charge(long fee, long penalty) {
        TextbookRow row = TextbookRow.of(0, today, 0, 0, fee, planned);
        row.asked.put(AllocationOrder.Part.PENALTY, penalty);
        rows.add(row);
        books.fee(fee);
        books.penalty(penalty);
        purse.pay(rows);
    }

    /** Where what exceeds the amounts due goes, if the borrower does not say it. */
    Excess excess() {
        boolean dueDate =
                rows.stream().anyMatch(row -> row.number > 0 && (row.due.equals(today) || row.end.equals(today)));
        return dueDate ? terms.onDueDate() : terms.between();
    }

    /** A payment: what settles the loan closes it; else what is due in the order agreed, and the rest is held or early. */
    void pay(long cents, Excess excess) {
        boolean settles = cents >= payoff();
        long accrued = accruedInterest();
        long before = purse.held();
        chargeWhatIsLate();
        purse.put(cents);
        purse.pay(rows);
        long rest = purse.held() - before;
        if (settles) {
            settle(accrued);
        } else if (rest > 0 && excess != Excess.HELD) {
            purse.spend(AllocationOrder.Part.PRINCIPAL, rest);
            TextbookRow last = rows.isEmpty() ? null : rows.getLast();
            early(rest, excess, last != null && last.number > 0 && last.end.equals(today) ? last : null);
        }
    }

    private void chargeWhatIsLate() {
        rows.forEach(row -> books.penalty(row.charge(terms)));
        long overdue = overrun.interest(terms);
        if (overdue > 0) {
            rows.add(TextbookRow.of(0, today, 0, overdue, 0, planned));
            books.interest(overdue);
            overrun.charged();
        }
    }

    private void settle(long accrued) {
        long principal = notDue();
        purse.spend(AllocationOrder.Part.PRINCIPAL, principal);
        books.interest(accrued);
        purse.spend(AllocationOrder.Part.INTEREST, accrued);
        if (planned + accrued > 0) {
            TextbookRow row = new TextbookRow(
                    revolves() ? 0 : fallen + 1 + downPayments,
                    today.isBefore(terms.periodStart(fallen)) ? today : terms.periodStart(fallen),
                    today,
                    today,
                    planned,
                    accrued,
                    0,
                    0);
            row.paid.putAll(row.asked);
            rows.add(row);
        }
        planned = 0;
        putOff -= accrued;
        plan.forgetAhead();
        closed = !revolves();
    }

    private boolean revolves() {
        return terms.method() == RepaymentMethod.REVOLVING && fallen < plan.end();
    }

    /** Early money, as a part of an instalment whose period ends today or as a line of its own. */
    private void early(long cents, Excess excess, @Nullable TextbookRow instalment) {
        endsEarly = true;
        if (plan.goesAhead(cents, excess)) {
            return;
        }
        planned -= cents;
        if (instalment != null) {
            instalment.asked.merge(AllocationOrder.Part.PRINCIPAL, cents, Long::sum);
            instalment.paid.merge(AllocationOrder.Part.PRINCIPAL, cents, Long::sum);
            instalment.balance = planned;
        } else {
            TextbookRow row = TextbookRow.of(0, today, cents, 0, 0, planned);
            row.paid.put(AllocationOrder.Part.PRINCIPAL, cents);
            rows.add(row);
        }
        switch (excess) {
            case FEWER_INSTALMENTS -> endEarlier();
            case SMALLER_INSTALMENTS -> plan.findAgain(this);
            case SKIPPED_INSTALMENTS -> plan.skip(cents);
            default -> throw new IllegalArgumentException(excess.name());
        }
    }

    private void endEarlier() {
        if (isRunning() && !revolves()) {
            TextbookAccount to = supposed();
            to.measures = true;
            plan.end(to.endWhenPaidAsAgreed());
            terms = terms.ending(plan.end());
        }
    }

    /** How many instalments there are when each asks for as much as agreed until nothing is owed. */
    private int endWhenPaidAsAgreed() {
        do {
            liveUntil(terms.fallsDue(fallen));
        } while (planned > 0 && isRunning());
        return fallen;
    }

    void writeOff() {
        long accrued = accruedInterest();
        lost = payoff();
        chargeWhatIsLate();
        if (accrued > 0) {
            rows.add(TextbookRow.of(0, today, 0, accrued, 0, planned));
            books.interest(accrued);
        }
        purse.pay(rows);
        purse.spend(AllocationOrder.Part.PRINCIPAL, purse.held());
        books.writeOff();
        writtenOff = true;
    }

    void recover(long cents) {
        books.recover(cents);
        lost -= cents;
    }

    long principal() {
        return writtenOff ? 0 : notDue() + due(AllocationOrder.Part.PRINCIPAL);
    }

    long notDue() {
        return planned - plan.ahead();
    }

    long due(AllocationOrder.Part part) {
        return writtenOff || supposesPaid
                ? 0
                : rows.stream().mapToLong(row -> row.unpaid(part)).sum();
    }

    long duePenalty() {
        long uncharged = writtenOff || closed
                ? 0
                : rows.stream().mapToLong(row -> row.uncharged(terms)).sum();
        return due(AllocationOrder.Part.PENALTY) + uncharged;
    }

    long accruedInterest() {
        return isRunning() ? putOff + interest.running() : 0;
    }

    long dueInterest() {
        return due(AllocationOrder.Part.INTEREST) + (writtenOff ? 0 : overrun.interest(terms));
    }

    /** What has fallen due, or was late, and is unpaid. */
    long dueNow() {
        return due(AllocationOrder.Part.PRINCIPAL) + dueInterest() + due(AllocationOrder.Part.FEE) + duePenalty();
    }

    long payoff() {
        long owed = dueNow() + (writtenOff ? 0 : notDue()) + accruedInterest();
        return Math.max(0, owed - purse.held());
    }

    long daysPastDue() {
        return writtenOff
                ? 0
                : rows.stream()
                        .filter(row -> row.unpaid() > 0 && row.due.isBefore(today))
                        .mapToLong(row -> today.toEpochDay() - row.due.toEpochDay())
                        .max()
                        .orElse(0);
    }

    /** The lines of the past, and those to come if what is due is paid and all goes as agreed from today on. */
    List<String> booklet() {
        TextbookAccount to = supposed();
        if (!writtenOff) {
            to.rows.forEach(row -> row.charge(terms));
            long overdue = overrun.interest(terms);
            if (overdue > 0) {
                to.rows.add(TextbookRow.of(0, today, 0, overdue, 0, planned));
            }
        }
        while (to.isRunning()) {
            to.liveADay();
        }
        return to.rows.stream().map(TextbookRow::toString).toList();
    }
}
