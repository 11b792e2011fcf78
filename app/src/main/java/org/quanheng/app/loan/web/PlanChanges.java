package org.quanheng.app.loan.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.AccountRow;
import org.quanheng.lending.account.Effect;
import org.quanheng.lending.account.LoanAccount;

/** Turns what events would do into what a page shows of it. */
final class PlanChanges {
    private static final String BEFORE = "before";

    private PlanChanges() {}

    /** The plan before, and after each of several effects that start from the same account, by the code of the way. */
    static PlanChange of(LocalDate on, LoanAccount before, Map<String, Effect> ways) {
        Map<String, LoanAccount> accounts = new LinkedHashMap<>();
        accounts.put(BEFORE, before);
        ways.forEach((way, effect) -> accounts.put(way, effect.after()));
        List<PlanChange.Plan> plans = new ArrayList<>();
        accounts.forEach((way, account) -> plans.add(plan(way, account, on)));
        return new PlanChange(
                before.terms().loan().terms().principal().currencyCode(),
                LoanInputs.code(before.terms().loan().terms().method()),
                on,
                plans.getFirst(),
                plans.subList(1, plans.size()),
                points(on, accounts.values().stream().toList()));
    }

    private static PlanChange.Plan plan(String way, LoanAccount account, LocalDate on) {
        List<AccountRow> rows = account.schedule(on);
        // All of an instalment to come, whatever is held for it: it is the plan that is compared.
        List<AccountRow> left = rows.stream()
                .filter(row -> row.dueDate().isAfter(on) && row.total().isPositive())
                .toList();
        Money none = Money.zero(account.terms().loan().terms().principal().currency());
        Money interest = rows.stream().map(AccountRow::interest).reduce(none, Money::plus);
        Money charges = rows.stream().map(row -> row.fees().plus(row.penalty())).reduce(none, Money::plus);
        return new PlanChange.Plan(
                way,
                account.state(on).due().amount(),
                left.isEmpty() ? null : left.getFirst().total().amount(),
                left.isEmpty() ? null : left.getFirst().dueDate(),
                left.size() < 2 ? null : left.get(1).total().amount(),
                left.size(),
                left.isEmpty() ? on : left.getLast().dueDate(),
                interest.amount(),
                charges.amount());
    }

    private static List<PlanChange.Point> points(LocalDate on, List<LoanAccount> accounts) {
        List<NavigableMap<LocalDate, BigDecimal>> plans =
                accounts.stream().map(account -> balances(account, on)).toList();
        TreeSet<LocalDate> days = new TreeSet<>();
        plans.forEach(plan -> days.addAll(plan.keySet()));
        List<PlanChange.Point> points = new ArrayList<>();
        for (LocalDate day : days) {
            points.add(new PlanChange.Point(
                    day,
                    plans.stream().map(plan -> plan.floorEntry(day).getValue()).toList()));
        }
        return points;
    }

    /** What is owed from the day on, by day. */
    private static NavigableMap<LocalDate, BigDecimal> balances(LoanAccount account, LocalDate on) {
        NavigableMap<LocalDate, BigDecimal> balances = new TreeMap<>();
        balances.put(on, account.state(on).principal().amount());
        for (AccountRow row : account.schedule(on)) {
            if (row.dueDate().isAfter(on)) {
                balances.put(row.dueDate(), row.balanceAfter().amount());
            }
        }
        return balances;
    }
}
