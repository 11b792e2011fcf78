package org.quanheng.lending.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanheng.lending.account.RiskTier.CHINA_2023;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.account.LoanEvent.Rescheduled;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.RepaymentMethod;

/** New plans for what is owed: how long they must be, and for how long the loan is watched. */
class RestructuringTests {
    private static final LocalDate START = LocalDate.of(2026, 1, 10);

    private static LoanAccount loan(RepaymentMethod method, String rate) {
        return LoanAccount.open(AccountTerms.of(LoanTerms.monthly(yuan("1200"), Rate.of(rate), 12, method)
                        .resolve(START)))
                .with(new LoanEvent.Disbursed("1", START, yuan("1200")));
    }

    private static Money yuan(String amount) {
        return Money.of("CNY", amount);
    }

    private static Rescheduled plan(LocalDate on, int instalments) {
        return new Rescheduled("2", on, instalments, null);
    }

    @Test
    void theFewestInstalmentsAskForNoMoreAndOneLessAsksForMore() {
        for (RepaymentMethod method :
                new RepaymentMethod[] {RepaymentMethod.EQUAL_INSTALMENT, RepaymentMethod.EQUAL_PRINCIPAL}) {
            LoanAccount account = loan(method, "0.12");
            for (String most : new String[] {"30", "45.50", "77.77", "120", "2000"}) {
                OptionalInt found = FewestInstalments.of(account, plan(START, 1), yuan(most), 120);

                assertThat(found).as("%s %s", method, most).isPresent();
                int fewest = found.getAsInt();
                assertThat(FewestInstalments.largest(account, plan(START, 1), fewest))
                        .isLessThanOrEqualTo(yuan(most));
                if (fewest > 1) {
                    assertThat(FewestInstalments.largest(account, plan(START, 1), fewest - 1))
                            .isGreaterThan(yuan(most));
                }
            }
        }
        LoanAccount free = loan(RepaymentMethod.EQUAL_PRINCIPAL, "0");
        assertThat(FewestInstalments.of(free, plan(START, 1), yuan("50"), 120)).hasValue(24);
        assertThat(FewestInstalments.of(free, plan(START, 1), yuan("9.99"), 120))
                .isEmpty();
    }

    @Test
    void aRestructuredLoanIsWatchedForAYearFromItsFirstDueDate() {
        LocalDate on = START.plusDays(5);
        LoanAccount account = paying(loan(RepaymentMethod.EQUAL_PRINCIPAL, "0").with(plan(on, 24)), 20);
        LocalDate until = START.plusMonths(1).plusYears(1);

        assertThat(account.tier(on.minusDays(1), CHINA_2023)).isEqualTo(RiskTier.NORMAL);
        assertThat(account.tier(on, CHINA_2023)).isEqualTo(RiskTier.SPECIAL_MENTION);
        assertThat(account.observation(on, CHINA_2023)).isEqualTo(new Observation(until, RiskTier.SPECIAL_MENTION));
        assertThat(account.tier(until, CHINA_2023)).isEqualTo(RiskTier.SPECIAL_MENTION);
        assertThat(account.tier(until.plusDays(1), CHINA_2023)).isEqualTo(RiskTier.NORMAL);
        LoanAccount undone = account.with(new LoanEvent.Reversed("undo", on, "2"));
        assertThat(undone.observation(on, CHINA_2023)).isNull();
    }

    @Test
    void aMissedDueDateBeginsTheYearAgain() {
        LocalDate on = START.plusDays(5);
        LoanAccount account = loan(RepaymentMethod.EQUAL_PRINCIPAL, "0").with(plan(on, 24));
        account = paying(account, 3);
        LocalDate missed = START.plusMonths(4);

        LoanAccount late = account.with(new LoanEvent.Repaid("late", missed.plusDays(3), yuan("50")));

        Observation watched = late.observation(missed.plusDays(3), CHINA_2023);
        assertThat(watched).isEqualTo(new Observation(missed.plusYears(1), RiskTier.SPECIAL_MENTION));
    }

    @Test
    void aLoanThatWasSubstandardStaysSoWhileItIsWatched() {
        LocalDate on = START.plusMonths(5);
        LoanAccount account = loan(RepaymentMethod.EQUAL_PRINCIPAL, "0");
        assertThat(account.tier(on.minusDays(1), CHINA_2023)).isEqualTo(RiskTier.SUBSTANDARD);

        LoanAccount restructured = account.with(plan(on, 24));

        assertThat(restructured.state(on).daysPastDue()).isZero();
        assertThat(restructured.tier(on, CHINA_2023)).isEqualTo(RiskTier.SUBSTANDARD);
    }

    @Test
    void whatIsWrittenOffIsALoss() {
        LoanAccount account = loan(RepaymentMethod.EQUAL_PRINCIPAL, "0").with(new LoanEvent.WrittenOff("2", START));

        assertThat(account.isWrittenOff(START)).isTrue();
        assertThat(account.isWrittenOff(START.minusDays(1))).isFalse();
        assertThat(account.tier(START, CHINA_2023)).isEqualTo(RiskTier.LOSS);
        assertThat(account.with(new LoanEvent.Reversed("3", START, "2")).isWrittenOff(START))
                .isFalse();
    }

    @Test
    void whatIsPaidBackIsWatchedNoMore() {
        LocalDate on = START.plusDays(5);
        LoanAccount account = loan(RepaymentMethod.EQUAL_PRINCIPAL, "0").with(plan(on, 24));
        LoanAccount paid = account.with(new LoanEvent.Repaid("all", on, yuan("1200")));

        assertThat(paid.state(on).payoff().amount()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(paid.tier(on, CHINA_2023)).isEqualTo(RiskTier.NORMAL);
    }

    /** Each instalment of 50 paid on its day. */
    private static LoanAccount paying(LoanAccount account, int times) {
        LoanAccount paid = account;
        for (int month = 1; month <= times; month++) {
            paid = paid.with(new LoanEvent.Repaid("p" + month, START.plusMonths(month), yuan("50")));
        }
        return paid;
    }
}
