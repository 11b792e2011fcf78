package org.quanheng.lending.terms;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.calendar.Frequency;

/** Collects the terms of a loan; {@link #build()} checks them all and fails once with every fault. */
public final class LoanTermsBuilder {
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

    LoanTermsBuilder(LoanTerms terms) {
        this.principal = terms.principal();
        this.rate = terms.rate().orElse(null);
        this.floatingRate = terms.floatingRate().orElse(null);
        this.instalments = terms.instalments();
        this.method = terms.method();
        this.frequency = terms.frequency();
        this.interestBasis = terms.interestBasis();
        this.dayCount = terms.dayCount();
        this.rounding = terms.rounding();
        this.smoothsResidue = terms.smoothsResidue();
        this.instalmentBasis = terms.instalmentBasis();
        this.grace = terms.grace();
        this.dateRules = terms.dateRules();
        this.fees = terms.fees();
        this.step = terms.step().orElse(null);
        this.principalParts = terms.principalParts();
        this.downPaymentPercent = terms.downPaymentPercent();
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
        new TermsCheck(this).throwIfAny();
        return new LoanTerms(this);
    }
}
