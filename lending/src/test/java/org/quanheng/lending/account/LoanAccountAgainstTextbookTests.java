package org.quanheng.lending.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.schedule.LoanTerms;
import org.quanheng.lending.schedule.RepaymentMethod;

class LoanAccountAgainstTextbookTests {
    private static final int HISTORIES = 100;
    private static final LocalDate START = LocalDate.of(2024, 1, 28);

    private static Money cny(long cents) {
        return Money.ofMinor(Currency.getInstance("CNY"), cents);
    }

    private static final List<Excess> EXCESSES =
            List.of(Excess.NEXT_INSTALMENTS, Excess.FEWER_INSTALMENTS, Excess.SMALLER_INSTALMENTS);

    /** Random payments on random days; the state of every day of payment, and of some days between, must be the textbook's. */
    @Test
    void everyFigureIsThatOfALifeLivedDayByDay() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            live(seed);
        }
    }

    private static void live(long seed) {
        Random random = new Random(seed);
        long cents = 100_000L + random.nextInt(5_000_000);
        int periods = 2 + random.nextInt(11);
        BigDecimal rate = BigDecimal.valueOf(1 + random.nextInt(2_400), 4).add(new BigDecimal("0.0000137"));
        boolean interestOnly = random.nextInt(4) == 0;
        boolean lateBears = random.nextBoolean();
        int graceDays = random.nextInt(6);
        BigDecimal multiple = BigDecimal.valueOf(random.nextInt(3) * 5L, 1);
        RepaymentMethod method =
                interestOnly ? RepaymentMethod.INTEREST_ONLY_THEN_BULLET : RepaymentMethod.EQUAL_PRINCIPAL;
        LoanTerms terms = LoanTerms.builder()
                .principal(cny(cents))
                .rate(new Rate(rate))
                .instalments(periods)
                .method(method)
                .interestByDay(DayCount.ACT_365F)
                .build();
        LoanAccount account = LoanAccount.open(AccountTerms.of(terms.resolve(START))
                        .with(
                                lateBears ? LateInterest.UNTIL_PAID : LateInterest.NONE,
                                new PenaltyTerms(multiple, graceDays, false, DayCount.ACT_360)))
                .with(new LoanEvent.Disbursed("out", START, cny(cents)));
        TextbookAccount textbook =
                new TextbookAccount(START, cents, periods, rate, multiple, graceDays, lateBears, interestOnly);
        LocalDate day = START;
        for (int k = 0; k < 12 && textbook.payoff() > 0; k++) {
            day = day.plusDays(random.nextInt(45));
            textbook.liveUntil(day);
            requireSame(seed, account, textbook, day);
            long most = textbook.duePrincipal() + textbook.dueInterest() + textbook.duePenalty() + textbook.notDue();
            long amount = amount(random, textbook, most);
            if (amount > 0 && amount != textbook.payoff()) {
                Excess excess = EXCESSES.get(random.nextInt(3));
                account = account.with(new LoanEvent.RepaidEarly("pay " + k, day, cny(amount), excess));
                textbook.pay(amount, excess);
                requireSame(seed, account, textbook, day);
            }
        }
        requireSettles(account, day);
    }

    private static long amount(Random random, TextbookAccount textbook, long most) {
        long due = textbook.duePrincipal() + textbook.dueInterest() + textbook.duePenalty();
        return switch (random.nextInt(4)) {
            case 0 -> due;
            case 1 -> due / 2;
            case 2 -> Math.min(most, due + random.nextInt(100_000));
            default -> most == 0 ? 0 : random.nextLong(most);
        };
    }

    private static void requireSame(long seed, LoanAccount account, TextbookAccount textbook, LocalDate day) {
        LoanState state = account.state(day);
        assertThat(List.of(
                        state.principal(),
                        state.duePrincipal(),
                        state.dueInterest(),
                        state.duePenalty(),
                        state.accruedInterest(),
                        state.payoff(),
                        (long) state.daysPastDue()))
                .as("seed %d on %s: principal, due principal, interest, penalty, accrued, payoff, days", seed, day)
                .containsExactly(
                        cny(textbook.principal()),
                        cny(textbook.duePrincipal()),
                        cny(textbook.dueInterest()),
                        cny(textbook.duePenalty()),
                        cny(textbook.accruedInterest()),
                        cny(textbook.payoff()),
                        textbook.daysPastDue());
        Money planned =
                account.schedule(day).stream().map(AccountRow::principal).reduce(cny(0), Money::plus);
        assertThat(planned)
                .as("seed %d on %s: principal of all rows", seed, day)
                .isEqualTo(lent(account));
    }

    private static Money lent(LoanAccount account) {
        return account.terms().loan().terms().principal();
    }

    private static void requireSettles(LoanAccount account, LocalDate day) {
        Money payoff = account.state(day).payoff();
        if (payoff.isPositive()) {
            LoanState after =
                    account.with(new LoanEvent.Repaid("all", day, payoff)).state(day);
            assertThat(after.status()).isEqualTo(LoanState.Status.CLOSED);
            assertThat(after.payoff()).isEqualTo(cny(0));
        }
    }
}
