package org.quanheng.app.application.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quanheng.app.page.Page;
import org.quanheng.app.page.Sheet;
import org.quanheng.app.page.Sheet.Column;
import org.quanheng.app.product.Product;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.annualcost.AnnualCost;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.ResolvedTerms;

/** What a loan would cost at the product's representative rate with the fees of the policy, by the same code as every offer and contract. */
final class Quotes {
    private Quotes() {}

    static PaymentView.Quote of(
            Product product,
            List<Fee> fees,
            long amount,
            int months,
            RepaymentMethod method,
            boolean offered,
            LocalDate today) {
        Money principal = Money.of(product.currency(), Long.toString(amount));
        ResolvedTerms resolved = loan(product, fees, principal, months, method, today);
        Schedule schedule = Schedule.of(resolved);
        AnnualCost cost = AnnualCost.of(AnnualCost.Convention.CHINA, resolved);
        return new PaymentView.Quote(
                method.name().toLowerCase(Locale.ROOT),
                offered,
                product.currency(),
                principal.amount(),
                months,
                schedule.instalment(1).payment().amount(),
                schedule.instalment(schedule.size()).payment().amount(),
                schedule.totalInterest().amount(),
                schedule.feesUpFront().plus(schedule.totalFees()).amount(),
                schedule.feesUpFront().plus(schedule.totalPayment()).amount(),
                product.representativeRate(),
                cost.rate(),
                product.rates().min(),
                product.rates().max(),
                byMonth(schedule, principal, months, today));
    }

    /** The loan that a quote is of. */
    static ResolvedTerms loan(
            Product product, List<Fee> fees, Money principal, int months, RepaymentMethod method, LocalDate today) {
        return LoanTerms.builder()
                .principal(principal)
                .rate(new Rate(product.representativeRate()))
                .instalments(months)
                .method(method)
                .fees(fees)
                .build()
                .resolve(today);
    }

    /** Every instalment with its day and its parts. */
    static Sheet<Instalment> sheet(Schedule schedule, Page page) {
        String currency = schedule.instalment(1).payment().currencyCode();
        List<Column<Instalment>> columns = new ArrayList<>(List.of(
                Column.date(page.t("loan.col.due"), Instalment::dueDate),
                Column.count(page.t("loan.col.number"), Instalment::number),
                Column.money(
                        page.t("loan.col.payment"),
                        currency,
                        row -> row.payment().amount()),
                Column.money(
                        page.t("loan.col.principal"),
                        currency,
                        row -> row.principal().amount()),
                Column.money(
                        page.t("loan.col.interest"),
                        currency,
                        row -> row.interest().amount())));
        if (schedule.totalFees().isPositive()) {
            columns.add(Column.money(
                    page.t("payment.fees"), currency, row -> row.fees().amount()));
        }
        columns.add(Column.money(
                page.t("loan.col.balance"), currency, row -> row.balanceAfter().amount()));
        return new Sheet<>(page.t("loan.schedule"), columns, schedule.instalments());
    }

    /** Month by month, also where a method has no instalment in a month. */
    private static List<PaymentView.Month> byMonth(Schedule schedule, Money principal, int months, LocalDate today) {
        BigDecimal zero = Money.zero(principal.currency()).amount();
        List<PaymentView.Month> by = new ArrayList<>();
        by.add(new PaymentView.Month(zero, zero, principal.amount()));
        for (Instalment instalment : schedule.instalments()) {
            long month = schedule.size() == months
                    ? instalment.number()
                    : ChronoUnit.MONTHS.between(today.withDayOfMonth(1), instalment.dueDate());
            while (by.size() < month) {
                by.add(new PaymentView.Month(zero, zero, by.getLast().balance()));
            }
            by.add(new PaymentView.Month(
                    instalment.payment().amount(),
                    instalment.interest().amount(),
                    instalment.balanceAfter().amount()));
        }
        return by;
    }

    static List<BigDecimal> balances(Schedule schedule, BigDecimal principal) {
        List<BigDecimal> balances = new ArrayList<>();
        balances.add(principal);
        for (Instalment instalment : schedule.instalments()) {
            balances.add(instalment.balanceAfter().amount());
        }
        return balances;
    }
}
