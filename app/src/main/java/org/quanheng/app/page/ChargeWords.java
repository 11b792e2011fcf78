package org.quanheng.app.page;

import java.math.BigDecimal;
import java.util.Locale;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.account.PenaltyTerms;
import org.quanheng.lending.terms.Fee;

/** What a loan costs besides its interest, in the words of a page: the same on an offer and on the loan that it becomes. */
public record ChargeWords(Page page) {
    /** What the fee is for. */
    public String name(Fee fee) {
        return page.t("fee." + fee.name());
    }

    /** How it is charged: how much, of what, when. */
    public String how(Fee fee) {
        String when = "fee." + fee.charged().name().toLowerCase(Locale.ROOT);
        Money amount = fee.amount();
        BigDecimal percent = fee.percent();
        if (amount != null) {
            return page.t(when + ".amount", page.formats().money(amount.amount(), amount.currencyCode()));
        }
        BigDecimal share = percent == null ? BigDecimal.ZERO : percent.movePointLeft(2);
        return page.t(when + ".percent", page.formats().percent(share, 2));
    }

    /** Who receives it. */
    public String payee(Fee fee) {
        return fee.payee().equals(Fee.LENDER) ? page.lender() : fee.payee();
    }

    /**
     * What a late payment costs.
     *
     * @param rate what overdue principal bears in a year in all
     */
    public String late(Rate rate, PenaltyTerms penalty) {
        String key = penalty.multiple().signum() == 0
                ? "late.agreed"
                : penalty.graceDays() == 0 ? "late.penalty" : "late.penalty.grace";
        return page.t(key, page.formats().percent(rate.perYear(), 2), penalty.graceDays());
    }
}
