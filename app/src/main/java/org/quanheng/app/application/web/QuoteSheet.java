package org.quanheng.app.application.web;

import java.util.ArrayList;
import java.util.List;
import org.quanheng.app.page.Page;
import org.quanheng.app.page.Sheet;
import org.quanheng.app.page.Sheet.Column;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.Schedule;

/** The schedule of a quote as a sheet: every instalment with its day and its parts. */
final class QuoteSheet {
    private QuoteSheet() {}

    static Sheet<Instalment> of(Schedule schedule, Page page) {
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
}
