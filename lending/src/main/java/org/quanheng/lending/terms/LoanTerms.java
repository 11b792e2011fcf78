package org.quanheng.lending.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
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

    private static final BigDecimal HIGHEST_RATE = BigDecimal.TEN;
    private static final int MOST_DECIMALS = 10;
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Money principal;
    private final @Nullable Rate rate;
    private final @Nullable FloatingRate floatingRate;
    private final int instalments;
    private final RepaymentMethod method;
    private final Frequency frequency;
    private final InterestBasis interestBasis;
    private final DayCount dayCount;
    private final Rounding rounding;
    private final boolean smoothsResidue;
    private final InstalmentBasis instalmentBasis;
    private final Grace grace;
    private final DateRules dateRules;
    private final List<Fee> fees;
    private final @Nullable Step step;
    private final List<Money> principalParts;
    private final BigDecimal downPaymentPercent;

    LoanTerms(LoanTermsBuilder checked) {
        this.principal = Objects.requireNonNull(checked.principal);
        this.rate = checked.rate;
        this.floatingRate = checked.floatingRate;
        this.instalments = checked.instalments;
        this.method = checked.method;
        this.frequency = checked.frequency;
        this.interestBasis = checked.interestBasis;
        this.dayCount = checked.dayCount;
        this.rounding = checked.rounding;
        this.smoothsResidue = checked.smoothsResidue;
        this.instalmentBasis = checked.instalmentBasis;
        this.grace = checked.grace;
        this.dateRules = checked.dateRules;
        this.fees = checked.fees;
        this.step = checked.step;
        this.principalParts = checked.principalParts;
        this.downPaymentPercent = checked.downPaymentPercent;
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
        BigDecimal perYear = rate.perYear();
        if (perYear.signum() < 0 || perYear.compareTo(HIGHEST_RATE) > 0) {
            faults.add("rate", "a rate from 0 % to 1000 %", rate);
        } else {
            requireDecimals("rate", perYear, faults);
        }
    }

    /** Notes a fault unless a number has at most 10 decimals: what is finer could be computed with for hours. */
    public static void requireDecimals(String where, BigDecimal number, Faults faults) {
        faults.require(
                number.scale() <= MOST_DECIMALS, where, Phrase.of("at most {0} decimals", MOST_DECIMALS), number);
    }

    /** Notes a fault unless a day lies in the years 1 to 9999. */
    public static void requireDay(String where, LocalDate day, Faults faults) {
        faults.require(
                !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY),
                where,
                Phrase.of("a day from {0} to {1}", FIRST_DAY, LAST_DAY),
                day.toString());
    }

    /** The amount lent. */
    public Money principal() {
        return principal;
    }

    /** The nominal annual rate; empty if it floats. */
    public Optional<Rate> rate() {
        return Optional.ofNullable(rate);
    }

    /** The floating rate, if the loan has one. */
    public Optional<FloatingRate> floatingRate() {
        return Optional.ofNullable(floatingRate);
    }

    /** How many instalments there are. */
    public int instalments() {
        return instalments;
    }

    /** How the loan is paid back. */
    public RepaymentMethod method() {
        return method;
    }

    /** How often an instalment falls due. */
    public Frequency frequency() {
        return frequency;
    }

    /** Whether interest is counted by the period or by the day. */
    public InterestBasis interestBasis() {
        return interestBasis;
    }

    /** How days become a part of a year where interest is counted by the day. */
    public DayCount dayCount() {
        return dayCount;
    }

    /** How amounts are rounded. */
    public Rounding rounding() {
        return rounding;
    }

    /** True if what rounding leaves is spread over all instalments, false if the last one takes it. */
    public boolean smoothsResidue() {
        return smoothsResidue;
    }

    /** Which period lengths the equal instalment is found with. */
    public InstalmentBasis instalmentBasis() {
        return instalmentBasis;
    }

    /** Instalments at the beginning that ask for less. */
    public Grace grace() {
        return grace;
    }

    /** How due dates meet short months and closed banks. */
    public DateRules dateRules() {
        return dateRules;
    }

    /** The fees, in the order in which they are shown. */
    public List<Fee> fees() {
        return fees;
    }

    /** How the instalments of a stepped loan change, if it is one. */
    public Optional<Step> step() {
        return Optional.ofNullable(step);
    }

    /** The agreed principal parts of a custom loan, one for each instalment; empty for other methods. */
    public List<Money> principalParts() {
        return principalParts;
    }

    /** The percentage of each draw-down that is paid on its day, zero for none. */
    public BigDecimal downPaymentPercent() {
        return downPaymentPercent;
    }

    /** The same terms as a builder, to change some of them. */
    public LoanTermsBuilder toBuilder() {
        return new LoanTermsBuilder(this);
    }

    private List<@Nullable Object> values() {
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

    /** Equal if every term is. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LoanTerms that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    /** The terms in one line. */
    @Override
    public String toString() {
        String at =
                floatingRate == null ? String.valueOf(rate) : floatingRate.index() + " plus " + floatingRate.spread();
        return principal + " at " + at + ", " + instalments + " instalments " + frequency + ", " + method;
    }
}
