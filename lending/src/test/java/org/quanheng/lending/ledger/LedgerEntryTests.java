package org.quanheng.lending.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Money;

class LedgerEntryTests {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    private static Money dem(String amount) {
        return Money.of("DEM", amount);
    }

    @Test
    void aDisbursementMovesCashIntoPrincipal() {
        assertThat(LedgerEntry.disbursement(DAY, dem("1169")).postings())
                .containsExactly(
                        new Posting(LedgerAccount.PRINCIPAL_RECEIVABLE, dem("1169")),
                        new Posting(LedgerAccount.CASH, dem("-1169")));
    }

    @Test
    void aRepaymentSplitsCashIntoItsPartsAndLeavesOutWhatIsZero() {
        assertThat(LedgerEntry.repayment(DAY, dem("90"), dem("10.01")).postings())
                .containsExactly(
                        new Posting(LedgerAccount.CASH, dem("100.01")),
                        new Posting(LedgerAccount.PRINCIPAL_RECEIVABLE, dem("-90")),
                        new Posting(LedgerAccount.INTEREST_INCOME, dem("-10.01")));
        assertThat(LedgerEntry.repayment(DAY, dem("0"), dem("1")).postings()).hasSize(2);
        assertThat(LedgerEntry.repayment(DAY, dem("1"), dem("0")).postings()).hasSize(2);
    }

    @Test
    void cannotExistUnlessItSumsToZero() {
        List<Posting> crooked = List.of(
                new Posting(LedgerAccount.CASH, dem("10")),
                new Posting(LedgerAccount.PRINCIPAL_RECEIVABLE, dem("-9.99")));
        assertThatThrownBy(() -> new LedgerEntry(DAY, LedgerEntry.Kind.REPAYMENT, crooked))
                .hasMessage("ledger entry: sum of the postings: expected zero, came DEM 0.01.");
        assertThatThrownBy(() -> new LedgerEntry(DAY, LedgerEntry.Kind.REPAYMENT, List.of()))
                .hasMessageContaining("postings: expected two or more, came 0");
    }

    @Test
    void refusesAmountsOfTheWrongSign() {
        assertThatThrownBy(() -> LedgerEntry.disbursement(DAY, dem("0"))).hasMessageContaining("principal");
        assertThatThrownBy(() -> LedgerEntry.repayment(DAY, dem("-1"), dem("2")))
                .hasMessageContaining("not negative");
        assertThatThrownBy(() -> LedgerEntry.repayment(DAY, dem("2"), dem("-1")))
                .hasMessageContaining("interest");
        assertThatThrownBy(() -> LedgerEntry.repayment(DAY, dem("0"), dem("0"))).hasMessageContaining("above zero");
    }
}
