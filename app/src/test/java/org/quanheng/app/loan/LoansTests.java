package org.quanheng.app.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.customer.Customers;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.AccountRow;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.PenaltyTerms;
import org.quanheng.lending.ledger.LedgerEntry;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.policy.document.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class LoansTests {
    private final RunningLender lender = RunningLender.get();
    private final Loans loans = lender.part(Loans.class);
    private final TransactionTemplate transaction = lender.part(TransactionTemplate.class);
    private final JdbcClient jdbc = lender.part(JdbcClient.class);
    private final Ids ids = lender.part(Ids.class);

    @Test
    void anOpenedLoanHasItsScheduleAndEntriesThatSumToZero() {
        UUID id = open("1169.00", 6);
        UUID customer = customerOf(id);
        Loan loan = loans.ofCustomer(customer, id).orElseThrow();

        assertThat(loan.account().schedule(LocalDate.of(2026, 11, 22))).hasSize(6);
        assertThat(loan.account().schedule(LocalDate.of(2026, 11, 22)).stream()
                        .map(AccountRow::principal)
                        .reduce(Money::plus))
                .contains(Money.of("DEM", "1169.00"));
        assertThat(loan.account().state(LocalDate.of(2026, 11, 22)).principal()).isEqualTo(Money.of("DEM", "1169.00"));
        assertThat(lender.part(LoanLedger.class).booked(id)).singleElement().satisfies(line -> {
            assertThat(line.entry().kind()).isEqualTo(LedgerEntry.Kind.DISBURSEMENT);
            assertThat(line.eventNumber()).isEqualTo(1);
        });
        assertThat(loans.ofCustomer(ids.next(), id)).isEmpty();
        assertThat(loans.ledgerSums()).allMatch(Money::isZero);
    }

    @Test
    void theDatabaseRefusesAPostingThatDoesNotSumToZero() {
        UUID id = open("500.00", 4);

        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        _ -> jdbc.sql("""
                                insert into ledger_entry (posting_id, loan_id, event, account, currency, amount_minor, booked_on, at)
                                values (?, ?, 'REPAYMENT', 'CASH', 'DEM', 100, date '2026-11-22', now())""").params(ids.next(), id).update()))
                .hasMessageContaining("does not sum to zero");
    }

    @Test
    void theDatabaseRefusesToChangeTheLedger() throws SQLException {
        open("500.00", 4);

        assertThatThrownBy(() -> jdbc.sql("update ledger_entry set amount_minor = amount_minor + 1")
                        .update())
                .hasMessageContaining("append-only");
        assertThat(lender.column("select sum(amount_minor) from ledger_entry")).containsExactly("0");
    }

    @Test
    void theDatabaseRefusesAScheduleThatDoesNotRepayThePrincipal() {
        UUID customer = customer();

        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> jdbc.sql("""
                                insert into loan (id, customer_id, product_id, product_version, currency, principal_minor, annual_rate,
                                        annual_cost, months, repayment_method, excess, disbursed_on, opened_at, booked_to, principal_owed_minor,
                                        held_minor, lost_minor, penalty_multiple, penalty_grace_days,
                                        holiday_instalments_max, restructuring_instalments_max)
                                values (?, ?, 'consumer-instalment', ?, 'DEM', 100, 0.1, 0.1, 4, 'EQUAL_INSTALMENT', 'HELD',
                                        date '2026-11-22', now(), date '2026-11-22', 100, 0, 0, 0, 0, 6, 120)""")
                        .params(ids.next(), customer, LoanFixtures.product(lender))
                        .update()))
                .hasMessageContaining("repays");
    }

    private UUID open(String amount, int months) {
        UUID id = ids.next();
        UUID customer = customer();
        transaction.executeWithoutResult(_ -> loans.open(
                id,
                new LoanContract(
                        customer,
                        LoanFixtures.PRODUCT,
                        LoanFixtures.product(lender),
                        Money.of("DEM", amount),
                        new BigDecimal("0.11"),
                        new BigDecimal("0.1157"),
                        months,
                        RepaymentMethod.EQUAL_INSTALMENT,
                        Excess.HELD,
                        List.of(),
                        PenaltyTerms.NONE,
                        Changes.DEFAULT,
                        LocalDate.of(2026, 11, 22))));
        return id;
    }

    private UUID customer() {
        UUID customer = ids.next();
        transaction.executeWithoutResult(_ -> lender.part(Customers.class).open(customer, Map.of()));
        return customer;
    }

    private UUID customerOf(UUID loan) {
        return jdbc.sql("select customer_id from loan where id = ?")
                .param(loan)
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
    }
}
