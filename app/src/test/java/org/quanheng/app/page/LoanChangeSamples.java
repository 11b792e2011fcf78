package org.quanheng.app.page;

import static org.quanheng.app.page.LoanSamples.TODAY;
import static org.quanheng.app.page.LoanSamples.rows;
import static org.quanheng.app.page.PageSamples.DEM;
import static org.quanheng.app.page.PageSamples.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.loan.web.LoanChangeView;
import org.quanheng.app.loan.web.LoanView;
import org.quanheng.app.loan.web.PlanChange;
import org.quanheng.app.loan.web.ServicingView;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.LoanState;

/** What changes of a plan would do, for the pages that show it. */
final class LoanChangeSamples {
    private LoanChangeSamples() {}

    static PlanChange plans(int ways) {
        List<PlanChange.Plan> plans = new ArrayList<>();
        List<String> names = ways == 1 ? List.of("extension") : List.of("fewer_instalments", "smaller_instalments");
        for (String name : names) {
            plans.add(new PlanChange.Plan(
                    name,
                    money("0.00"),
                    money("92.15"),
                    rows("active").get(1).due(),
                    money("92.15"),
                    name.equals("fewer_instalments") ? 17 : 23,
                    LocalDate.of(2028, 9, 22),
                    money(name.equals("extension") ? "312.40" : "201.12"),
                    money("0.00")));
        }
        List<PlanChange.Point> points = new ArrayList<>();
        for (LoanView.Instalment row : rows("active")) {
            List<BigDecimal> balances = new ArrayList<>(List.of(row.balanceAfter()));
            plans.forEach(_ -> balances.add(row.balanceAfter().divide(BigDecimal.TWO)));
            points.add(new PlanChange.Point(row.due(), balances));
        }
        return new PlanChange(DEM, "equal_principal", TODAY, before(), plans, points);
    }

    /** An undone payment, of which a part was held. */
    static ServicingView.Undo undo() {
        return new ServicingView.Undo(2, standing("1900.00", "15.20", 0), standing("2405.95", "0.00", 4), plans(1));
    }

    private static LoanState standing(String principal, String held, int daysPastDue) {
        Money none = Money.zero(Currency.getInstance(DEM));
        return new LoanState(
                TODAY,
                daysPastDue > 0 ? LoanState.Status.OVERDUE : LoanState.Status.ACTIVE,
                Money.of(DEM, principal),
                none,
                none,
                none,
                none,
                none,
                Money.of(DEM, held),
                Money.of(DEM, principal),
                daysPastDue,
                daysPastDue > 0 ? TODAY.minusDays(daysPastDue) : null,
                none);
    }

    private static PlanChange.Plan before() {
        LocalDate next = rows("active").get(1).due();
        return new PlanChange.Plan(
                "before",
                money("0.00"),
                money("115.72"),
                next,
                money("115.72"),
                23,
                LocalDate.of(2028, 9, 22),
                money("277.28"),
                money("0.00"));
    }

    static PlanChange holiday() {
        PlanChange.Plan way = new PlanChange.Plan(
                "holiday",
                money("0.00"),
                money("131.40"),
                rows("active").get(3).due(),
                money("126.10"),
                21,
                LocalDate.of(2028, 9, 22),
                money("318.02"),
                money("0.00"));
        return new PlanChange(DEM, "equal_instalment", TODAY, before(), List.of(way), plans(1).points());
    }

    static PlanChange restructuring() {
        PlanChange.Plan way = new PlanChange.Plan(
                "restructuring",
                money("20.62"),
                money("80.00"),
                rows("active").get(2).due(),
                money("80.00"),
                33,
                LocalDate.of(2029, 7, 22),
                money("402.10"),
                money("12.00"));
        return new PlanChange(DEM, "equal_instalment", TODAY, before(), List.of(way), plans(1).points());
    }

    static LoanChangeView change(String kind, @Nullable PlanChange change, List<FieldError> errors) {
        return new LoanChangeView(
                "l1",
                "207",
                kind,
                DEM,
                Map.of("amount", "600.00", "on", TODAY.toString(), "months", "6", "instalments", "2"),
                money("2400.00"),
                money("2404.10"),
                TODAY,
                24,
                List.of("income", "illness", "family", "other"),
                change,
                false,
                errors,
                "01JD5Z-CHANGE");
    }
}
