package org.quanheng.app.loan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.RunningLender;
import org.quanheng.app.access.Accounts;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.audit.ActKey;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.customer.Customers;
import org.quanheng.app.product.Products;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.AccountRow;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.PenaltyTerms;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.policy.document.Changes;
import org.springframework.transaction.support.TransactionTemplate;

/** Loans of the running platform, opened and served by the real parts. */
final class LoanFixtures {
    static final String PRODUCT = "consumer-instalment";

    final RunningLender lender = RunningLender.get();
    final Loans loans = lender.part(Loans.class);
    final Servicing servicing = lender.part(Servicing.class);
    final LocalDate today = servicing.today();
    final StaffMember officer = member("OFFICER");
    final StaffMember head = member("HEAD_OF_LENDING");

    private final TransactionTemplate transaction = lender.part(TransactionTemplate.class);
    private final Ids ids = lender.part(Ids.class);

    /** The version of the sample product that is on offer. */
    static int product(RunningLender lender) {
        return lender.part(Products.class).newest(PRODUCT).orElseThrow().version();
    }

    private StaffMember member(String role) {
        return lender.part(Accounts.class).find(lender.signInOf(role).login()).orElseThrow();
    }

    /** A loan of twelve equal instalments at 11 % that was paid out so many months ago. */
    Loan open(String amount, int monthsAgo) {
        return open(amount, RepaymentMethod.EQUAL_INSTALMENT, today.minusMonths(monthsAgo));
    }

    Loan open(String amount, RepaymentMethod method, LocalDate disbursedOn) {
        return open(amount, method, Excess.HELD, disbursedOn);
    }

    Loan open(String amount, RepaymentMethod method, Excess excess, LocalDate disbursedOn) {
        return open(amount, method, excess, List.of(), PenaltyTerms.NONE, disbursedOn);
    }

    /** A loan with fees and penalty interest. */
    Loan open(String amount, List<Fee> fees, PenaltyTerms penalty, LocalDate disbursedOn) {
        return open(amount, RepaymentMethod.EQUAL_INSTALMENT, Excess.HELD, fees, penalty, disbursedOn);
    }

    private Loan open(
            String amount,
            RepaymentMethod method,
            Excess excess,
            List<Fee> fees,
            PenaltyTerms penalty,
            LocalDate disbursedOn) {
        UUID id = ids.next();
        UUID customer = ids.next();
        transaction.executeWithoutResult(_ -> {
            lender.part(Customers.class).open(customer, Map.of("full_name", "Anna Berger"));
            loans.open(
                    id,
                    new LoanContract(
                            customer,
                            PRODUCT,
                            product(lender),
                            Money.of("DEM", amount),
                            new BigDecimal("0.11"),
                            new BigDecimal("0.1157"),
                            12,
                            method,
                            excess,
                            fees,
                            penalty,
                            Changes.DEFAULT,
                            disbursedOn));
        });
        return again(id);
    }

    Loan again(UUID id) {
        return loans.find(id).orElseThrow();
    }

    ActKey key(String request) {
        return new ActKey("test", ids.nextKey(), request);
    }

    /** Money of the loans here. */
    static Money dm(String amount) {
        return Money.of("DEM", amount);
    }

    /** Records a payment and gives the loan as it is then. */
    Loan pay(Loan loan, LocalDate on, Money amount, @Nullable Excess excess) {
        Payment payment = new Payment(on, amount, "T" + ids.nextKey().replace("-", ""), excess);
        servicing.record(key("pay"), loan.id(), loan.version(), payment, officer);
        return again(loan.id());
    }

    /** Has a change asked for, put forward and approved, and gives the loan as it is then. */
    Loan change(Loan loan, LoanChange change) {
        Deciding deciding = lender.part(Deciding.class);
        lender.part(Asking.class).ask(key("ask"), loan, change);
        deciding.propose(key("propose"), loan, newest(loan), 0, change, officer);
        deciding.approve(key("approve"), newest(loan), 1, loan.version(), today, head);
        return again(loan.id());
    }

    private LoanRequest newest(Loan loan) {
        return lender.part(LoanRequests.class).of(loan.id()).getFirst();
    }

    /** All interest of a plan. */
    Money interest(List<AccountRow> rows) {
        return rows.stream().map(AccountRow::interest).reduce(Money::plus).orElseThrow();
    }
}
