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
    void cannotExistUnlessItSumsToZero() {
        List<Posting> crooked = List.of(
                new Posting(LedgerAccount.CASH, dem("10")),
                new Posting(LedgerAccount.PRINCIPAL_RECEIVABLE, dem("-9.99")));
        assertThatThrownBy(() -> new LedgerEntry(DAY, LedgerEntry.Kind.REPAYMENT, null, crooked))
                .hasMessage("ledger entry: sum of the postings: expected zero, came DEM 0.01.");
        assertThatThrownBy(() -> new LedgerEntry(DAY, LedgerEntry.Kind.REPAYMENT, null, List.of()))
                .hasMessageContaining("postings: expected two or more, came 0");
    }

    @Test
    void isUndoneByTheSameAmountsTheOtherWayRound() {
        LedgerEntry paid = new LedgerEntry(
                DAY,
                LedgerEntry.Kind.REPAYMENT,
                "paid",
                List.of(
                        new Posting(LedgerAccount.CASH, dem("100.01")),
                        new Posting(LedgerAccount.PRINCIPAL_RECEIVABLE, dem("-90")),
                        new Posting(LedgerAccount.INTEREST_RECEIVABLE, dem("-10.01"))));
        assertThat(paid.reversed(DAY.plusDays(3)))
                .isEqualTo(new LedgerEntry(
                        DAY.plusDays(3),
                        LedgerEntry.Kind.REPAYMENT,
                        "paid",
                        List.of(
                                new Posting(LedgerAccount.CASH, dem("-100.01")),
                                new Posting(LedgerAccount.PRINCIPAL_RECEIVABLE, dem("90")),
                                new Posting(LedgerAccount.INTEREST_RECEIVABLE, dem("10.01")))));
    }
}
