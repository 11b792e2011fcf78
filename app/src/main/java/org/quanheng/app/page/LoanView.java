package org.quanheng.app.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loan as its borrower sees it.
 *
 * @param state {@code loan.state.<code>}: {@code active}, {@code overdue}, {@code settled}
 * @param next the instalment that is due next, or null when nothing is
 * @param paidPrincipal principal paid back so far
 * @param contractHref where the signed terms are, or null
 */
public record LoanView(
        String id,
        String number,
        String state,
        String currency,
        BigDecimal principal,
        BigDecimal balance,
        BigDecimal paidPrincipal,
        @Nullable Instalment next,
        String method,
        int months,
        BigDecimal rate,
        BigDecimal annualCost,
        BigDecimal interestTotal,
        BigDecimal feesTotal,
        @Nullable BigDecimal lateRate,
        LocalDate openedOn,
        LocalDate lastDue,
        @Nullable String purpose,
        List<Instalment> schedule,
        List<Entry> statement,
        @Nullable String contractHref) {

    public LoanView {
        schedule = List.copyOf(schedule);
        statement = List.copyOf(statement);
    }

    /** One instalment; {@code instalment.state.<state>}: {@code paid}, {@code due}, {@code late} or {@code later}. */
    public record Instalment(
            int number,
            LocalDate due,
            BigDecimal payment,
            BigDecimal principal,
            BigDecimal interest,
            BigDecimal balanceAfter,
            String state) {}

    /**
     * One line of the statement: {@code entry.<kind>}, such as {@code disbursement}, {@code interest} or {@code payment}.
     *
     * @param amount what the balance grew by (less than 0 if it fell)
     */
    public record Entry(
            LocalDate date,
            String kind,
            BigDecimal amount,
            BigDecimal balance,
            @Nullable String reference) {}

    /** The balance as planned, as a drawing. */
    public BalanceChart chart() {
        List<BigDecimal> balances = new ArrayList<>();
        balances.add(principal);
        schedule.forEach(instalment -> balances.add(instalment.balanceAfter()));
        return BalanceChart.of(balances, schedule.size(), principal);
    }

    /** The length of the bar of principal paid back, out of a whole. */
    public String paidWidth(double whole) {
        double share = principal.signum() == 0 ? 0 : paidPrincipal.doubleValue() / principal.doubleValue();
        return Formats.svg(Math.clamp(share, 0, 1) * whole);
    }

    /** How many instalments are paid. */
    public long paidCount() {
        return schedule.stream()
                .filter(instalment -> instalment.state().equals("paid"))
                .count();
    }
}
