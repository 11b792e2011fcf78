package org.quanheng.app.loan.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.customer.Customers;
import org.quanheng.app.loan.Loan;
import org.quanheng.app.loan.LoanRequest;
import org.quanheng.app.loan.LoanRequests;
import org.quanheng.app.loan.Loans;
import org.quanheng.app.loan.Servicing;
import org.quanheng.app.page.Page;
import org.quanheng.app.page.Sheet;
import org.quanheng.app.page.Sheet.Column;
import org.springframework.stereotype.Component;

/** The lists of the staff as sheets: all of a list, read part by part, however long it is. */
@Component
class ServicingSheets {
    private static final int PART = 200;

    private final ServicingViews views;
    private final Loans loans;
    private final LoanRequests requests;
    private final Servicing servicing;
    private final Customers customers;

    ServicingSheets(
            ServicingViews views, Loans loans, LoanRequests requests, Servicing servicing, Customers customers) {
        this.views = views;
        this.loans = loans;
        this.requests = requests;
        this.servicing = servicing;
        this.customers = customers;
    }

    /**
     * One loan of a list.
     *
     * @param waiting of a list of loans on which something is to be paid
     * @param amount of a list of loans off the plan; of a loan that cannot be replayed there is neither
     */
    private record Line(
            String number,
            String borrower,
            @Nullable String currency,
            ServicingListView.@Nullable Row waiting,
            @Nullable BigDecimal amount) {
        static Line broken(long number) {
            return new Line(Long.toString(number), ServicingViews.NOBODY, null, null, null);
        }

        <T> @Nullable T of(Function<ServicingListView.Row, T> figure) {
            return waiting == null ? null : figure.apply(waiting);
        }
    }

    /** A list as it is shown on its page, but whole. */
    Sheet<?> of(String shown, Page page) {
        LocalDate today = servicing.today();
        String title = page.t("servicing.title") + " " + page.t("servicing.scope." + shown);
        return switch (shown) {
            case ServicingViews.REQUESTS -> new Sheet<>(title, ofRequests(page), asked());
            case ServicingViews.REFUNDS -> offPlan(title, "servicing.col.held", shown, today, page);
            case ServicingViews.WRITTEN_OFF -> offPlan(title, "servicing.col.lost", shown, today, page);
            default -> new Sheet<>(title, waiting(page), () -> new Parts(shown, today));
        };
    }

    private static List<Column<Line>> waiting(Page page) {
        return List.of(
                Column.text(page.t("servicing.col.loan"), Line::number),
                Column.text(page.t("sheets.col.borrower"), Line::borrower),
                Column.count(page.t("servicing.col.dpd"), line -> line.of(ServicingListView.Row::daysPastDue)),
                Column.text(page.t("servicing.col.bucket"), line -> line.of(row -> page.t("bucket." + row.bucket()))),
                // A loan without figures says so, or a sum over the others would be taken for the whole.
                Column.text(
                        page.t("servicing.col.tier"),
                        line -> line.waiting() == null
                                ? page.t("sheets.broken")
                                : page.t("tier." + line.waiting().tier())),
                Column.text(page.t("sheets.col.currency"), Line::currency),
                Column.money(page.t("servicing.col.due"), line -> line.of(ServicingListView.Row::due)),
                Column.money(page.t("servicing.col.principal"), line -> line.of(ServicingListView.Row::principal)),
                Column.date(page.t("servicing.col.first_unpaid"), line -> line.of(ServicingListView.Row::since)));
    }

    private Sheet<Line> offPlan(String title, String amount, String shown, LocalDate today, Page page) {
        return new Sheet<>(
                title,
                List.of(
                        Column.text(page.t("servicing.col.loan"), Line::number),
                        Column.text(page.t("sheets.col.borrower"), Line::borrower),
                        Column.text(
                                page.t("sheets.col.currency"),
                                line -> line.currency() == null ? page.t("sheets.broken") : line.currency()),
                        Column.money(page.t(amount), Line::amount)),
                () -> new Parts(shown, today));
    }

    private static List<Column<ServicingListView.Asked>> ofRequests(Page page) {
        return List.of(
                Column.text(page.t("servicing.col.loan"), ServicingListView.Asked::loanNumber),
                Column.text(page.t("sheets.col.borrower"), ServicingListView.Asked::borrower),
                Column.text(
                        page.t("servicing.col.asked"),
                        asked -> page.t("request." + asked.request().kind())),
                Column.text(page.t("sheets.col.currency"), ServicingListView.Asked::currency),
                Column.money(
                        page.t("sheets.col.amount"), asked -> asked.request().amount()),
                Column.count(
                        page.t("sheets.col.count"), asked -> asked.request().count()),
                Column.percent(
                        page.t("sheets.col.rate"), asked -> asked.request().rate()),
                Column.date(
                        page.t("sheets.col.planned"), asked -> asked.request().plannedOn()),
                Column.text(
                        page.t("servicing.col.turn"),
                        asked -> page.t("servicing.turn." + asked.request().turn())),
                Column.moment(page.t("servicing.col.since"), page.zone(), ServicingListView.Asked::askedAt));
    }

    private List<ServicingListView.Asked> asked() {
        List<LoanRequest> open = requests.waiting(Integer.MAX_VALUE);
        List<ServicingListView.Asked> asked = new ArrayList<>();
        for (int from = 0; from < open.size(); from += PART) {
            List<LoanRequest> part = open.subList(from, Math.min(from + PART, open.size()));
            List<Loan> about = loans.ofRequests(part).loans();
            asked.addAll(views.asked(part, about, borrowers(about)));
        }
        return asked;
    }

    private Map<UUID, Map<String, String>> borrowers(List<Loan> of) {
        return customers.personal(
                of.stream().map(loan -> loan.contract().customerId()).toList());
    }

    /** The loans of a list; at any time those of one part are in memory. */
    private final class Parts implements Iterator<Line> {
        private final String shown;
        private final LocalDate today;
        private Iterator<Line> part;
        private @Nullable UUID next;

        Parts(String shown, LocalDate today) {
            this.shown = shown;
            this.today = today;
            this.part = read(null);
        }

        @Override
        public boolean hasNext() {
            while (!part.hasNext() && next != null) {
                part = read(next);
            }
            return part.hasNext();
        }

        @Override
        public Line next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the list has ended");
            }
            return part.next();
        }

        private Iterator<Line> read(@Nullable UUID after) {
            Loans.Listed listed = views.part(shown, today, after, PART);
            next = listed.next();
            Map<UUID, Map<String, String>> borrowers = borrowers(listed.loans());
            List<Line> lines = new ArrayList<>();
            listed.loans().forEach(loan -> lines.add(line(loan, ServicingViews.name(loan, borrowers))));
            listed.broken().forEach(broken -> lines.add(Line.broken(broken.number())));
            return lines.iterator();
        }

        private Line line(Loan loan, String borrower) {
            String number = Long.toString(loan.number());
            String currency = loan.contract().principal().currencyCode();
            if (shown.equals(ServicingViews.REFUNDS) || shown.equals(ServicingViews.WRITTEN_OFF)) {
                BigDecimal amount = ServicingViews.amountOffPlan(
                                shown, loan.account().state(today))
                        .amount();
                return new Line(number, borrower, currency, null, amount);
            }
            LocalDate since = loan.firstUnpaidDue(today);
            return since == null
                    ? Line.broken(loan.number())
                    : new Line(number, borrower, currency, ServicingViews.row(loan, borrower, since, today), null);
        }
    }
}
