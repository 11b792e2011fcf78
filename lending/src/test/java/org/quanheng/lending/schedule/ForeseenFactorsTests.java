package org.quanheng.lending.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.terms.FloatingRate;
import org.quanheng.lending.terms.Grace;
import org.quanheng.lending.terms.IndexSeries;
import org.quanheng.lending.terms.InstalmentBasis;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.LoanTermsBuilder;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.Resolution;

class ForeseenFactorsTests {
    private static final LocalDate START = LocalDate.of(2026, 1, 15);
    private static final Money LENT = Money.of("CNY", "12000");

    private static LoanTermsBuilder terms(InstalmentBasis basis) {
        return LoanTerms.builder().principal(LENT).instalments(12).instalmentBasis(basis);
    }

    /** An index that is read once makes the loan that has the rate itself, also when money is drawn later. */
    @ParameterizedTest
    @EnumSource(InstalmentBasis.class)
    void aFloatingRateThatIsSetOnceIsARate(InstalmentBasis basis) {
        LoanTerms fixed = terms(basis).rate(Rate.ofPercent("4")).build();
        LoanTerms floating = terms(basis)
                .floatingRate(new FloatingRate("LPR-1Y", Rate.ofPercent("0.9"), Frequency.YEARLY, null, null))
                .build();
        IndexSeries index = new IndexSeries("LPR-1Y", Map.of(LocalDate.of(2026, 1, 1), Rate.ofPercent("3.1")));
        assertThat(Schedule.of(floating.resolving(START).index(index).resolve()))
                .isEqualTo(Schedule.of(fixed.resolve(START)));
        assertThat(drawnTwice(floating.resolving(START).index(index))).isEqualTo(drawnTwice(fixed.resolving(START)));
    }

    private static Schedule drawnTwice(Resolution resolution) {
        Money half = Money.of("CNY", "6000");
        return Schedule.of(resolution
                .draw(START, half)
                .draw(LocalDate.of(2026, 2, 20), half)
                .resolve());
    }

    /** Months of one length: every basis finds the same instalment, also if the first of them are free of interest. */
    @ParameterizedTest
    @EnumSource(InstalmentBasis.class)
    void freePeriodsAreForeseenAsFree(InstalmentBasis basis) {
        LoanTerms terms = terms(basis)
                .rate(Rate.ofPercent("12"))
                .grace(new Grace(0, 0, 6))
                .build();
        // 12,000 = A·(6 + (1 − 1.01^−6) / 0.01)
        assertThat(Schedule.of(terms.resolve(START)).instalments())
                .extracting(row -> row.payment().amount().toPlainString())
                .startsWith("1017.34", "1017.34")
                .contains("1017.34", Index.atIndex(10));
    }

    /** 100.00 in three parts is 33.33, 33.33 and 33.34, whatever happens to the rate. */
    @Test
    void aRateThatChangesMovesNoPrincipalOfEqualParts() {
        Schedule schedule = Schedule.of(
                LoanTerms.monthly(Money.of("CNY", "100"), Rate.ofPercent("12"), 3, RepaymentMethod.EQUAL_PRINCIPAL)
                        .resolving(START)
                        .rateFrom(LocalDate.of(2026, 2, 20), Rate.ofPercent("6"))
                        .resolve());
        assertThat(schedule.instalments())
                .extracting(row -> row.principal().amount().toPlainString())
                .containsExactly("33.33", "33.33", "33.34");
    }
}
