package org.quanheng.lending.limit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.Money;

/**
 * What a firm needs to work, and how much of it a new loan may cover.
 *
 * <p>Source: 流动资金贷款管理办法 (NFRA 2024 no. 2), annex: working capital = last year's sales × (1 − margin on sales) × (1 +
 * expected growth) / turns a year; turns = 360 / (days of stock + receivables − payables + prepayments made − prepayments
 * received); new loan = working capital − own funds − present working-capital loans − other sources.
 *
 * @param sales last year's
 * @param margin profit on sales, as a decimal below 1
 * @param growth expected for this year, as a decimal above −1
 * @param stockDays how long goods lie
 * @param receivableDays how long customers take to pay
 * @param payableDays how long suppliers wait
 * @param prepaidDays how long before delivery the firm pays
 * @param advanceDays how long before delivery its customers pay
 */
public record WorkingCapital(
        Money sales,
        BigDecimal margin,
        BigDecimal growth,
        BigDecimal stockDays,
        BigDecimal receivableDays,
        BigDecimal payableDays,
        BigDecimal prepaidDays,
        BigDecimal advanceDays) {
    private static final BigDecimal YEAR = BigDecimal.valueOf(360);
    private static final int MOST_DIGITS = 1_000;

    /** Checks every figure; the cycle of the firm must be longer than nothing. */
    public WorkingCapital {
        Faults faults = new Faults("working capital");
        for (BigDecimal figure :
                List.of(margin, growth, stockDays, receivableDays, payableDays, prepaidDays, advanceDays)) {
            faults.require(
                    Math.abs((long) figure.scale()) <= MOST_DIGITS,
                    "figures",
                    Phrase.of("at most {0} digits before or after the point", MOST_DIGITS),
                    figure);
        }
        faults.throwIfAny();
        faults.require(!sales.isNegative(), "sales", "zero or above", sales);
        faults.require(margin.compareTo(BigDecimal.ONE) < 0, "margin", "below 1", margin);
        faults.require(growth.compareTo(BigDecimal.ONE.negate()) > 0, "growth", "above -1", growth);
        requireDays("days of stock", stockDays, faults);
        requireDays("days of receivables", receivableDays, faults);
        requireDays("days of payables", payableDays, faults);
        requireDays("days of prepayments", prepaidDays, faults);
        requireDays("days of advances", advanceDays, faults);
        BigDecimal cycle = cycle(stockDays, receivableDays, payableDays, prepaidDays, advanceDays);
        faults.require(cycle.signum() > 0, "days of the cycle", "above zero", cycle);
        faults.throwIfAny();
    }

    private static void requireDays(String where, BigDecimal days, Faults faults) {
        faults.require(days.signum() >= 0, where, "zero or above", days);
    }

    private static BigDecimal cycle(
            BigDecimal stock, BigDecimal receivable, BigDecimal payable, BigDecimal prepaid, BigDecimal advance) {
        return stock.add(receivable).subtract(payable).add(prepaid).subtract(advance);
    }

    /** How many days money is tied up, from paying for goods to being paid for them. */
    public BigDecimal cycleDays() {
        return cycle(stockDays, receivableDays, payableDays, prepaidDays, advanceDays);
    }

    /** How often a year the capital turns over, to 34 digits. */
    public BigDecimal turnsPerYear() {
        return YEAR.divide(cycleDays(), MathContext.DECIMAL128);
    }

    /** The working capital the firm needs, rounded to the smallest unit, halves up. */
    public Money need() {
        BigDecimal turns = turnsPerYear();
        BigDecimal factor = BigDecimal.ONE.subtract(margin).multiply(BigDecimal.ONE.add(growth));
        BigDecimal need = sales.amount().multiply(factor).divide(turns, MathContext.DECIMAL128);
        return Money.of(sales.currency(), need, RoundingMode.HALF_UP);
    }

    /**
     * What a new loan may cover: the need less what is there already, not below zero.
     *
     * @throws org.quanheng.fault.FaultyInputException unless each is zero or above in the currency of the sales
     */
    public Money newLoan(Money ownFunds, Money presentLoans, Money otherSources) {
        Faults faults = new Faults("new loan");
        requireSource("own funds", ownFunds, faults);
        requireSource("present working-capital loans", presentLoans, faults);
        requireSource("other sources", otherSources, faults);
        faults.throwIfAny();
        Money left = need().minus(ownFunds).minus(presentLoans).minus(otherSources);
        return left.max(Money.zero(sales.currency()));
    }

    private void requireSource(String where, Money amount, Faults faults) {
        faults.require(!amount.isNegative(), where, "zero or above", amount);
        faults.require(
                amount.currency().equals(sales.currency()),
                where,
                Phrase.of("an amount in {0}", sales.currencyCode()),
                amount);
    }
}
