package org.quanheng.lending.limit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.Money;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.ResolvedTerms;

/** What a household can carry. */
public final class Affordability {
    private Affordability() {}

    /**
     * Debt service to income (DSTI): what goes to all debts in a month over the income of a month, to 6 decimals.
     *
     * @throws org.quanheng.fault.FaultyInputException unless the income is above zero and the debt service not below it
     */
    public static BigDecimal debtServiceToIncome(Money debtService, Money income) {
        Faults faults = new Faults("debt service to income");
        faults.require(income.isPositive(), "income", "above zero", income);
        requireDebtService(debtService, income, faults);
        faults.throwIfAny();
        return debtService.amount().divide(income.amount(), 6, RoundingMode.HALF_UP);
    }

    private static void requireDebtService(Money debtService, Money income, Faults faults) {
        faults.require(!debtService.isNegative(), "debt service", "zero or above", debtService);
        faults.require(
                debtService.currency().equals(income.currency()),
                "income",
                Phrase.of("an income in {0}", debtService.currencyCode()),
                income);
    }

    /**
     * The payment that income leaves for a new loan: the highest ratio times income less present debt service, not below
     * zero, rounded down.
     *
     * @throws org.quanheng.fault.FaultyInputException unless income and debt service are zero or above, in one currency, and the
     *     ratio is above 0 and not above 1
     */
    public static Money paymentLeft(Money income, Money debtService, BigDecimal highestRatio) {
        Faults faults = new Faults("affordable payment");
        faults.require(
                highestRatio.signum() > 0 && highestRatio.compareTo(BigDecimal.ONE) <= 0,
                "highest ratio",
                "above 0 to 1",
                highestRatio);
        faults.require(!income.isNegative(), "income", "zero or above", income);
        requireDebtService(debtService, income, faults);
        faults.throwIfAny();
        Money left = income.times(highestRatio, RoundingMode.DOWN).minus(debtService);
        return left.max(Money.zero(income.currency()));
    }

    /**
     * The largest loan whose every payment, fees included, stays within an amount; zero if there is none.
     *
     * <p>The schedule itself decides: what is offered is what was checked, to the cent.
     *
     * @param loan the loan bound to its dates; its principal does not limit the search
     * @throws org.quanheng.fault.FaultyInputException if the payment is not above zero in the currency of the terms, the
     *     principal parts are agreed amounts, so that there is one loan only, or the loan is not lent at once
     */
    public static Money largestLoan(ResolvedTerms loan, Money payment) {
        requireSearchable(loan, payment);
        return Money.ofMinor(payment.currency(), new LargestLoan(loan, payment).find());
    }

    private static void requireSearchable(ResolvedTerms loan, Money payment) {
        LoanTerms terms = loan.terms();
        Faults faults = new Faults("largest loan");
        faults.require(payment.isPositive(), "payment", "above zero", payment);
        Money most = Money.ofMinor(payment.currency(), Long.MAX_VALUE / (4L * LoanTerms.MOST_INSTALMENTS));
        faults.require(payment.compareTo(most) <= 0, "payment", Phrase.of("at most {0}", most), payment);
        faults.require(
                payment.currency().equals(terms.principal().currency()),
                "payment",
                Phrase.of("a payment in {0}", terms.principal().currencyCode()),
                payment);
        faults.require(
                terms.method() != RepaymentMethod.CUSTOM,
                "method",
                "one whose instalments follow from the amount lent",
                terms.method());
        boolean atOnce =
                loan.moves().size() == 1 && loan.moves().getFirst().on().equals(loan.disbursedOn());
        faults.require(
                atOnce,
                "draw-downs",
                "one of the whole loan on the day of disbursement",
                Phrase.of("{0} draw-downs and repayments", loan.moves().size()));
        faults.throwIfAny();
    }

    /** The highest of all payments, fees included. */
    public static Money highestPayment(Schedule schedule) {
        return schedule.instalments().stream()
                .map(Instalment::payment)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * Loan to value (LTV): the loan over the value of what secures it, to 6 decimals.
     *
     * @throws org.quanheng.fault.FaultyInputException unless the value is above zero and the loan not below it, in one currency
     */
    public static BigDecimal loanToValue(Money loan, Money value) {
        Faults faults = new Faults("loan to value");
        faults.require(value.isPositive(), "value", "above zero", value);
        faults.require(!loan.isNegative(), "loan", "zero or above", loan);
        faults.require(
                loan.currency().equals(value.currency()),
                "value",
                Phrase.of("a value in {0}", loan.currencyCode()),
                value);
        faults.throwIfAny();
        return loan.amount().divide(value.amount(), 6, RoundingMode.HALF_UP);
    }
}
