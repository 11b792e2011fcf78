package org.quanheng.lending.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.ledger.LedgerAccount;
import org.quanheng.lending.ledger.LedgerEntry;
import org.quanheng.lending.ledger.Posting;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.LoanTermsBuilder;
import org.quanheng.lending.terms.RepaymentMethod;

/** The loan whose lives the tests tell with pencil and paper: 12,000 at 12 % over six months. */
final class SixMonths {
    static final LocalDate START = LocalDate.of(2025, 1, 15);
    static final LocalDate FIRST = LocalDate.of(2025, 2, 15);
    static final LocalDate SECOND = LocalDate.of(2025, 3, 15);

    private SixMonths() {}

    static Money cny(String amount) {
        return Money.of("CNY", amount);
    }

    static LoanTermsBuilder terms(RepaymentMethod method) {
        return LoanTerms.builder()
                .principal(cny("12000"))
                .rate(Rate.ofPercent("12"))
                .instalments(6)
                .method(method);
    }

    static AccountTerms account(LoanTermsBuilder terms) {
        return AccountTerms.of(terms.build().resolve(START));
    }

    static LoanAccount paidOut(AccountTerms terms) {
        return LoanAccount.open(terms).with(new LoanEvent.Disbursed("out", START, cny("12000")));
    }

    /** What stands on each account of the ledger that is not zero. */
    static Map<LedgerAccount, String> balances(List<LedgerEntry> entries) {
        Map<LedgerAccount, Money> sums = new TreeMap<>();
        for (LedgerEntry entry : entries) {
            for (Posting posting : entry.postings()) {
                sums.merge(posting.account(), posting.amount(), Money::plus);
            }
        }
        sums.values().removeIf(Money::isZero);
        Map<LedgerAccount, String> plain = new TreeMap<>();
        sums.forEach((name, sum) -> plain.put(name, sum.amount().toPlainString()));
        return plain;
    }
}
