package org.quanheng.app.loan;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.policy.document.Changes;

/**
 * A loan as its rows keep it, not replayed yet. Nothing is asked of the values, so that one that makes no sense is found with its loan
 * and stops no other one.
 *
 * @param bookedTo the day up to which its postings stand in the ledger
 * @param firstUnpaidDue where it stands in the lists, null if everything is paid; it follows from the events
 * @param principalOwedMinor on the day up to which it is booked, in minor units; it follows from the events
 * @param heldMinor held for the borrower on that day, in minor units; it follows from the events
 * @param lostMinor written off and not come back by that day, in minor units; it follows from the events
 * @param fees in the order of the contract
 * @param events everything recorded, in that order
 */
record StoredLoan(
        UUID id,
        long number,
        UUID customerId,
        String productId,
        int productVersion,
        String currency,
        long principalMinor,
        BigDecimal annualRate,
        BigDecimal annualCost,
        int months,
        String method,
        String excess,
        BigDecimal penaltyMultiple,
        int penaltyGraceDays,
        int holidayInstalmentsMax,
        int restructuringInstalmentsMax,
        LocalDate disbursedOn,
        LocalDate bookedTo,
        @Nullable LocalDate firstUnpaidDue,
        long principalOwedMinor,
        long heldMinor,
        long lostMinor,
        List<StoredFee> fees,
        List<StoredEvent> events) {
    StoredLoan {
        fees = List.copyOf(fees);
        events = List.copyOf(events);
    }

    /** A row of the table {@code loan}, which knows nothing of fees and events. */
    static StoredLoan read(ResultSet row, int number) throws SQLException {
        Date firstUnpaidDue = row.getDate("first_unpaid_due");
        return new StoredLoan(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("customer_id", UUID.class),
                row.getString("product_id"),
                row.getInt("product_version"),
                row.getString("currency"),
                row.getLong("principal_minor"),
                row.getBigDecimal("annual_rate"),
                row.getBigDecimal("annual_cost"),
                row.getInt("months"),
                row.getString("repayment_method"),
                row.getString("excess"),
                row.getBigDecimal("penalty_multiple"),
                row.getInt("penalty_grace_days"),
                row.getInt("holiday_instalments_max"),
                row.getInt("restructuring_instalments_max"),
                row.getDate("disbursed_on").toLocalDate(),
                row.getDate("booked_to").toLocalDate(),
                firstUnpaidDue == null ? null : firstUnpaidDue.toLocalDate(),
                row.getLong("principal_owed_minor"),
                row.getLong("held_minor"),
                row.getLong("lost_minor"),
                List.of(),
                List.of());
    }

    StoredLoan with(List<StoredFee> charged, List<StoredEvent> recorded) {
        return new StoredLoan(
                id,
                number,
                customerId,
                productId,
                productVersion,
                currency,
                principalMinor,
                annualRate,
                annualCost,
                months,
                method,
                excess,
                penaltyMultiple,
                penaltyGraceDays,
                holidayInstalmentsMax,
                restructuringInstalmentsMax,
                disbursedOn,
                bookedTo,
                firstUnpaidDue,
                principalOwedMinor,
                heldMinor,
                lostMinor,
                charged,
                recorded);
    }

    /**
     * The loan, its events replayed.
     *
     * @throws BrokenLoanException if it cannot be, whatever the reason
     */
    Loan replayed() {
        try {
            check();
            Currency money = Currency.getInstance(currency);
            List<RecordedEvent> recorded =
                    events.stream().map(event -> event.recorded(money)).toList();
            return Loan.of(id, number, contract(money), bookedTo, recorded);
        } catch (RuntimeException e) {
            // Whatever breaks a replay, it is the record of this loan that is broken, and no other loan waits for it.
            throw new BrokenLoanException(id, number, e);
        }
    }

    private void check() {
        Faults faults = new Faults("loan record");
        List<Integer> numbers = new ArrayList<>();
        events.forEach(event -> numbers.add(event.number()));
        boolean whole = !numbers.isEmpty() && numbers.getLast() == numbers.size();
        faults.require(whole, "events", "numbers from 1 without a gap", numbers.isEmpty() ? null : numbers);
        faults.require(isCurrency(currency), "currency", "a currency of ISO 4217", currency);
        faults.require(
                Arrays.stream(RepaymentMethod.values())
                        .anyMatch(each -> each.name().equals(method)),
                "repayment method",
                "a way to pay back that is known",
                method);
        faults.throwIfAny();
    }

    /** Whether there is a currency of this code. */
    static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode().equals(code);
        } catch (IllegalArgumentException e) {
            // The only way to ask whether a code is one.
            return false;
        }
    }

    private LoanContract contract(Currency money) {
        return new LoanContract(
                customerId,
                productId,
                productVersion,
                Money.ofMinor(money, principalMinor),
                annualRate,
                annualCost,
                months,
                RepaymentMethod.valueOf(method),
                Excess.valueOf(excess),
                fees.stream().map(fee -> fee.fee(money)).toList(),
                LoanContract.penalty(penaltyMultiple, penaltyGraceDays),
                new Changes(holidayInstalmentsMax, restructuringInstalmentsMax),
                disbursedOn);
    }
}
