package org.quanheng.lending.annualcost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.ResolvedTerms;

class CostStatementTests {
    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }

    private static ResolvedTerms loan(List<Fee> fees) {
        return LoanTerms.builder()
                .principal(cny("12000"))
                .rate(Rate.of("0.06"))
                .instalments(12)
                .fees(fees)
                .build()
                .resolve(LocalDate.of(2026, 1, 15));
    }

    @Test
    void saysWhoReceivesWhat() {
        ResolvedTerms loan = loan(List.of(
                Fee.upFront("arrangement", "lender", cny("120")),
                Fee.eachInstalment("account", "lender", cny("2")),
                Fee.percentage("guarantee", "Guarantor", Fee.Charged.EACH_INSTALMENT_ON_BALANCE, new BigDecimal("0.1")),
                Fee.upFront("waived", "lender", cny("0"))));
        CostStatement statement = CostStatement.of(AnnualCost.Convention.CHINA, loan, "Bank");
        assertThat(statement.items())
                .extracting(CostStatement.Item::toString)
                .containsExactly(
                        "Item[name=interest, payee=Bank, amount=CNY 393.58]",
                        "Item[name=arrangement, payee=lender, amount=CNY 120.00]",
                        "Item[name=account, payee=lender, amount=CNY 24.00]",
                        "Item[name=guarantee, payee=Guarantor, amount=CNY 78.73]");
        assertThat(statement.total()).isEqualTo(cny("616.31"));
        Money recurring = Schedule.of(loan).totalFees();
        assertThat(recurring).isEqualTo(cny("102.73"));
        assertThat(statement.annualCost()).isEqualTo(AnnualCost.of(AnnualCost.Convention.CHINA, loan));
    }

    @Test
    void aDrawDownOnADueDateBearsNoFeeThatDay() {
        LocalDate start = LocalDate.of(2026, 1, 15);
        ResolvedTerms loan = LoanTerms.builder()
                .principal(cny("12000"))
                .rate(Rate.of("0.06"))
                .instalments(12)
                .fees(List.of(Fee.percentage(
                        "guarantee", "Guarantor", Fee.Charged.EACH_INSTALMENT_ON_BALANCE, new BigDecimal("0.1"))))
                .build()
                .resolving(start)
                .draw(start, cny("6000"))
                .draw(start.plusMonths(3), cny("6000"))
                .resolve();
        Money fees = Schedule.feeTotals(loan).values().iterator().next();
        assertThat(fees).isEqualTo(Schedule.of(loan).totalFees());
    }
}
