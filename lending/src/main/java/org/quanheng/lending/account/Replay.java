package org.quanheng.lending.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.account.AllocationOrder.Part;
import org.quanheng.lending.schedule.BalanceMove;
import org.quanheng.lending.schedule.Grace;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.Period;
import org.quanheng.lending.schedule.RateChange;
import org.quanheng.lending.schedule.RepaymentMethod;
import org.quanheng.lending.schedule.ResolvedTerms;
import org.quanheng.lending.schedule.Schedule;

/** A loan's history played from its first day: time moves on, instalments fall due, events take effect. */
final class Replay {
    final AccountTerms terms;
    final ResolvedTerms loan;
    final Books books;
    final List<Row> rows = new ArrayList<>();
    final List<Period> periods;
    private final Set<LocalDate> payments;
    private final List<RateChange> rates;
    private final RepaymentMethod method;
    private final Map<Part, Long> lost = new EnumMap<>(Part.class);
    private LocalDate today;
    private int open;
    private OpenPeriod running;
    private long planned;
    private long advance;
    private long drawn;
    private long deferred;
    private long recovered;
    private int principalGrace;
    private int interestGrace;
    private final int interestFree;
    private boolean endsEarly;
    private boolean forecasting;
    private @Nullable Schedule plan;
    private int planFrom;

    /** A replay from the first day; on the days of payments late principal may bear interest up to them. */
    Replay(AccountTerms terms, Set<LocalDate> payments) {
        this.terms = terms;
        this.payments = payments;
        this.loan = terms.loan();
        this.method = loan.terms().method();
        this.books = new Books(loan.terms().principal().currency());
        this.periods = new ArrayList<>(loan.periods());
        this.rates = new ArrayList<>(loan.rates());
        this.today = loan.disbursedOn();
        this.principalGrace = loan.terms().grace().principal();
        this.interestGrace = loan.terms().grace().interestPayment();
        this.interestFree = loan.terms().grace().interestFree();
        this.running = new OpenPeriod(periods.getFirst(), 0, 0);
    }

    // What can be asked.

    LocalDate today() {
        return today;
    }

    long drawn() {
        return drawn;
    }

    boolean matured() {
        return open >= periods.size();
    }

    /** True while a revolving loan can be drawn again. */
    boolean canBeDrawn() {
        return method == RepaymentMethod.REVOLVING && !matured();
    }

    boolean isWrittenOff() {
        return !lost.isEmpty();
    }

    int remainingPeriods() {
        return periods.size() - open;
    }

    boolean hasPartner() {
        return books.hasPartner();
    }

    /** Where a payment's excess goes today. */
    Excess excess() {
        boolean onDueDate =
                rows.stream().anyMatch(row -> row.number > 0 && (row.due.equals(today) || row.end.equals(today)));
        return onDueDate ? terms.excessOnDueDate() : terms.excessBetween();
    }

    /** Principal that is not yet due and not yet paid. */
    long notDue() {
        return planned - advance;
    }

    long unpaid(Part part) {
        return Dues.unpaid(rows, part);
    }

    long unpaid() {
        return Dues.unpaid(rows);
    }

    long outstandingPrincipal() {
        return isWrittenOff() ? 0 : notDue() + unpaid(Part.PRINCIPAL);
    }

    long lostAndOwed() {
        return lost.values().stream().mapToLong(Long::longValue).sum() - recovered;
    }

    /** Interest of the running period up to today, and interest put off from earlier ones. */
    long accrued() {
        if (matured() || isWrittenOff()) {
            return 0;
        }
        return deferred + interestTo(today);
    }

    long penaltyToCharge() {
        return Dues.penaltyToCharge(rows, terms.penalty(), today);
    }

    /** What settles the loan today. */
    long payoff() {
        return unpaid() + penaltyToCharge() + accrued() + notDue();
    }

    // Time.

    /** Moves to a day: instalments of periods that end by then fall due. */
    void moveTo(LocalDate day) {
        boolean lateBears = terms.lateInterest().onlyUpToPayment() && payments.contains(day);
        while (!isWrittenOff() && !matured() && !running.period.end().isAfter(day)) {
            LocalDate end = running.period.end();
            accruePenalty(end);
            if (lateBears && end.equals(day)) {
                running.bearsLate(day, late());
            }
            fallDue();
        }
        accruePenalty(day);
        if (lateBears && !matured() && !isWrittenOff()) {
            running.bearsLate(day, late());
        }
    }

    private long late() {
        boolean interest = terms.lateInterest() == LateInterest.WITHIN_PERIOD_OF_PAYMENT_ON_INTEREST_TOO;
        return unpaid(Part.PRINCIPAL) + (interest ? unpaid(Part.INTEREST) : 0);
    }

    private void accruePenalty(LocalDate to) {
        if (to.isAfter(today) && !isWrittenOff() && !forecasting) {
            Dues.accruePenalty(rows, terms.penalty(), rates, today, to);
        }
        today = to.isAfter(today) ? to : today;
    }

    private long interestTo(LocalDate day) {
        if (open < interestFree || day.equals(running.period.start())) {
            return 0;
        }
        if (method == RepaymentMethod.FLAT) {
            return flatShare(day);
        }
        return running.interest(loan, rates, day);
    }

    /** Flat interest is what the plan says; a part of a period bears its share of the days, cut off. */
    private long flatShare(LocalDate day) {
        if (plan == null) {
            return 0;
        }
        long whole = plannedRow().interest().minorUnits();
        Period period = running.period;
        long days = day.toEpochDay() - period.start().toEpochDay();
        long all = period.end().toEpochDay() - period.start().toEpochDay();
        return Math.multiplyExact(whole, days) / all;
    }

    private Instalment plannedRow() {
        Schedule current = plan;
        if (current == null) {
            throw new IllegalStateException("expected a plan once something was disbursed, came none");
        }
        return current.instalment(open - planFrom + 1);
    }

    /** The running period ends: its instalment falls due and the next period begins. */
    private void fallDue() {
        Period period = periods.get(open);
        Row row = new Row(
                instalmentNumber(),
                period.start(),
                period.end(),
                period.dueDate(),
                loan.terms().rounding());
        if (plan != null) {
            long interest = interestTo(period.end());
            long due = interest;
            if (method != RepaymentMethod.FLAT) {
                deferred += interest;
                due = open < interestGrace ? 0 : deferred;
                deferred -= due;
            }
            long principal = principal(interest);
            charge(row, Part.INTEREST, due, period.end());
            charge(row, Part.FEE, plannedRow().fees().minorUnits(), period.end());
            row.charge(Part.PRINCIPAL, principal);
            long used = Math.min(advance, principal);
            row.pay(Part.PRINCIPAL, used);
            advance -= used;
            planned -= principal;
            row.balanceAfter = planned;
        }
        rows.add(row);
        open++;
        if (endsEarly && planned == 0) {
            periods.subList(open, periods.size()).clear();
        }
        if (open < periods.size()) {
            running = new OpenPeriod(periods.get(open), planned, bearing());
        }
    }

    private int instalmentNumber() {
        return open + 1 + (loan.downPayment().isPositive() ? 1 : 0);
    }

    /** The part of the running period's instalment that repays the loan. */
    private long principal(long interest) {
        if (open == periods.size() - 1) {
            return planned;
        }
        Instalment row = plannedRow();
        long principal = row.principal().minorUnits();
        boolean total = method == RepaymentMethod.EQUAL_INSTALMENT || method == RepaymentMethod.STEP;
        if (principal > 0 && total && (interestGrace == 0 || open > interestGrace)) {
            principal += row.interest().minorUnits() - interest;
        }
        return Math.clamp(principal, 0, planned);
    }

    private void charge(Row row, Part part, long amount, LocalDate day) {
        row.charge(part, amount);
        if (!forecasting) {
            books.charged(day, part, amount);
        }
    }

    private long bearing() {
        boolean late = terms.lateInterest() == LateInterest.UNTIL_PAID && !forecasting;
        return planned - advance + (late ? unpaid(Part.PRINCIPAL) : 0);
    }

    private void rebear() {
        if (!matured()) {
            running.bears(today, bearing());
        }
    }

    // What events do. The caller has moved to their day and checked them.

    void disburse(long amount) {
        boolean first = drawn == 0;
        drawn += amount;
        planned += amount;
        running.moves.add(new BalanceMove(today, money(amount)));
        books.disbursed(today, amount);
        if (!rows.isEmpty() && rows.getLast().end.equals(today)) {
            rows.getLast().balanceAfter += amount;
        }
        long down = first ? loan.downPayment().minorUnits() : 0;
        if (down > 0) {
            Row row = new Row(1, today, today, today, loan.terms().rounding());
            row.charge(Part.PRINCIPAL, down);
            planned -= down;
            running.moves.add(new BalanceMove(today, money(-down)));
            row.balanceAfter = planned;
            rows.add(row);
        }
        if (first && loan.feesUpFront().isPositive()) {
            keepBack(loan.feesUpFront().minorUnits());
        }
        rebear();
        replan();
    }

    void chargeNow(Part part, long amount) {
        Row row = new Row(0, today, today, today, loan.terms().rounding());
        charge(row, part, amount, today);
        row.balanceAfter = planned;
        rows.add(row);
    }

    private void keepBack(long fees) {
        chargeNow(Part.FEE, fees);
        rows.getLast().pay(Part.FEE, fees);
        books.repaid(today, Map.of(Part.FEE, fees));
    }

    void resetRate(Rate rate) {
        rates.removeIf(change -> change.from().equals(today));
        rates.add(new RateChange(today, rate));
        rates.sort(Comparator.comparing(RateChange::from));
        replan();
    }

    void extend(int more) {
        for (int k = 0; k < more; k++) {
            periods.add(loan.following(periods));
        }
        replan();
    }

    void reschedule(int instalments, @Nullable Rate rate) {
        long folded = 0;
        for (Row row : rows) {
            long late = row.unpaid(Part.PRINCIPAL);
            row.charge(Part.PRINCIPAL, -late);
            folded += late;
        }
        if (folded != 0) {
            planned += folded;
            running.moves.add(new BalanceMove(today, money(folded)));
        }
        while (remainingPeriods() > instalments) {
            periods.removeLast();
        }
        while (remainingPeriods() < instalments) {
            periods.add(loan.following(periods));
        }
        principalGrace = Math.min(principalGrace, periods.size() - 1);
        interestGrace = Math.min(interestGrace, periods.size() - 1);
        endsEarly = false;
        rebear();
        if (rate == null) {
            replan();
        } else {
            resetRate(rate);
        }
    }

    void holiday(int instalments) {
        principalGrace = open + instalments;
        interestGrace = open + instalments;
        replan();
    }

    void share(BigDecimal percent) {
        books.partner(today, percent, outstandingPrincipal());
    }

    /** A payment of at most {@link #payoff}, whose excess over what is due goes where said. */
    void pay(long amount, Excess excess) {
        boolean settles = amount == payoff();
        chargePenalties();
        Map<Part, Long> covered = new EnumMap<>(Part.class);
        long rest = Dues.cover(rows, terms.allocation(), amount, covered);
        if (settles && (notDue() > 0 || accrued() > 0)) {
            settle(covered);
        } else if (rest > 0) {
            covered.merge(Part.PRINCIPAL, rest, Long::sum);
            prepay(rest, excess);
        }
        books.repaid(today, covered);
        rebear();
    }

    private void chargePenalties() {
        for (Row row : rows) {
            charge(row, Part.PENALTY, Dues.penaltyToCharge(row, terms.penalty(), today), today);
        }
    }

    private void settle(Map<Part, Long> covered) {
        long interest = accrued();
        long principal = notDue();
        Row row = new Row(
                instalmentNumber(),
                running.period.start(),
                today,
                today,
                loan.terms().rounding());
        charge(row, Part.INTEREST, interest, today);
        row.pay(Part.INTEREST, interest);
        row.charge(Part.PRINCIPAL, planned);
        row.pay(Part.PRINCIPAL, planned);
        rows.add(row);
        covered.merge(Part.INTEREST, interest, Long::sum);
        covered.merge(Part.PRINCIPAL, principal, Long::sum);
        planned = 0;
        advance = 0;
        deferred = 0;
        periods.subList(open, periods.size()).clear();
    }

    private void prepay(long amount, Excess excess) {
        if (excess == Excess.NEXT_INSTALMENTS) {
            advance += amount;
            return;
        }
        planned -= amount;
        running.moves.add(new BalanceMove(today, money(-amount)));
        Row last = rows.isEmpty() ? null : rows.getLast();
        if (last != null && last.number > 0 && last.end.equals(today)) {
            last.charge(Part.PRINCIPAL, amount);
            last.pay(Part.PRINCIPAL, amount);
            last.balanceAfter = planned;
        } else {
            Row early = new Row(0, today, today, today, loan.terms().rounding());
            early.charge(Part.PRINCIPAL, amount);
            early.pay(Part.PRINCIPAL, amount);
            early.balanceAfter = planned;
            rows.add(early);
        }
        endsEarly = true;
        if (excess == Excess.SMALLER_INSTALMENTS) {
            rebear();
            replan();
        }
    }

    void writeOff() {
        chargePenalties();
        if (!matured()) {
            chargeNow(Part.INTEREST, accrued());
        }
        for (Part part : Part.values()) {
            lost.put(part, unpaid(part));
        }
        lost.merge(Part.PRINCIPAL, notDue(), Long::sum);
        books.writtenOff(today, lost);
        planned = 0;
        advance = 0;
        deferred = 0;
    }

    void recover(long amount) {
        recovered += amount;
        books.recovered(today, amount);
    }

    /** The rest of the loan if everything overdue is paid today and everything else when it falls due. */
    void forecast() {
        forecasting = true;
        rebear();
        while (!isWrittenOff() && plan != null && open < periods.size()) {
            fallDue();
        }
    }

    /** Plans the running and all later instalments anew. */
    private void replan() {
        if (matured() || planned == 0) {
            return;
        }
        List<BalanceMove> moves = new ArrayList<>();
        if (running.openedWith > 0) {
            moves.add(new BalanceMove(running.period.start(), money(running.openedWith)));
        }
        moves.addAll(running.moves);
        Grace grace = new Grace(left(principalGrace), left(interestGrace), left(interestFree));
        plan = loan.tail(open, periods, moves, rates, grace).schedule();
        planFrom = open;
    }

    private int left(int until) {
        return Math.clamp(until - open, 0, remainingPeriods() - 1);
    }

    private Money money(long minorUnits) {
        return Money.ofMinor(loan.terms().principal().currency(), minorUnits);
    }
}
