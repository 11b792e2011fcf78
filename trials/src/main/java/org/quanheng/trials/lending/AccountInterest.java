package org.quanheng.trials.lending;

import static org.quanheng.trials.lending.ScheduleProperties.require;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.account.AccountRow;
import org.quanheng.lending.account.LateInterest;
import org.quanheng.lending.account.LoanAccount;
import org.quanheng.lending.account.LoanEvent;
import org.quanheng.lending.ledger.LedgerAccount;
import org.quanheng.lending.ledger.LedgerEntry;
import org.quanheng.lending.ledger.Posting;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.RateChange;
import org.quanheng.lending.terms.ResolvedTerms;

/** The size of the interest of an account: that of its schedule while nothing happens, and never more than the most owed could bear. */
final class AccountInterest {
    /** Day counts differ from actual days over 365 by so much, and a due date from the end of its period by so many days. */
    private static final BigDecimal SHARE_OFF_MAX = new BigDecimal("0.04");

    private static final int DAYS_OFF_MAX = 7;

    private AccountInterest() {}

    static void check(LoanAccount account, LocalDate asOf) {
        untouched(account);
        if (account.terms().lateInterest() != LateInterest.WITHIN_PERIOD_OF_PAYMENT_ON_INTEREST_TOO) {
            bounded(account, asOf);
        }
    }

    /** A loan that is paid out and then paid as it falls due has the rows of its schedule. */
    private static void untouched(LoanAccount account) {
        ResolvedTerms loan = account.terms().loan();
        LoanAccount paidOut = LoanAccount.open(account.terms())
                .with(new LoanEvent.Disbursed(
                        "out", loan.disbursedOn(), loan.terms().principal()));
        List<AccountRow> rows = paidOut.schedule(loan.disbursedOn()).stream()
                .filter(row -> row.principal().isPositive() || row.interest().isPositive())
                .toList();
        List<Instalment> agreed = Schedule.of(loan).instalments().stream()
                .filter(row -> row.principal().isPositive() || row.interest().isPositive())
                .toList();
        require(rows.size() == agreed.size(), "the " + agreed.size() + " rows of the schedule, came " + rows.size());
        for (int k = 0; k < rows.size(); k++) {
            boolean same = rows.get(k).principal().equals(agreed.get(k).principal())
                    && rows.get(k).interest().equals(agreed.get(k).interest());
            require(same, "row " + agreed.get(k) + " of the schedule, came " + rows.get(k));
        }
    }

    private static void bounded(LoanAccount account, LocalDate asOf) {
        List<AccountRow> rows = account.schedule(asOf);
        if (rows.isEmpty()) {
            return;
        }
        LocalDate start = account.terms().loan().disbursedOn();
        long days = ChronoUnit.DAYS.between(start, rows.getLast().dueDate()) + DAYS_OFF_MAX;
        BigDecimal bears = BigDecimal.valueOf(principalMax(account, asOf).minorUnits())
                .multiply(rateMax(account))
                .multiply(BigDecimal.valueOf(days))
                .divide(BigDecimal.valueOf(365), MathContext.DECIMAL64);
        long charged = 0;
        for (AccountRow row : rows) {
            charged += row.interest().minorUnits();
        }
        BigDecimal most = bears.multiply(BigDecimal.ONE.add(SHARE_OFF_MAX)).add(BigDecimal.valueOf(rows.size() * 2L));
        boolean bounded = BigDecimal.valueOf(charged).compareTo(most) <= 0;
        require(bounded, "interest of at most " + most + " smallest units, came " + charged);
    }

    /** The most principal that was ever owed, and all that was lent at least: flat interest is counted on it. */
    private static Money principalMax(LoanAccount account, LocalDate asOf) {
        Money most = account.terms().loan().terms().principal();
        Money owed = Money.zero(most.currency());
        for (LedgerEntry entry : account.entries(asOf)) {
            for (Posting posting : entry.postings()) {
                owed = posting.account() == LedgerAccount.PRINCIPAL_RECEIVABLE ? owed.plus(posting.amount()) : owed;
            }
            most = most.max(owed);
        }
        return most;
    }

    private static BigDecimal rateMax(LoanAccount account) {
        Stream<Rate> agreed = account.terms().loan().rates().stream().map(RateChange::rate);
        Stream<Rate> set = account.events().stream()
                .filter(LoanEvent.RateReset.class::isInstance)
                .map(event -> ((LoanEvent.RateReset) event).rate());
        return Stream.concat(agreed, set)
                .map(Rate::perYear)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
