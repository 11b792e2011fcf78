package org.quanheng.lending.terms;

import java.math.BigDecimal;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.Money;
import org.quanheng.lending.calendar.DayCount;

/** What is wrong with terms as they were said, and with how they go together, all at once. */
final class TermsCheck {
    private final LoanTermsBuilder said;
    private final Faults faults = new Faults("loan terms");

    TermsCheck(LoanTermsBuilder said) {
        this.said = said;
    }

    /** Fails once with every fault. */
    void throwIfAny() {
        amounts();
        rate();
        instalments();
        method();
        faults.throwIfAny();
    }

    private void amounts() {
        Money principal = said.principal;
        if (principal == null) {
            faults.add("principal", "an amount above zero", "nothing");
            return;
        }
        faults.require(principal.isPositive(), "principal", "an amount above zero", principal);
        for (Fee fee : said.fees) {
            Money amount = fee.amount();
            faults.require(
                    amount == null || amount.currency().equals(principal.currency()),
                    Phrase.of("fee {0}", fee.name()),
                    Phrase.of("an amount in {0}", principal.currencyCode()),
                    amount);
        }
    }

    private void rate() {
        if (said.floatingRate != null) {
            faults.require(said.rate == null, "rate", "none beside a floating rate", said.rate);
        } else if (said.rate == null) {
            faults.add("rate", "a rate from 0 % to 1000 %", "nothing");
        } else {
            LoanTerms.requireRate(said.rate, faults);
        }
    }

    private void instalments() {
        faults.require(
                said.dayCount != DayCount.ONE_ONE, "day count", "one that grows with the days", said.dayCount.label());
        boolean counted = faults.require(
                said.instalments >= 1 && said.instalments <= LoanTerms.MOST_INSTALMENTS,
                "instalments",
                Phrase.of("1 to {0}", LoanTerms.MOST_INSTALMENTS),
                said.instalments);
        if (counted) {
            boolean graced =
                    said.grace.principal() < said.instalments && said.grace.interestPayment() < said.instalments;
            faults.require(graced, "grace", Phrase.of("fewer instalments than {0}", said.instalments), said.grace);
        }
        faults.require(
                said.downPaymentPercent.signum() >= 0 && said.downPaymentPercent.compareTo(BigDecimal.valueOf(100)) < 0,
                "down payment",
                "0 % to less than 100 %",
                said.downPaymentPercent + " %");
        LoanTerms.requireDecimals("down payment", said.downPaymentPercent, faults);
    }

    private void method() {
        // A bullet loan has one period: what is said of the first few would be said of all.
        faults.require(
                said.method != RepaymentMethod.BULLET || said.grace.equals(Grace.NONE),
                "grace",
                Phrase.of("none for the method {0}", said.method),
                said.grace);
        faults.require(
                (said.method == RepaymentMethod.STEP) == (said.step != null),
                "step",
                said.method == RepaymentMethod.STEP
                        ? "a step for the method STEP"
                        : Phrase.of("no step for the method {0}", said.method),
                said.step);
        boolean custom = said.method == RepaymentMethod.CUSTOM;
        faults.require(
                custom == !said.principalParts.isEmpty(),
                "principal parts",
                custom ? "one for each instalment" : Phrase.of("none for the method {0}", said.method),
                Phrase.of("{0} parts", said.principalParts.size()));
        if (custom && said.principal != null) {
            parts(said.principal);
        }
        faults.require(
                !said.smoothsResidue || said.method == RepaymentMethod.EQUAL_INSTALMENT,
                "residue",
                "the method EQUAL_INSTALMENT for a residue that is spread",
                said.method);
    }

    private void parts(Money lent) {
        faults.require(
                said.principalParts.size() == said.instalments,
                "principal parts",
                Phrase.of("{0}, one for each instalment", said.instalments),
                said.principalParts.size());
        if (said.principalParts.stream().anyMatch(part -> !part.currency().equals(lent.currency()))) {
            faults.add("principal parts", Phrase.of("amounts in {0}", lent.currencyCode()), said.principalParts);
            return;
        }
        Money sum = said.principalParts.stream().reduce(Money.zero(lent.currency()), Money::plus);
        faults.require(sum.equals(lent), "principal parts", Phrase.of("a sum of {0}", lent), sum);
        faults.require(
                said.principalParts.stream().noneMatch(Money::isNegative),
                "principal parts",
                "none below zero",
                said.principalParts);
    }
}
