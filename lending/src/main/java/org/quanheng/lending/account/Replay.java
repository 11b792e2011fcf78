package org.quanheng.lending.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.account.AllocationOrder.Part;
import org.quanheng.lending.terms.Period;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.ResolvedTerms;

/** A loan's history played from its first day: time moves on, instalments fall due, events take effect. */
final class Replay {
    final AccountTerms terms;
    final ResolvedTerms loan;
    final Books books;
    final Dues dues;
    final Plan plan;
    private final Set<LocalDate> payments;
    private final RepaymentMethod method;
    final Loss loss = new Loss();
    private final EarlyMoney early;
    private final EarnedInterest earned;
    private LocalDate today;
    private OpenPeriod running;
    private long planned;
    private long drawn;
    private long lent;
    private int downPayments;
    private boolean endsEarly;
    private boolean forecasting;
    private boolean measuring;

    /** A replay from the first day; on the days of payments late principal may bear interest up to them. */
    Replay(AccountTerms terms, Set<LocalDate> payments) {
        this.terms = terms;
        this.payments = payments;
        this.loan = terms.loan();
        this.method = loan.terms().method();
        this.books = new Books(loan.terms().principal().currency());
        this.dues = new Dues(terms);
        this.plan = new Plan(loan);
        this.early = new EarlyMoney();
        this.earned = new EarnedInterest(loan);
        this.today = loan.disbursedOn();
        this.running = new OpenPeriod(plan.period(), 0, 0);
    }

    /** What is to come of another replay, to be played ahead without it, with the instalments that are agreed now. */
    private Replay(Replay other) {
        this.terms = other.terms;
        this.payments = other.payments;
        this.loan = other.loan;
        this.method = other.method;
        this.books = other.books;
        this.dues = new Dues(terms);
        this.plan = new Plan(other.plan);
        this.early = new EarlyMoney(other.early);
        this.earned = new EarnedInterest(other.earned);
        this.today = other.today;
        this.running = new OpenPeriod(other.running);
        this.planned = other.planned;
        this.lent = other.lent;
        this.endsEarly = other.endsEarly;
        this.measuring = true;
    }

    // What can be asked.

    long drawn() {
        return drawn;
    }

    boolean matured() {
        return plan.isOver();
    }

    /** Principal that is not yet due and not yet paid. */
    long notDue() {
        return planned - early.waiting();
    }

    long outstandingPrincipal() {
        return loss.isWrittenOff() ? 0 : notDue() + dues.unpaid(Part.PRINCIPAL);
    }

    /** Interest of the running period up to today, and interest put off from earlier ones. */
    long accrued() {
        return matured() || loss.isWrittenOff() ? 0 : earned.to(today, running, plan);
    }

    long penaltyToCharge() {
        return dues.penaltyToCharge(plan.rates(), today);
    }

    long overrunToCharge() {
        return loss.isWrittenOff() ? 0 : dues.interestToCharge(plan.rates(), today);
    }

    /** What can be paid today without interest to come. */
    long payable() {
        return LongStream.of(dues.unpaid(), penaltyToCharge(), overrunToCharge(), notDue())
                .reduce(0, Math::addExact);
    }

    /** What is held for the borrower; while it is, nothing that fell due is unpaid. */
    long held() {
        return early.held();
    }

    /** What settles the loan today, beside what is held. */
    long payoff() {
        return Math.max(0, Math.addExact(payable(), accrued()) - held());
    }

    // Time.

    /** Moves to a day: instalments of periods that end by then fall due. */
    void moveTo(LocalDate day) {
        while (!loss.isWrittenOff() && !matured() && !running.period.fallsDue().isAfter(day)) {
            LocalDate due = running.period.fallsDue();
            accruePenalty(due);
            if (due.equals(day)) {
                bearLate(day);
            }
            fallDue();
        }
        accruePenalty(day);
        bearLate(day);
    }

    /** Where late principal bears interest up to payments alone, it does so up to this day if it is one of them. */
    private void bearLate(LocalDate day) {
        boolean bears = terms.lateBearsUpToPayment() && payments.contains(day);
        if (bears && !matured() && !loss.isWrittenOff()) {
            running.lateBears(day);
        }
    }

    private void accruePenalty(LocalDate to) {
        if (to.isAfter(today) && !loss.isWrittenOff() && !forecasting) {
            dues.accruePenalty(today, to);
        }
        today = to.isAfter(today) ? to : today;
    }

    /** The instalment of the running period falls due, with the interest up to the period's end, and the next period runs. */
    private void fallDue() {
        Period period = plan.period();
        Row row = new Row(
                instalmentNumber(),
                period.start(),
                period.end(),
                period.dueDate(),
                loan.terms().rounding());
        long beyond = 0;
        if (plan.isMade()) {
            long principal = principal(earned.endPeriod(running, plan, isLast()));
            long owed = planned;
            row.charge(Part.PRINCIPAL, principal);
            row.pay(Part.PRINCIPAL, early.take(principal));
            planned -= principal;
            row.balanceAfter = planned;
            beyond = early.takeBeyondRunning(terms.excessOnDueDate());
            if (beyond > 0) {
                repayAhead(row, beyond, terms.excessOnDueDate());
            }
            long due = plan.putsInterestOff() && !isLast() ? 0 : earned.take();
            charge(row, Part.INTEREST, due, period.fallsDue());
            charge(row, Part.FEE, loan.feesWith(owed), period.fallsDue());
            books.passedOn(period.fallsDue(), forecasting ? 0 : loan.passedOnWith(owed));
        }
        dues.add(row);
        applyHeld(period.fallsDue());
        begin(isLast(), beyond > 0 ? terms.excessOnDueDate() : null);
    }

    /** True if nothing is to come after the running instalment: once early money came, a loan ends when nothing is owed. */
    private boolean isLast() {
        boolean settled = endsEarly && planned == 0 && method != RepaymentMethod.REVOLVING;
        return settled || plan.remaining() == 1;
    }

    /** The next period begins, if there is one. */
    private void begin(boolean ended, @Nullable Excess repaid) {
        plan.next();
        if (ended) {
            plan.end();
            bearOn();
            return;
        }
        running = new OpenPeriod(plan.period(), planned + early.skipped(), bearing(today));
        if (!forecasting) {
            rebear();
        }
        if (repaid != null) {
            replanAfter(repaid);
        }
        if (!measuring && plan.entersAnotherRate()) {
            replan();
        }
    }

    /** What is late bears interest on though no period is left: from today, or the end up to which the last one was paid for. */
    private void bearOn() {
        List<Period> over = plan.periods();
        if (matured() && !forecasting && !over.isEmpty()) {
            LocalDate end = over.getLast().end();
            dues.bearOn(today.isBefore(end) ? end : today, over);
        }
    }

    /** What the running instalment asks for; one that was paid ahead of it asks for less, but the last for the rest. */
    private long principal(long interest) {
        return plan.remaining() == 1
                ? planned
                : early.afterSkipping(plan.principal(interest, planned + early.skipped()));
    }

    private void repayAhead(Row row, long amount, Excess excess) {
        row.charge(Part.PRINCIPAL, amount);
        row.pay(Part.PRINCIPAL, amount);
        planned -= amount;
        row.balanceAfter = planned;
        early.repaid(amount, excess);
    }

    /** What early money that was repaid at once changes about the instalments to come. */
    private void replanAfter(Excess excess) {
        if (excess == Excess.SMALLER_INSTALMENTS) {
            replan();
        } else if (excess == Excess.FEWER_INSTALMENTS && method != RepaymentMethod.REVOLVING) {
            Replay ahead = new Replay(this);
            ahead.forecast();
            plan.remaining(ahead.dues.rows().size());
        }
    }

    /** What is held for the borrower pays what has fallen due. */
    private void applyHeld(LocalDate day) {
        Map<Part, Long> covered = early.payFromHeld(dues);
        if (!covered.isEmpty() && !forecasting) {
            books.repaidFromHeld(day, covered);
        }
    }

    private Row rowToday(int number) {
        return new Row(number, today, today, today, loan.terms().rounding());
    }

    private int instalmentNumber() {
        return plan.number() + downPayments;
    }

    private void charge(Row row, Part part, long amount, LocalDate day) {
        row.charge(part, amount);
        if (!forecasting) {
            books.charged(day, part, amount);
        }
    }

    private long bearing(LocalDate on) {
        if (method == RepaymentMethod.FLAT) {
            return lent;
        }
        boolean bears = terms.lateInterest().withinTerm() && !forecasting;
        return planned - early.savingInterest() + (bears ? dues.late(on, Part.PRINCIPAL) : 0);
    }

    private void rebear() {
        if (!matured()) {
            // What is to be paid on a later day than it fell due on, for banks were closed, is late from that day on.
            for (LocalDate day : dues.daysToPay(today)) {
                running.bears(day, bearing(day));
                running.isLate(day, dues.lateUpToPayment(day));
            }
        }
    }

    // What events do. The caller has moved to their day and checked them.

    void disburse(long amount) {
        boolean first = drawn == 0;
        drawn += amount;
        planned += amount;
        lent += amount;
        running.moved(today, amount);
        books.disbursed(today, amount);
        for (Row row : dues.rows()) {
            boolean before = row.end.equals(today) || row.end.equals(running.within(today));
            row.balanceAfter += before ? amount : 0;
        }
        long down = loan.downPayment(money(amount)).minorUnits();
        if (down > 0) {
            Row row = rowToday(instalmentNumber());
            downPayments++;
            row.charge(Part.PRINCIPAL, down);
            planned -= down;
            lent -= down;
            running.moved(today, -down);
            row.balanceAfter = planned;
            dues.add(row);
            applyHeld(today);
        }
        if (first && loan.feesUpFront().isPositive()) {
            keepBack(loan.feesUpFront().minorUnits());
        }
        rebear();
        replan();
    }

    /** Falls due today, if it is anything. */
    void chargeNow(Part part, long amount) {
        if (amount == 0) {
            return;
        }
        Row row = rowToday(0);
        charge(row, part, amount, today);
        row.balanceAfter = planned;
        dues.add(row);
        applyHeld(today);
    }

    private void keepBack(long fees) {
        chargeNow(Part.FEE, fees);
        dues.rows().getLast().pay(Part.FEE, fees);
        books.passedOn(today, loan.passedOnUpFront().minorUnits());
        books.repaid(today, Map.of(Part.FEE, fees), 0);
    }

    void resetRate(Rate rate) {
        boolean another = rate.compareTo(OpenPeriod.rate(plan.rates(), today)) != 0;
        plan.rateFrom(today, rate);
        if (another && method != RepaymentMethod.EQUAL_PRINCIPAL) {
            replan();
        }
    }

    void extend(int more) {
        plan.lengthen(more);
        replan();
    }

    void reschedule(int instalments, @Nullable Rate rate) {
        chargeWhatIsLate();
        long folded = dues.takeBackPrincipal();
        long ahead = early.waiting();
        planned += folded - ahead;
        running.moved(today, folded - ahead - early.skipped());
        early.forget();
        lent = planned;
        plan.remaining(instalments);
        endsEarly = false;
        rebear();
        if (method != RepaymentMethod.FLAT) {
            running.planAsBorne();
        }
        if (rate != null) {
            plan.rateFrom(today, rate);
        }
        replan();
    }

    void holiday(int instalments) {
        plan.rest(instalments);
        replan();
    }

    void share(BigDecimal percent) {
        books.partner(today, percent, outstandingPrincipal());
    }

    /** A payment, whose excess over what is due goes where said, and over all that is owed is held. */
    void pay(long amount, Excess excess) {
        boolean settles = amount >= payoff();
        chargeWhatIsLate();
        Map<Part, Long> covered = new EnumMap<>(Part.class);
        long rest = dues.cover(amount, covered);
        if (settles && (planned > 0 || accrued() > 0)) {
            rest -= settle(covered);
        } else if (rest > 0 && !settles && excess != Excess.HELD) {
            covered.merge(Part.PRINCIPAL, rest, Long::sum);
            prepay(rest, excess);
            rest = 0;
        }
        early.hold(rest);
        if (settles && method != RepaymentMethod.REVOLVING) {
            // Nothing is left to pay, so periods to come can bring no fee either.
            plan.end();
        }
        books.repaid(today, covered, rest);
        bearOn();
        rebear();
    }

    void refund(long amount) {
        early.hold(-amount);
        books.refunded(today, amount);
    }

    /** Penalty interest, and interest after the last due date, up to today. */
    private void chargeWhatIsLate() {
        for (Row row : dues.rows()) {
            charge(row, Part.PENALTY, row.penaltyToCharge(today, terms.penalty(), plan.rates()), today);
        }
        chargeNow(Part.INTEREST, overrunToCharge());
    }

    /** Pays everything before it is due and says how much that is; it ends the loan, but not a revolving one. */
    private long settle(Map<Part, Long> covered) {
        boolean ends = method != RepaymentMethod.REVOLVING;
        long interest = accrued();
        long principal = notDue();
        Row row = new Row(
                ends ? instalmentNumber() : 0,
                today.isBefore(running.period.start()) ? today : running.period.start(),
                today,
                today,
                loan.terms().rounding());
        charge(row, Part.INTEREST, interest, today);
        row.pay(Part.INTEREST, interest);
        row.charge(Part.PRINCIPAL, planned);
        row.pay(Part.PRINCIPAL, planned);
        dues.add(row);
        covered.merge(Part.INTEREST, interest, Long::sum);
        covered.merge(Part.PRINCIPAL, principal, Long::sum);
        running.moved(today, -planned - early.skipped());
        planned = 0;
        early.forget();
        earned.paid(interest);
        return interest + principal;
    }

    private void prepay(long amount, Excess excess) {
        endsEarly = true;
        if (EarlyMoney.waits(excess)) {
            early.receive(amount, excess);
            return;
        }
        if (excess != Excess.SKIPPED_INSTALMENTS) {
            running.moved(today, -amount);
        }
        if (!dues.endWithInstalmentOf(today)) {
            dues.add(rowToday(0));
        }
        repayAhead(dues.rows().getLast(), amount, excess);
        rebear();
        replanAfter(excess);
    }

    void writeOff() {
        chargeWhatIsLate();
        chargeNow(Part.INTEREST, accrued());
        long held = held();
        if (held > 0) {
            books.repaidFromHeld(today, Map.of(Part.PRINCIPAL, held));
        }
        early.hold(-held);
        books.writtenOff(today, loss.writeOff(dues, notDue() - held));
        planned = 0;
        early.forget();
    }

    void recover(long amount) {
        loss.recover(amount);
        books.recovered(today, amount);
    }

    /** The rest of the loan if everything overdue is paid today and everything else when it falls due. */
    void forecast() {
        forecasting = true;
        if (loss.isWrittenOff()) {
            return;
        }
        chargeWhatIsLate();
        rebear();
        while (plan.isMade() && !plan.isOver()) {
            fallDue();
        }
    }

    /** Plans the running and all later instalments anew. */
    private void replan() {
        if (matured() || planned == 0) {
            return;
        }
        plan.make(running.balanceMoves(loan.terms().principal().currency()), money(lent));
    }

    private Money money(long minorUnits) {
        return Money.ofMinor(loan.terms().principal().currency(), minorUnits);
    }
}
