package org.quanheng.app.loan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.quanheng.lending.Money;
import org.quanheng.lending.schedule.RepaymentMethod;

/**
 * What lender and borrower agreed.
 *
 * @param annualRate nominal rate a year as a decimal
 * @param annualCost annualised cost of all charges as a decimal (IRR-based)
 */
public record LoanContract(
        UUID customerId,
        String productId,
        int productVersion,
        Money principal,
        BigDecimal annualRate,
        BigDecimal annualCost,
        int months,
        RepaymentMethod method,
        LocalDate disbursedOn) {}
