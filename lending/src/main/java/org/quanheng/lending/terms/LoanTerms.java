package org.quanheng.lending.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.calendar.Frequency;

/**
 * A loan as agreed, before anyone knows the day on which it is paid out.
 *
 * <p>Made by {@link #builder()}, which checks all terms at once. {@link #resolve} binds it to dates.
 */
public final class LoanTerms {
    /** The most instalments a loan can have. */
    public static final int MOST_INSTALMENTS = 1200;

    private final LoanTermsBuilder from;
    private final Money principal;

    LoanTerms(LoanTermsBuilder checked, Money principal) {
        this.from = new LoanTermsBuilder(checked);
        this.principal = principal;
    }

    /** Terms with monthly equal instalments, interest by the month, halves rounded up, until said otherwise. */
    public static LoanTermsBuilder builder() {
        return new LoanTermsBuilder();
    }

    /** Monthly loan of the given method with interest by the month; all else as {@link #builder()} has it. */
    public static LoanTerms monthly(Money principal, Rate rate, int instalments, RepaymentMethod method) {
        return builder()
                .principal(principal)
                .rate(rate)
                .instalments(instalments)
                .method(method)
                .build();
    }

    /**
     * Binds the terms to the day of disbursement; the first instalment is due one period later.
     *
     * @throws org.quanheng.fault.FaultyInputException if the rate floats: an index must be given, see {@link #resolving}
     */
    public ResolvedTerms resolve(LocalDate disbursedOn) {
        return resolving(disbursedOn).resolve();
    }

    /**
     * Binds the terms to the day of disbursement and the day of the first instalment; a first period that is shorter
     * or longer than the others bears interest by the day.
     *
     * @throws org.quanheng.fault.FaultyInputException if the first instalment is not after the disbursement
     */
    public ResolvedTerms resolve(LocalDate disbursedOn, LocalDate firstDueOn) {
        return resolving(disbursedOn).firstDueOn(firstDueOn).resolve();
    }

    /** Begins to bind the terms to the day of disbursement, and to more: stubs, draw-downs, an index, rate changes. */
    public Resolution resolving(LocalDate disbursedOn) {
        return new Resolution(this, disbursedOn);
    }

    /** Notes a fault unless interest can be computed exactly with a rate: 0 % to 1000 %, at most 10 decimals. */
    public static void requireRate(Rate rate, Faults faults) {
        LoanTermsBuilder.checkRate("rate", rate, faults);
    }

    /** The amount lent. */
    public Money principal() {
        return principal;
    }

    /** The nominal annual rate; empty if it floats. */
    public Optional<Rate> rate() {
        return Optional.ofNullable(from.rate);
    }

    /** The floating rate, if the loan has one. */
    public Optional<FloatingRate> floatingRate() {
        return Optional.ofNullable(from.floatingRate);
    }

    /** How many instalments there are. */
    public int instalments() {
        return from.instalments;
    }

    /** How the loan is paid back. */
    public RepaymentMethod method() {
        return from.method;
    }

    /** How often an instalment falls due. */
    public Frequency frequency() {
        return from.frequency;
    }

    /** Whether interest is counted by the period or by the day. */
    public InterestBasis interestBasis() {
        return from.interestBasis;
    }

    /** How days become a part of a year where interest is counted by the day. */
    public DayCount dayCount() {
        return from.dayCount;
    }

    /** How amounts are rounded. */
    public Rounding rounding() {
        return from.rounding;
    }

    /** True if what rounding leaves is spread over all instalments, false if the last one takes it. */
    public boolean smoothsResidue() {
        return from.smoothsResidue;
    }

    /** Which period lengths the equal instalment is found with. */
    public InstalmentBasis instalmentBasis() {
        return from.instalmentBasis;
    }

    /** Instalments at the beginning that ask for less. */
    public Grace grace() {
        return from.grace;
    }

    /** How due dates meet short months and closed banks. */
    public DateRules dateRules() {
        return from.dateRules;
    }

    /** The fees, in the order in which they are shown. */
    public List<Fee> fees() {
        return from.fees;
    }

    /** How the instalments of a stepped loan change, if it is one. */
    public Optional<Step> step() {
        return Optional.ofNullable(from.step);
    }

    /** The agreed principal parts of a custom loan, one for each instalment; empty for other methods. */
    public List<Money> principalParts() {
        return from.principalParts;
    }

    /** The percentage of each draw-down that is paid on its day, zero for none. */
    public BigDecimal downPaymentPercent() {
        return from.downPaymentPercent;
    }

    /** The same terms as a builder, to change some of them. */
    public LoanTermsBuilder toBuilder() {
        return new LoanTermsBuilder(from);
    }

    /** Equal if every term is. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LoanTerms that && from.values().equals(that.from.values());
    }

    @Override
    public int hashCode() {
        return from.values().hashCode();
    }

    /** The terms in one line. */
    @Override
    public String toString() {
        FloatingRate floating = from.floatingRate;
        String rate = floating == null ? String.valueOf(from.rate) : floating.index() + " plus " + floating.spread();
        return principal + " at " + rate + ", " + instalments() + " instalments " + frequency() + ", " + method();
    }
}
