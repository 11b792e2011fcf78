package org.quanheng.app.page;

import static org.quanheng.app.page.PageSamples.DEM;
import static org.quanheng.app.page.PageSamples.NOW;
import static org.quanheng.app.page.PageSamples.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.application.web.PaymentView;
import org.quanheng.app.loan.web.LoanView;
import org.quanheng.app.loan.web.PaymentParts;
import org.quanheng.app.loan.web.PlanChange;
import org.quanheng.app.loan.web.ServicingListView;
import org.quanheng.app.loan.web.ServicingView;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.account.PenaltyTerms;
import org.quanheng.lending.annualcost.AnnualCost;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.ResolvedTerms;

/** The pages about loans, filled with a loan that lending worked out. */
final class LoanSamples {
    private static final LocalDate OPENED = LocalDate.of(2026, 9, 22);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final BigDecimal RATE = new BigDecimal("0.104");

    private LoanSamples() {}

    /** What a borrower sees. */
    static Map<String, Object> views() {
        Map<String, Object> views = new LinkedHashMap<>();
        views.put("loan", loan("active", requests(false)));
        views.put("loan-overdue", loan("overdue", List.of()));
        views.put("loan-held", loan("held", requests(false)));
        views.put("loan-settled", loan("settled", requests(true)));
        views.put("loan-written_off", loan("written_off", List.of()));
        views.put(
                "loan_change-early",
                LoanChangeSamples.change("early_repayment", LoanChangeSamples.plans(2), List.of()));
        views.put(
                "loan_change-extension", LoanChangeSamples.change("extension", LoanChangeSamples.plans(1), List.of()));
        views.put("loan_change-holiday", LoanChangeSamples.change("holiday", LoanChangeSamples.holiday(), List.of()));
        views.put(
                "loan_change-restructuring",
                LoanChangeSamples.change("restructuring", LoanChangeSamples.restructuring(), List.of()));
        views.put(
                "loan_change-faulty",
                LoanChangeSamples.change(
                        "early_repayment",
                        null,
                        List.of(FieldError.of("amount", "payable", "Amount", "DM 2,400.00", "DM 2,404.10"))));
        views.put("loan_broken", new BrokenLoanView("208", false, List.of()));
        views.put("loan_broken-refused", new BrokenLoanView("208", true, List.of()));
        return views;
    }

    /** What the staff see. */
    static Map<String, Object> staffViews() {
        Map<String, Object> views = new LinkedHashMap<>();
        views.put("servicing", list("running"));
        views.put("servicing-requests", list("requests"));
        views.put("servicing-refunds", list("refunds"));
        views.put("servicing-written_off", list("written_off"));
        views.put(
                "servicing-empty",
                new ServicingListView(
                        "overdue",
                        TODAY,
                        "",
                        scopes(),
                        buckets(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new ServicingListView.Broken("l8", "208")),
                        null));
        views.put("servicing_broken", broken(false));
        views.put("servicing_broken-refused", broken(true));
        views.put("servicing_loan-officer", one(true, requests(false)));
        views.put("servicing_loan-head", one(false, proposed()));
        return views;
    }

    /** What a loan of 2,500 costs. */
    static PaymentView.Quote quote(String method, int months) {
        RepaymentMethod way = RepaymentMethod.valueOf(method.toUpperCase(Locale.ROOT));
        ResolvedTerms terms = terms(way, months);
        List<PaymentView.Month> by = new ArrayList<>();
        by.add(new PaymentView.Month(BigDecimal.ZERO, BigDecimal.ZERO, money("2500")));
        for (Instalment row : Schedule.of(terms).instalments()) {
            by.add(new PaymentView.Month(
                    row.payment().amount(),
                    row.interest().amount(),
                    row.balanceAfter().amount()));
        }
        return new PaymentView.Quote(
                method,
                way == RepaymentMethod.EQUAL_INSTALMENT,
                DEM,
                money("2500"),
                months,
                Schedule.of(terms).instalment(1).payment().amount(),
                Schedule.of(terms).instalment(months).payment().amount(),
                Schedule.of(terms).totalInterest().amount(),
                money("0.00"),
                Schedule.of(terms).totalPayment().amount(),
                RATE,
                AnnualCost.of(AnnualCost.Convention.CHINA, terms).rate(),
                new BigDecimal("0.079"),
                new BigDecimal("0.189"),
                by);
    }

    private static ResolvedTerms terms(RepaymentMethod method, int months) {
        return LoanTerms.monthly(Money.of(DEM, "2500"), new Rate(RATE), months, method)
                .resolve(OPENED);
    }

    static List<LoanView.Instalment> rows(String state) {
        List<LoanView.Instalment> rows = new ArrayList<>();
        for (Instalment row :
                Schedule.of(terms(RepaymentMethod.EQUAL_INSTALMENT, 24)).instalments()) {
            String rowState = state.equals("settled") || row.number() < 2
                    ? "paid"
                    : row.number() > 3 ? "later" : row.number() == 3 ? "due" : second(state);
            rows.add(new LoanView.Instalment(
                    row.number(),
                    row.dueDate(),
                    row.payment().amount(),
                    row.principal().amount(),
                    row.interest().amount(),
                    money(state.equals("overdue") && row.number() == 2 ? "1.03" : "0.00"),
                    rowState.equals("paid") || rowState.equals("covered")
                            ? row.payment().amount()
                            : money(state.equals("held") && row.number() == 3 ? "20.00" : "0.00"),
                    row.balanceAfter().amount(),
                    rowState));
        }
        return rows;
    }

    private static String second(String state) {
        return switch (state) {
            case "overdue" -> "late";
            case "written_off" -> "unpaid";
            case "held" -> "covered";
            default -> "due";
        };
    }

    private static LoanView loan(String state, List<LoanView.Request> requests) {
        List<LoanView.Instalment> rows = rows(state);
        boolean settled = state.equals("settled");
        BigDecimal balance = settled ? money("0.00") : rows.get(0).balanceAfter();
        BigDecimal held =
                state.equals("held") ? rows.get(1).payment().add(money("20.00")) : money(settled ? "31.00" : "0.00");
        return new LoanView(
                "l1",
                "207",
                state.equals("held") ? "active" : state,
                TODAY,
                DEM,
                money("2500.00"),
                balance,
                state.equals("overdue") ? rows.get(1).payment() : money("0.00"),
                state.equals("overdue") ? 4 : 0,
                held,
                state.equals("held") ? rows.get(1).due() : null,
                settled ? money("0.00") : balance.add(money("4.10")),
                state.equals("written_off") ? money("2000.10") : money("0.00"),
                state.equals("written_off") ? money("400.00") : money("0.00"),
                state.equals("written_off") ? TODAY : null,
                money("2500.00").subtract(balance),
                settled ? null : rows.get(state.equals("held") ? 2 : 1),
                "equal_instalment",
                "held",
                24,
                state.equals("overdue") ? new BigDecimal("0.065") : null,
                RATE,
                new BigDecimal("0.1091"),
                charges(state),
                quote("equal_instalment", 24).interest(),
                OPENED,
                rows,
                statement(rows, held),
                requests,
                "01JD5Z-LOAN");
    }

    /** An overdue loan has fees as well, so that every line of the contract is looked at. */
    private static LoanView.Charges charges(String state) {
        PenaltyTerms penalty = new PenaltyTerms(new BigDecimal("0.5"), 3, false, DayCount.ACT_365F);
        boolean overdue = state.equals("overdue");
        List<Fee> fees = overdue
                ? List.of(
                        Fee.upFront("service", Fee.LENDER, Money.of(DEM, "25.00")),
                        Fee.percentage(
                                "guarantee",
                                "示例担保 / Sample Surety",
                                Fee.Charged.EACH_INSTALMENT_ON_BALANCE,
                                new BigDecimal("0.05")))
                : List.of();
        return new LoanView.Charges(
                money(overdue ? "2475.00" : "2500.00"),
                fees,
                penalty,
                penalty.besides(new Rate(RATE)),
                money(overdue ? "1.03" : "0.00"));
    }

    private static List<LoanView.Entry> statement(List<LoanView.Instalment> rows, BigDecimal held) {
        List<LoanView.Entry> entries = new ArrayList<>();
        BigDecimal owed = money("2500.00");
        BigDecimal none = money("0.00");
        entries.add(new LoanView.Entry(OPENED, "disbursement", false, owed, owed, none, none, null));
        LoanView.Instalment first = rows.getFirst();
        owed = owed.add(first.interest());
        entries.add(new LoanView.Entry(first.due(), "interest", false, first.interest(), owed, none, none, null));
        for (boolean reversal : new boolean[] {false, true, false}) {
            BigDecimal change = reversal ? first.payment() : first.payment().negate();
            owed = owed.add(change);
            entries.add(new LoanView.Entry(
                    first.due(), "repayment", reversal, change, owed, none, none, "BANK-20261022-0007"));
        }
        if (held.signum() > 0) {
            BigDecimal back = money("10.00");
            BigDecimal before = held.add(back);
            entries.add(
                    new LoanView.Entry(TODAY, "repayment", false, none, owed, before, before, "BANK-20261126-0001"));
            entries.add(
                    new LoanView.Entry(TODAY, "refund", false, none, owed, back.negate(), held, "BANK-20261126-0002"));
        }
        return entries;
    }

    private static List<LoanView.Request> requests(boolean closed) {
        return List.of(
                request("extension", closed ? "refused" : "asked", 6, closed ? "backlog" : null),
                request("restructuring", closed ? "done" : "asked", 33, null),
                request("early_repayment", closed ? "done" : "asked", null, null));
    }

    private static List<LoanView.Request> proposed() {
        return List.of(
                request("extension", "proposed", 6, null),
                request("holiday", "proposed", 2, null),
                request("restructuring", "proposed", 33, null),
                request("write_off", "proposed", null, null));
    }

    private static LoanView.Request request(
            String kind, String state, @Nullable Integer count, @Nullable String refusal) {
        boolean early = kind.equals("early_repayment");
        boolean writeOff = kind.equals("write_off");
        return new LoanView.Request(
                "r-" + kind,
                kind,
                state,
                0,
                state.equals("asked") || state.equals("proposed"),
                TODAY.minusDays(1),
                early || kind.equals("restructuring") ? money("600.00") : null,
                early ? "smaller_instalments" : null,
                early ? TODAY : null,
                count,
                kind.equals("restructuring") ? new BigDecimal("0.065") : null,
                early ? null : writeOff ? "uncollected" : "income",
                refusal);
    }

    /** A loan whose first event says another day than its contract. */
    static BrokenLoanView broken(boolean refused) {
        Phrase where = Phrase.of("{0}: {1}", Phrase.of("loan event {0}", 1), Phrase.of("date"));
        return new BrokenLoanView(
                "208", refused, List.of(new FieldError("loan", "lending", List.of(where, "2026-08-26", "2026-08-25"))));
    }

    private static List<ServicingListView.Scope> scopes() {
        return List.of(
                new ServicingListView.Scope("running", 219),
                new ServicingListView.Scope("overdue", 3),
                new ServicingListView.Scope("requests", 2),
                new ServicingListView.Scope("refunds", 1),
                new ServicingListView.Scope("written_off", 0));
    }

    private static List<ServicingListView.Bucket> buckets() {
        List<ServicingListView.Bucket> buckets = new ArrayList<>();
        int loans = 216;
        for (String code : List.of("current", "dpd_1_30", "dpd_31_60", "dpd_61_90", "dpd_91_180", "dpd_over_180")) {
            buckets.add(
                    new ServicingListView.Bucket(code, loans, money("2000.00").multiply(BigDecimal.valueOf(loans))));
            loans = loans / 60;
        }
        return buckets;
    }

    private static ServicingListView list(String scope) {
        List<ServicingListView.Row> rows = List.of(
                new ServicingListView.Row(
                        "l3",
                        "198",
                        "Anna Berger",
                        money("1840.20"),
                        money("351.15"),
                        95,
                        "dpd_91_180",
                        "substandard",
                        LocalDate.of(2026, 8, 23)),
                new ServicingListView.Row(
                        "l2",
                        "201",
                        "李敏",
                        money("640.00"),
                        money("115.72"),
                        4,
                        "dpd_1_30",
                        "special_mention",
                        LocalDate.of(2026, 11, 22)),
                new ServicingListView.Row(
                        "l1",
                        "207",
                        "Maria Keller",
                        money("2405.95"),
                        money("0.00"),
                        0,
                        "current",
                        "normal",
                        LocalDate.of(2026, 12, 22)));
        boolean requests = scope.equals("requests");
        return new ServicingListView(
                scope,
                TODAY,
                DEM,
                scopes(),
                buckets(),
                requests ? List.of() : rows,
                requests
                        ? requests(false).stream()
                                .map(request -> new ServicingListView.Asked(
                                        "l1", "207", "Anna Berger", DEM, "equal_instalment", request, NOW))
                                .toList()
                        : List.of(),
                scope.equals("refunds")
                        ? List.of(new ServicingListView.ToReturn("l4", "199", "Anna Berger", DEM, money("31.00")))
                        : List.of(),
                List.of(),
                requests ? null : "/servicing?scope=running&after=l1");
    }

    private static ServicingView one(boolean officer, List<LoanView.Request> requests) {
        return new ServicingView(
                loan("overdue", requests),
                "Anna Berger",
                3,
                new ServicingView.Standing(
                        money("95.10"),
                        money("20.62"),
                        money("0.00"),
                        money("0.00"),
                        money("2.71"),
                        LocalDate.of(2026, 11, 22),
                        "dpd_1_30",
                        "special_mention",
                        officer ? null : LocalDate.of(2027, 12, 22)),
                List.of(
                        new ServicingView.Event(
                                3, "reversed", TODAY, null, null, null, 2, null, "Wang Lei", NOW, false, false),
                        new ServicingView.Event(
                                2,
                                "repaid_early",
                                TODAY,
                                money("600.00"),
                                "smaller_instalments",
                                null,
                                null,
                                "BANK-20261022-0007",
                                "Chen Jing",
                                NOW,
                                !officer,
                                true),
                        new ServicingView.Event(
                                1,
                                "disbursed",
                                OPENED,
                                money("2500.00"),
                                null,
                                null,
                                null,
                                null,
                                "system",
                                NOW,
                                false,
                                false)),
                officer,
                !officer,
                payment(officer),
                officer
                        ? new ServicingView.RefundForm(
                                "20.00", TODAY.toString(), "BANK-2", money("135.72"), money("115.72"))
                        : null,
                requests.stream().map(LoanSamples::open).toList(),
                officer
                        ? new ServicingView.WriteOff(
                                loss(), List.of("uncollected", "insolvent", "deceased"), "insolvent")
                        : null,
                officer ? null : LoanChangeSamples.undo(),
                List.of(),
                "01JD5Z-SERVICING");
    }

    private static ServicingView.Loss loss() {
        return new ServicingView.Loss(
                money("2405.95"), money("23.33"), money("1.20"), money("20.00"), money("2410.48"));
    }

    private static ServicingView.Open open(LoanView.Request request) {
        boolean early = request.kind().equals("early_repayment");
        @Nullable PlanChange change = switch (request.kind()) {
            case "holiday" -> LoanChangeSamples.holiday();
            case "restructuring" -> LoanChangeSamples.restructuring();
            case "write_off" -> null;
            default -> LoanChangeSamples.plans(1);
        };
        boolean sets = request.kind().equals("restructuring") && request.state().equals("asked");
        ServicingView.Terms terms = sets ? new ServicingView.Terms("33", "6.5") : null;
        return new ServicingView.Open(
                request,
                !early,
                terms,
                early ? null : change,
                change == null ? loss() : null,
                true,
                List.of("backlog", "repeated", "too_long", "other"));
    }

    private static ServicingView.PaymentForm payment(boolean officer) {
        return new ServicingView.PaymentForm(
                "615.72",
                TODAY.toString(),
                "BANK-1",
                "held",
                List.of("held", "fewer_instalments", "smaller_instalments"),
                officer ? LoanChangeSamples.plans(2) : null,
                officer
                        ? new PaymentParts(
                                money("115.72"),
                                money("0.00"),
                                money("0.00"),
                                money("500.00"),
                                money("0.00"),
                                false,
                                false,
                                true)
                        : null,
                officer ? null : new ServicingView.Recovery(money("2410.48"), money("1794.76")));
    }
}
