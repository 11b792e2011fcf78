package org.quanheng.app.loan;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.terms.Fee;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of what contracts charge besides interest. They are written with the contract and never change. */
final class LoanFees {
    private final JdbcClient jdbc;

    LoanFees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The fees of each of these loans, in the order of the contract. */
    Map<UUID, List<StoredFee>> of(List<UUID> loanIds) {
        String[] ids = loanIds.stream().map(UUID::toString).toArray(String[]::new);
        return jdbc
                .sql("select * from loan_fee where loan_id = any(?::uuid[]) order by loan_id, number")
                .param(ids)
                .query(StoredFee::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(StoredFee::loanId));
    }

    void insert(UUID loanId, List<Fee> fees) {
        for (int k = 0; k < fees.size(); k++) {
            StoredFee row = StoredFee.of(loanId, k + 1, fees.get(k));
            jdbc.sql("""
                            insert into loan_fee (loan_id, number, kind, payee, charged, amount_minor, percent)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.<@Nullable Object>asList(
                            loanId,
                            row.number(),
                            row.kind(),
                            row.payee(),
                            row.charged(),
                            row.amountMinor(),
                            row.percent()))
                    .update();
        }
    }
}
