package org.quanheng.app.loan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.account.AccountTerms;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LoanAccount;
import org.quanheng.lending.account.LoanEvent;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.RepaymentMethod;

/** What changes a plan: 1,200 without interest in twelve parts of 100. */
class PlanChangesTests {
    private static final LocalDate START = LocalDate.of(2026, 1, 10);

    private final LoanAccount account = LoanAccount.open(AccountTerms.of(
                    LoanTerms.monthly(dm("1200"), new Rate(BigDecimal.ZERO), 12, RepaymentMethod.EQUAL_PRINCIPAL)
                            .resolve(START)))
            .with(new LoanEvent.Disbursed("1", START, dm("1200")));

    private static Money dm(String amount) {
        return Money.of("DEM", amount);
    }

    private static PlanChange change(LoanAccount before, LoanEvent event) {
        return PlanChanges.of(START, before, Map.of("extension", before.preview(event)));
    }

    @Test
    void whatIsHeldPaysNoInstalmentOfThePlanYet() {
        LoanEvent payment = new LoanEvent.Repaid("2", START, dm("250"));
        PlanChange held = change(account, payment);
        assertThat(held.ways().getFirst().instalments()).isEqualTo(12);
        assertThat(held.movesTheBalance()).isFalse();
        PlanChange longer = change(account.with(payment), new LoanEvent.Extended("3", START, 6));
        assertThat(longer.before().instalments()).isEqualTo(12);
        assertThat(longer.ways().getFirst().instalments()).isEqualTo(18);
        assertThat(longer.ways().getFirst().next()).isEqualByComparingTo("66.67");
        assertThat(longer.movesTheBalance()).isTrue();
    }

    @Test
    void feesAreACostOfAPlan() {
        LoanTerms terms = LoanTerms.builder()
                .principal(dm("1200"))
                .rate(new Rate(BigDecimal.ZERO))
                .instalments(12)
                .fees(List.of(
                        Fee.upFront("service", Fee.LENDER, dm("18")),
                        Fee.eachInstalment("guarantee", "Surety", dm("2"))))
                .build();
        LoanAccount charged = LoanAccount.open(AccountTerms.of(terms.resolve(START)))
                .with(new LoanEvent.Disbursed("1", START, dm("1200")));
        PlanChange longer = change(charged, new LoanEvent.Extended("2", START, 6));
        assertThat(longer.hasCharges()).isTrue();
        assertThat(longer.before().charges()).isEqualByComparingTo("42");
        assertThat(longer.ways().getFirst().charges()).isEqualByComparingTo("54");
        assertThat(longer.ways().getFirst().saves(longer.before())).isEqualByComparingTo("-12");
        assertThat(change(account, new LoanEvent.Extended("2", START, 6)).hasCharges())
                .isFalse();
    }

    @Test
    void whatSettlesLeavesNone() {
        PlanChange.Plan none = change(
                        account, new LoanEvent.RepaidEarly("2", START, dm("1200"), Excess.FEWER_INSTALMENTS))
                .ways()
                .getFirst();
        assertThat(none.instalments()).isZero();
        assertThat(none.next()).isNull();
        assertThat(none.lastDue()).isEqualTo(START);
    }
}
