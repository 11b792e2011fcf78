package org.quanheng.app.loan.web;

import java.util.ArrayList;
import java.util.List;
import org.quanheng.app.page.Page;
import org.quanheng.app.page.Sheet;
import org.quanheng.app.page.Sheet.Column;

/** The tables of one loan as sheets, with the columns of its page. */
final class LoanSheets {
    private LoanSheets() {}

    static Sheet<LoanView.Instalment> schedule(LoanView loan, Page page) {
        String currency = loan.currency();
        List<Column<LoanView.Instalment>> columns = new ArrayList<>(List.of(
                Column.date(page.t("loan.col.due"), LoanView.Instalment::due),
                Column.count(page.t("loan.col.number"), row -> row.number() == 0 ? null : row.number()),
                Column.money(page.t("loan.col.payment"), currency, LoanView.Instalment::payment),
                Column.money(page.t("loan.col.principal"), currency, LoanView.Instalment::principal),
                Column.money(page.t("loan.col.interest"), currency, LoanView.Instalment::interest)));
        if (loan.anyCharges()) {
            columns.add(Column.money(page.t("loan.col.charges"), currency, LoanView.Instalment::charges));
        }
        columns.add(Column.money(page.t("loan.col.paid"), currency, LoanView.Instalment::paid));
        columns.add(Column.money(page.t("loan.col.balance"), currency, LoanView.Instalment::balanceAfter));
        columns.add(Column.text(page.t("loan.col.state"), row -> page.t("instalment.state." + row.state())));
        return new Sheet<>(page.t("loan.schedule"), columns, loan.schedule());
    }

    static Sheet<LoanView.Entry> statement(LoanView loan, Page page) {
        String currency = loan.currency();
        List<Column<LoanView.Entry>> columns = new ArrayList<>(List.of(
                Column.date(page.t("loan.col.date"), LoanView.Entry::date),
                Column.text(
                        page.t("loan.col.entry"),
                        row -> page.t("entry." + row.kind())
                                + (row.reversal() ? " · " + page.t("entry.reversal") : "")),
                Column.text(page.t("loan.col.reference"), LoanView.Entry::reference),
                Column.money(page.t("loan.col.change"), currency, LoanView.Entry::amount),
                Column.money(page.t("loan.col.owed"), currency, LoanView.Entry::balance)));
        if (loan.everHeld()) {
            columns.add(Column.money(page.t("sheets.col.held_more"), currency, LoanView.Entry::heldMore));
            columns.add(Column.money(page.t("loan.col.held"), currency, LoanView.Entry::held));
        }
        return new Sheet<>(page.t("loan.statement"), columns, loan.statement());
    }

    /** Everything recorded of a loan, as the staff see it. */
    static Sheet<ServicingView.Event> events(LoanView loan, List<ServicingView.Event> events, Page page) {
        return new Sheet<>(
                page.t("servicing.events"),
                List.of(
                        Column.count(page.t("servicing.col.number"), ServicingView.Event::number),
                        Column.text(page.t("servicing.col.event"), event -> words(event, loan, page)),
                        Column.money(page.t("sheets.col.amount"), loan.currency(), ServicingView.Event::amount),
                        Column.date(page.t("servicing.col.counts_from"), ServicingView.Event::countsFrom),
                        Column.text(page.t("loan.col.reference"), ServicingView.Event::reference),
                        Column.moment(page.t("servicing.col.recorded"), page.zone(), ServicingView.Event::recordedAt),
                        Column.text(page.t("sheets.col.by"), ServicingView.Event::recordedBy)),
                events);
    }

    private static String words(ServicingView.Event event, LoanView loan, Page page) {
        List<String> words = new ArrayList<>(List.of(page.t("loan_event." + event.kind())));
        if (event.excess() != null) {
            words.add(page.way(event.excess(), loan.method()));
        }
        if (event.count() != null) {
            words.add(page.t("loan_event.count." + event.kind(), event.count()));
        }
        if (event.undoes() != null) {
            words.add(page.t("loan_event.undoes", event.undoes()));
        }
        if (event.reversed()) {
            words.add(page.t("loan_event.was_reversed"));
        }
        return String.join(" · ", words);
    }
}
