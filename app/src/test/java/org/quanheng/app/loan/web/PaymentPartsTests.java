package org.quanheng.app.loan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quanheng.app.loan.Payment;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.account.AccountTerms;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LoanAccount;
import org.quanheng.lending.account.LoanEvent;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.RepaymentMethod;

/** What a payment pays: 1,200 without interest in twelve parts of 100, so that every figure is seen at once. */
class PaymentPartsTests {
    private static final LocalDate START = LocalDate.of(2026, 1, 10);
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 10);

    private LoanAccount account = LoanAccount.open(AccountTerms.of(
                    LoanTerms.monthly(dm("1200"), new Rate(BigDecimal.ZERO), 12, RepaymentMethod.EQUAL_PRINCIPAL)
                            .resolve(START)))
            .with(new LoanEvent.Disbursed("1", START, dm("1200")));

    private static Money dm(String amount) {
        return Money.of("DEM", amount);
    }

    private PaymentParts pay(LocalDate on, String amount, @Nullable Excess excess) {
        Payment payment = new Payment(on, dm(amount), "BANK-1", excess);
        var effect = account.preview(payment.event(account));
        account = effect.after();
        return PaymentParts.of(payment, effect);
    }

    private static String text(PaymentParts parts) {
        return "due %s settling %s early %s held %s from held %s%s%s%s"
                .formatted(
                        parts.due(),
                        parts.settling(),
                        parts.early(),
                        parts.held(),
                        parts.fromHeld(),
                        parts.settles() ? " settles" : "",
                        parts.settled() ? " settled" : "",
                        parts.muchHeld() ? " much" : "");
    }

    @Test
    void aPaymentPaysWhatIsDueAndTheRestIsHeld() {
        assertThat(text(pay(FIRST, "60", null)))
                .isEqualTo("due 60.00 settling 0.00 early 0.00 held 0.00 from held 0.00");
        assertThat(text(pay(FIRST, "140", null)))
                .isEqualTo("due 40.00 settling 0.00 early 0.00 held 100.00 from held 0.00");
    }

    @Test
    void whoeverHoldsMoreThanTheNextInstalmentIsToldOfEarlyRepayment() {
        assertThat(text(pay(FIRST, "250", null)))
                .isEqualTo("due 100.00 settling 0.00 early 0.00 held 150.00 from held 0.00 much");
    }

    @Test
    void anEarlyRepaymentPaysPrincipal() {
        assertThat(text(pay(FIRST, "250", Excess.FEWER_INSTALMENTS)))
                .isEqualTo("due 100.00 settling 0.00 early 150.00 held 0.00 from held 0.00");
    }

    @Test
    void whatSettlesTakesWhatWasHeldAndWhatGoesBeyondIsHeld() {
        pay(START.plusDays(1), "300", null);
        assertThat(text(pay(START.plusDays(2), "900", null)))
                .isEqualTo("due 0.00 settling 1200.00 early 0.00 held 0.00 from held 300.00 settles");
        assertThat(text(pay(START.plusDays(3), "5", null)))
                .isEqualTo("due 0.00 settling 0.00 early 0.00 held 5.00 from held 0.00 settled");
    }

    @Test
    void whatGoesBeyondWhatSettlesIsHeld() {
        assertThat(text(pay(FIRST, "1250", null)))
                .isEqualTo("due 100.00 settling 1100.00 early 0.00 held 50.00 from held 0.00 settles");
    }
}
