package org.quanheng.lending.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Faults;
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
    private static final int MOST_RATE_DECIMALS = 10;

    private final Money principal;
    private final Rate rate;
    private final int instalments;
    private final RepaymentMethod method;
    private final Frequency frequency;
    private final InterestBasis interestBasis;
    private final DayCount dayCount;
    private final Rounding rounding;

    private LoanTerms(Builder from, Money principal, Rate rate) {
        this.principal = principal;
        this.rate = rate;
        this.instalments = from.instalments;
        this.method = from.method;
        this.frequency = from.frequency;
        this.interestBasis = from.interestBasis;
        this.dayCount = from.dayCount;
        this.rounding = from.rounding;
    }

    /** Terms with monthly equal instalments, interest by the month, halves rounded up, until said otherwise. */
    public static Builder builder() {
        return new Builder();
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

    /** Binds the terms to the day of disbursement; the first instalment is due one period later. */
    public ResolvedTerms resolve(LocalDate disbursedOn) {
        return ResolvedTerms.of(this, disbursedOn, frequency.after(disbursedOn, 1));
    }

    /**
     * Binds the terms to the day of disbursement and the day of the first instalment; a first period that is shorter
     * or longer than the others bears interest by the day.
     *
     * @throws org.quanheng.lending.LendingException if the first instalment is not after the disbursement
     */
    public ResolvedTerms resolve(LocalDate disbursedOn, LocalDate firstDueOn) {
        return ResolvedTerms.of(this, disbursedOn, firstDueOn);
    }

    /** The amount lent. */
    public Money principal() {
        return principal;
    }

    /** The nominal annual rate. */
    public Rate rate() {
        return rate;
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

    /** The same terms as a builder, to change some of them. */
    public Builder toBuilder() {
        Builder copy = new Builder();
        copy.principal = principal;
        copy.rate = rate;
        copy.instalments = instalments;
        copy.method = method;
        copy.frequency = frequency;
        copy.interestBasis = interestBasis;
        copy.dayCount = dayCount;
        copy.rounding = rounding;
        return copy;
    }

    /** The terms in one line. */
    @Override
    public String toString() {
        return principal + " at " + rate + ", " + instalments + " instalments " + frequency + ", " + method;
    }

    /** Collects the terms; {@link #build()} checks them all and fails once with every fault. */
    public static final class Builder {
        private @Nullable Money principal;
        private @Nullable Rate rate;
        private int instalments;
        private RepaymentMethod method = RepaymentMethod.EQUAL_INSTALMENT;
        private Frequency frequency = Frequency.MONTHLY;
        private InterestBasis interestBasis = InterestBasis.PERIOD;
        private DayCount dayCount = DayCount.ACT_365F;
        private Rounding rounding = Rounding.HALF_UP;

        private Builder() {}

        /** The amount lent, above zero. */
        public Builder principal(Money amount) {
            this.principal = amount;
            return this;
        }

        /** The nominal annual rate, 0 to 1000 %, with at most 10 decimals. */
        public Builder rate(Rate annual) {
            this.rate = annual;
            return this;
        }

        /** The number of instalments, 1 to {@value LoanTerms#MOST_INSTALMENTS}. */
        public Builder instalments(int count) {
            this.instalments = count;
            return this;
        }

        /** How the loan is paid back; equal instalment unless said. */
        public Builder method(RepaymentMethod repaymentMethod) {
            this.method = repaymentMethod;
            return this;
        }

        /** How often an instalment falls due; every month unless said. */
        public Builder frequency(Frequency often) {
            this.frequency = often;
            return this;
        }

        /** Interest by the period, as it stands unless said: a month bears a twelfth of the rate. */
        public Builder interestByPeriod() {
            this.interestBasis = InterestBasis.PERIOD;
            return this;
        }

        /** Interest by the day, with the given day count. */
        public Builder interestByDay(DayCount count) {
            this.interestBasis = InterestBasis.DAY;
            this.dayCount = count;
            return this;
        }

        /** How amounts are rounded; to the cent, halves up, once a period, unless said. */
        public Builder rounding(Rounding rule) {
            this.rounding = rule;
            return this;
        }

        /**
         * Checks everything and makes the terms.
         *
         * @throws org.quanheng.lending.LendingException that lists every fault
         */
        public LoanTerms build() {
            Faults faults = new Faults("loan terms");
            if (principal == null) {
                faults.add("principal", "an amount above zero", "nothing");
            } else {
                faults.require(principal.isPositive(), "principal", "an amount above zero", principal);
            }
            if (rate == null) {
                faults.add("rate", "a rate from 0 % to 1000 %", "nothing");
            } else {
                checkRate(rate, faults);
            }
            faults.require(
                    instalments >= 1 && instalments <= MOST_INSTALMENTS,
                    "instalments",
                    "1 to " + MOST_INSTALMENTS,
                    instalments);
            faults.throwIfAny();
            if (principal == null || rate == null) {
                throw new IllegalStateException("expected a fault for what is missing, came none");
            }
            return new LoanTerms(this, principal, rate);
        }

        private static void checkRate(Rate rate, Faults faults) {
            BigDecimal perYear = rate.perYear();
            if (perYear.signum() < 0 || perYear.compareTo(HIGHEST_RATE) > 0) {
                faults.add("rate", "a rate from 0 % to 1000 %", rate);
            } else {
                faults.require(
                        perYear.scale() <= MOST_RATE_DECIMALS,
                        "rate",
                        "at most " + MOST_RATE_DECIMALS + " decimals",
                        perYear.toPlainString());
            }
        }
    }
}
