package org.quanheng.lending.terms;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.calendar.Frequency;

/** Collects the terms of a loan; {@link #build()} checks them all and fails once with every fault. */
public final class LoanTermsBuilder {
    private static final BigDecimal HIGHEST_RATE = BigDecimal.TEN;
    private static final int MOST_RATE_DECIMALS = 10;

    @Nullable Money principal;

    @Nullable Rate rate;

    @Nullable FloatingRate floatingRate;

    int instalments;
    RepaymentMethod method = RepaymentMethod.EQUAL_INSTALMENT;
    Frequency frequency = Frequency.MONTHLY;
    InterestBasis interestBasis = InterestBasis.PERIOD;
    DayCount dayCount = DayCount.ACT_365F;
    Rounding rounding = Rounding.HALF_UP;
    boolean smoothsResidue;
    InstalmentBasis instalmentBasis = InstalmentBasis.EACH_PERIOD;
    Grace grace = Grace.NONE;
    DateRules dateRules = DateRules.PLAIN;
    List<Fee> fees = List.of();

    @Nullable Step step;

    List<Money> principalParts = List.of();
    BigDecimal downPaymentPercent = BigDecimal.ZERO;

    LoanTermsBuilder() {}

    LoanTermsBuilder(LoanTermsBuilder copied) {
        this.principal = copied.principal;
        this.rate = copied.rate;
        this.floatingRate = copied.floatingRate;
        this.instalments = copied.instalments;
        this.method = copied.method;
        this.frequency = copied.frequency;
        this.interestBasis = copied.interestBasis;
        this.dayCount = copied.dayCount;
        this.rounding = copied.rounding;
        this.smoothsResidue = copied.smoothsResidue;
        this.instalmentBasis = copied.instalmentBasis;
        this.grace = copied.grace;
        this.dateRules = copied.dateRules;
        this.fees = copied.fees;
        this.step = copied.step;
        this.principalParts = copied.principalParts;
        this.downPaymentPercent = copied.downPaymentPercent;
    }

    List<@Nullable Object> values() {
        return Arrays.asList(
                principal,
                rate,
                floatingRate,
                instalments,
                method,
                frequency,
                interestBasis,
                dayCount,
                rounding,
                smoothsResidue,
                instalmentBasis,
                grace,
                dateRules,
                fees,
                step,
                principalParts,
                downPaymentPercent);
    }

    /** The amount lent, above zero. */
    public LoanTermsBuilder principal(Money amount) {
        this.principal = amount;
        return this;
    }

    /** The nominal annual rate, 0 to 1000 %, with at most 10 decimals; needed unless the rate floats. */
    public LoanTermsBuilder rate(Rate annual) {
        this.rate = annual;
        return this;
    }

    /** A rate that follows an index, in the place of {@link #rate}. */
    public LoanTermsBuilder floatingRate(FloatingRate floating) {
        this.floatingRate = floating;
        return this;
    }

    /** The number of instalments, 1 to {@value LoanTerms#MOST_INSTALMENTS}. */
    public LoanTermsBuilder instalments(int count) {
        this.instalments = count;
        return this;
    }

    /** How the loan is paid back; equal instalment unless said. */
    public LoanTermsBuilder method(RepaymentMethod repaymentMethod) {
        this.method = repaymentMethod;
        return this;
    }

    /** How often an instalment falls due; every month unless said. */
    public LoanTermsBuilder frequency(Frequency often) {
        this.frequency = often;
        return this;
    }

    /** Interest by the period, as it stands unless said: a month bears a twelfth of the rate. */
    public LoanTermsBuilder interestByPeriod() {
        this.interestBasis = InterestBasis.PERIOD;
        return this;
    }

    /** Interest by the day, with the given day count. */
    public LoanTermsBuilder interestByDay(DayCount count) {
        this.interestBasis = InterestBasis.DAY;
        this.dayCount = count;
        return this;
    }

    /** How amounts are rounded; to the cent, halves up, once a period, unless said. */
    public LoanTermsBuilder rounding(Rounding rule) {
        this.rounding = rule;
        return this;
    }

    /** Spreads what rounding leaves over all equal instalments; unless said, the last instalment takes it. */
    public LoanTermsBuilder smoothResidue() {
        this.smoothsResidue = true;
        return this;
    }

    /** Which period lengths the equal instalment is found with; each period's own unless said. */
    public LoanTermsBuilder instalmentBasis(InstalmentBasis basis) {
        this.instalmentBasis = basis;
        return this;
    }

    /** Instalments at the beginning that ask for less; none unless said, and none of a bullet loan, which has one. */
    public LoanTermsBuilder grace(Grace instalmentsOfGrace) {
        this.grace = instalmentsOfGrace;
        return this;
    }

    /** How due dates meet short months and closed banks; the agreed day, open or closed, unless said. */
    public LoanTermsBuilder dateRules(DateRules rules) {
        this.dateRules = rules;
        return this;
    }

    /** The fees; none unless said. */
    public LoanTermsBuilder fees(List<Fee> all) {
        this.fees = List.copyOf(all);
        return this;
    }

    /** Makes it a stepped loan whose instalments change as said. */
    public LoanTermsBuilder step(Step change) {
        this.method = RepaymentMethod.STEP;
        this.step = change;
        return this;
    }

    /** Makes it a custom loan with these principal parts, one for each instalment. */
    public LoanTermsBuilder principalParts(List<Money> parts) {
        this.method = RepaymentMethod.CUSTOM;
        this.principalParts = List.copyOf(parts);
        this.instalments = parts.size();
        return this;
    }

    /** A part of each draw-down that is paid on its day as an instalment of its own; none unless said. */
    public LoanTermsBuilder downPaymentPercent(BigDecimal percent) {
        this.downPaymentPercent = percent;
        return this;
    }

    /**
     * Checks everything and makes the terms.
     *
     * @throws org.quanheng.fault.FaultyInputException that lists every fault
     */
    public LoanTerms build() {
        Faults faults = new Faults("loan terms");
        checkAmounts(faults);
        checkRate(faults);
        checkInstalments(faults);
        checkMethod(faults);
        faults.throwIfAny();
        if (principal == null) {
            throw new IllegalStateException("expected a fault for what is missing, came none");
        }
        return new LoanTerms(this, principal);
    }

    private void checkAmounts(Faults faults) {
        if (principal == null) {
            faults.add("principal", "an amount above zero", "nothing");
        } else {
            faults.require(principal.isPositive(), "principal", "an amount above zero", principal);
            for (Fee fee : fees) {
                Money amount = fee.amount();
                faults.require(
                        amount == null || amount.currency().equals(principal.currency()),
                        Phrase.of("fee {0}", fee.name()),
                        Phrase.of("an amount in {0}", principal.currencyCode()),
                        amount);
            }
        }
    }

    private void checkRate(Faults faults) {
        if (floatingRate != null) {
            faults.require(rate == null, "rate", "none beside a floating rate", rate);
        } else if (rate == null) {
            faults.add("rate", "a rate from 0 % to 1000 %", "nothing");
        } else {
            checkRate("rate", rate, faults);
        }
    }

    /** A rate that interest can be computed with exactly. */
    static void checkRate(String subject, Rate rate, Faults faults) {
        BigDecimal perYear = rate.perYear();
        if (perYear.signum() < 0 || perYear.compareTo(HIGHEST_RATE) > 0) {
            faults.add(subject, "a rate from 0 % to 1000 %", rate);
        } else {
            faults.require(
                    perYear.scale() <= MOST_RATE_DECIMALS,
                    subject,
                    Phrase.of("at most {0} decimals", MOST_RATE_DECIMALS),
                    perYear.toPlainString());
        }
    }

    private void checkInstalments(Faults faults) {
        faults.require(dayCount != DayCount.ONE_ONE, "day count", "one that grows with the days", dayCount.label());
        boolean counted = faults.require(
                instalments >= 1 && instalments <= LoanTerms.MOST_INSTALMENTS,
                "instalments",
                Phrase.of("1 to {0}", LoanTerms.MOST_INSTALMENTS),
                instalments);
        if (counted) {
            boolean graced = grace.principal() < instalments && grace.interestPayment() < instalments;
            faults.require(graced, "grace", Phrase.of("fewer instalments than {0}", instalments), grace);
        }
        faults.require(
                downPaymentPercent.signum() >= 0 && downPaymentPercent.compareTo(BigDecimal.valueOf(100)) < 0,
                "down payment",
                "0 % to less than 100 %",
                downPaymentPercent + " %");
    }

    private void checkMethod(Faults faults) {
        // A bullet loan has one period: what is said of the first few would be said of all.
        faults.require(
                method != RepaymentMethod.BULLET || grace.equals(Grace.NONE),
                "grace",
                Phrase.of("none for the method {0}", method),
                grace);
        faults.require(
                (method == RepaymentMethod.STEP) == (step != null),
                "step",
                method == RepaymentMethod.STEP
                        ? "a step for the method STEP"
                        : Phrase.of("no step for the method {0}", method),
                step);
        boolean custom = method == RepaymentMethod.CUSTOM;
        faults.require(
                custom == !principalParts.isEmpty(),
                "principal parts",
                custom ? "one for each instalment" : Phrase.of("none for the method {0}", method),
                Phrase.of("{0} parts", principalParts.size()));
        if (custom && principal != null) {
            checkParts(principal, faults);
        }
        faults.require(
                !smoothsResidue || method == RepaymentMethod.EQUAL_INSTALMENT,
                "residue",
                "the method EQUAL_INSTALMENT for a residue that is spread",
                method);
    }

    private void checkParts(Money lent, Faults faults) {
        faults.require(
                principalParts.size() == instalments,
                "principal parts",
                Phrase.of("{0}, one for each instalment", instalments),
                principalParts.size());
        if (principalParts.stream().anyMatch(part -> !part.currency().equals(lent.currency()))) {
            faults.add("principal parts", Phrase.of("amounts in {0}", lent.currencyCode()), principalParts);
            return;
        }
        Money sum = principalParts.stream().reduce(Money.zero(lent.currency()), Money::plus);
        faults.require(sum.equals(lent), "principal parts", Phrase.of("a sum of {0}", lent), sum);
        faults.require(
                principalParts.stream().noneMatch(Money::isNegative),
                "principal parts",
                "none below zero",
                principalParts);
    }
}
