package org.quanheng.app.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.ActKey;
import org.springframework.dao.OptimisticLockingFailureException;

/** Changes that an officer put forward and takes back while nobody has decided. */
class TakenBackTests {
    private final LoanFixtures f = new LoanFixtures();
    private final LoanRequests requests = f.lender.part(LoanRequests.class);
    private final Deciding deciding = f.lender.part(Deciding.class);

    private LoanRequest only(Loan loan) {
        return requests.of(loan.id()).getFirst();
    }

    @Test
    void whatNobodyAskedForIsWithdrawn() {
        Loan loan = f.open("1169.00", 6);
        deciding.writeOff(f.key("propose"), loan.id(), 1, LoanChange.Ground.INSOLVENT, f.officer);
        LoanRequest proposed = only(loan);
        assertThatThrownBy(() -> deciding.takeBack(f.key("other"), proposed, 0, f.head))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_ALLOWED));

        ActKey key = f.key("back");
        deciding.takeBack(key, proposed, 0, f.officer);
        deciding.takeBack(key, proposed, 0, f.officer);

        LoanRequest taken = only(loan);
        assertThat(taken.state()).isEqualTo(LoanRequest.State.WITHDRAWN);
        assertThat(taken.version()).isEqualTo(1);
        assertThat(f.again(loan.id()).version()).isEqualTo(1);
        assertThatThrownBy(() -> deciding.takeBack(f.key("again"), taken, 1, f.officer))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("it is WITHDRAWN");
        assertThatThrownBy(() -> deciding.approve(f.key("late"), proposed, 0, 1, f.today, f.head))
                .as("read before it was taken back")
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(f.again(loan.id()).version()).isEqualTo(1);
        deciding.writeOff(f.key("anew"), loan.id(), 1, LoanChange.Ground.DECEASED, f.officer);
        assertThat(requests.of(loan.id())).filteredOn(LoanRequest::isOpen).hasSize(1);
    }

    @Test
    void whatABorrowerAskedForWaitsAgainAsItWasAskedFor() {
        Loan loan = f.open("1169.00", 2);
        LoanChange.Restructuring wish = new LoanChange.Restructuring(4000, 36, null, LoanChange.Reason.INCOME);
        f.lender.part(Asking.class).ask(f.key("ask"), loan, wish);
        LoanRequest asked = only(loan);
        LoanChange terms = wish.inTerms(LoanChange.Restructuring.plan(loan, f.today, 48, new BigDecimal("0.065")));
        deciding.propose(f.key("propose"), loan, asked, 0, terms, f.officer);
        assertThat(only(loan).change()).isEqualTo(terms);

        deciding.takeBack(f.key("back"), only(loan), 1, f.officer);

        LoanRequest waiting = only(loan);
        assertThat(waiting.state()).isEqualTo(LoanRequest.State.ASKED);
        assertThat(waiting.change()).isEqualTo(wish);
        assertThat(waiting.proposedBy()).isNull();
        for (String change : List.of(
                "proposed_by = '" + f.officer.id() + "'",
                "annual_rate = 0.065",
                "periods = 48",
                "asked_periods = null")) {
            assertThatThrownBy(() ->
                            f.lender.tamper("update loan_request set " + change + " where id = '" + waiting.id() + "'"))
                    .as(change)
                    .hasMessageContaining("violates check constraint");
        }
        deciding.propose(f.key("anew"), loan, waiting, 2, terms, f.officer);
        assertThat(only(loan).state()).isEqualTo(LoanRequest.State.PROPOSED);
    }
}
