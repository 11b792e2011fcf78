package org.quanheng.lending.annualcost;

import java.util.ArrayList;
import java.util.List;
import org.quanheng.lending.Money;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.ResolvedTerms;

/**
 * What a loan costs in all, who receives each part of it, and what that is in a year, if it is repaid by its schedule.
 *
 * <p>Source: 个人贷款业务明示综合融资成本规定 (NFRA and PBOC 2026 no. 2): every item of cost with its recipient, and the annualised
 * cost of all of them.
 *
 * @param items interest, and each fee of the terms; only what costs something
 * @param total of the items
 * @param annualCost of the loan with all items
 */
public record CostStatement(List<Item> items, Money total, AnnualCost annualCost) {
    /**
     * One item of cost.
     *
     * @param name as the borrower reads it
     * @param payee who receives it
     * @param amount over the life of the loan
     */
    public record Item(String name, String payee, Money amount) {}

    /** Makes the list unmodifiable. */
    public CostStatement {
        items = List.copyOf(items);
    }

    /**
     * The statement of a loan.
     *
     * @param lender who receives the interest
     * @throws org.quanheng.fault.FaultyInputException if the fees leave nothing to the borrower
     */
    public static CostStatement of(AnnualCost.Convention convention, ResolvedTerms loan, String lender) {
        AnnualCost cost = AnnualCost.of(convention, loan);
        List<Item> items = items(loan, lender);
        Money total = Money.zero(loan.terms().principal().currency());
        for (Item item : items) {
            total = total.plus(item.amount());
        }
        return new CostStatement(items, total, cost);
    }

    /** What a loan costs and who receives it, also where no annual cost can be stated. */
    public static List<Item> items(ResolvedTerms loan, String lender) {
        List<Item> items = new ArrayList<>();
        items.add(new Item("interest", lender, Schedule.of(loan).totalInterest()));
        Schedule.feeTotals(loan).forEach((fee, amount) -> items.add(new Item(fee.name(), fee.payee(), amount)));
        items.removeIf(item -> item.amount().isZero());
        return List.copyOf(items);
    }
}
