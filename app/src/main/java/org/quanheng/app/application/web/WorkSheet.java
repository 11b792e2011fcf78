package org.quanheng.app.application.web;

import java.math.BigDecimal;
import java.util.List;
import org.quanheng.app.page.Page;
import org.quanheng.app.page.Sheet;
import org.quanheng.app.page.Sheet.Column;

/** The work list as a sheet, with the columns of its page. */
final class WorkSheet {
    private WorkSheet() {}

    static Sheet<WorkListView.Case> of(WorkListView view, Page page) {
        return new Sheet<>(
                page.t("work.title") + " " + page.t("work.scope." + view.scope()),
                List.of(
                        Column.text(page.t("work.col.case"), WorkListView.Case::number),
                        Column.text(page.t("sheets.col.applicant"), WorkListView.Case::applicant),
                        Column.text(page.t("sheets.col.currency"), WorkListView.Case::currency),
                        Column.money(page.t("fact.credit_amount"), WorkListView.Case::amount),
                        Column.count(page.t("sheets.col.months"), WorkListView.Case::months),
                        Column.text(page.t("fact.purpose"), row -> page.value("purpose", row.purpose())),
                        Column.text(page.t("work.col.why"), row -> page.t("why_short." + row.why())),
                        Column.percent(
                                page.t("work.col.pd"), row -> row.pd() == null ? null : BigDecimal.valueOf(row.pd())),
                        Column.moment(page.t("work.col.received"), page.zone(), WorkListView.Case::receivedAt),
                        Column.moment(page.t("work.col.due"), page.zone(), WorkListView.Case::dueAt),
                        Column.text(page.t("work.col.state"), row -> page.t("case.state." + row.state()))),
                view.cases());
    }
}
