package org.quanheng.lending.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quanheng.lending.account.SixMonths.FIRST;
import static org.quanheng.lending.account.SixMonths.SECOND;
import static org.quanheng.lending.account.SixMonths.START;
import static org.quanheng.lending.account.SixMonths.account;
import static org.quanheng.lending.account.SixMonths.balances;
import static org.quanheng.lending.account.SixMonths.cny;
import static org.quanheng.lending.account.SixMonths.paidOut;
import static org.quanheng.lending.account.SixMonths.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.calendar.BusinessDayRule;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.calendar.HolidayCalendar;
import org.quanheng.lending.ledger.LedgerAccount;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.DateRules;
import org.quanheng.lending.terms.Grace;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.LoanTermsBuilder;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.ResolvedTerms;

/** Small lives of loans whose every figure can be checked with pencil and paper: 12,000 at 12 % over six months. */
class LoanLivesTests {
    /** A bullet loan repays nothing before its end, with a holiday or without. */
    @Test
    void aBulletThatWasExtendedMayHaveAHoliday() {
        LoanAccount account = paidOut(account(terms(RepaymentMethod.BULLET)))
                .with(new LoanEvent.Extended("longer", FIRST, 3))
                .with(new LoanEvent.HolidayGranted("pause", FIRST, 1));
        LocalDate end = START.plusMonths(9);
        assertThat(account.state(end.minusDays(1)).duePrincipal()).isEqualTo(cny("0"));
        assertThat(account.state(end).duePrincipal()).isEqualTo(cny("12000"));
    }

    private static LoanAccount plain() {
        return paidOut(account(terms(RepaymentMethod.EQUAL_INSTALMENT)));
    }

    @Test
    void aPaymentCoversWhatIsDueInTheOrderAgreed() {
        AccountTerms terms = account(terms(RepaymentMethod.EQUAL_INSTALMENT));
        LoanEvent payment = new LoanEvent.Repaid("pay", SECOND, cny("3000"));
        LoanState usual = paidOut(terms).with(payment).state(SECOND);
        assertThat(usual.duePrincipal()).isEqualTo(cny("1141.16"));
        assertThat(usual.dueInterest()).isEqualTo(cny("0"));
        LoanState bad = paidOut(terms.with(AllocationOrder.PRINCIPAL_FIRST))
                .with(payment)
                .state(SECOND);
        assertThat(bad.duePrincipal()).isEqualTo(cny("901.16"));
        assertThat(bad.dueInterest()).isEqualTo(cny("240"));
    }

    @Test
    void penaltyInterestCanBeOnOverdueInterestToo() {
        AccountTerms terms = account(terms(RepaymentMethod.EQUAL_INSTALMENT))
                .with(LateInterest.NONE, new PenaltyTerms(new BigDecimal("1.5"), 0, true, DayCount.ACT_360));
        LoanState state = paidOut(terms).state(FIRST.plusDays(10));
        assertThat(state.duePenalty()).isEqualTo(cny("10.35"));
        assertThat(state.due()).isEqualTo(cny("2080.93"));
    }

    @Test
    void flatInterestBearsItsShareOfTheDays() {
        LoanAccount account = paidOut(account(terms(RepaymentMethod.FLAT)));
        LoanState state = account.state(START.plusDays(10));
        assertThat(state.accruedInterest()).isEqualTo(cny("38.71"));
        assertThat(state.payoff()).isEqualTo(cny("12038.71"));
    }

    @Test
    void graceLeavesInterestFreeOrPutsItOff() {
        LoanAccount account =
                paidOut(account(terms(RepaymentMethod.EQUAL_PRINCIPAL).grace(new Grace(0, 2, 1))));
        assertThat(account.schedule(START))
                .extracting(
                        row -> row.principal().amount() + " " + row.interest().amount())
                .containsExactly(
                        "2000.00 0.00",
                        "2000.00 0.00",
                        "2000.00 180.00",
                        "2000.00 60.00",
                        "2000.00 40.00",
                        "2000.00 20.00");
        // The first instalment is not paid and goes on bearing interest: 12,000 for 14 days of 28, then for the whole
        // period.
        assertThat(account.state(FIRST.plusDays(14)).accruedInterest()).isEqualTo(cny("60"));
        assertThat(account.state(START.plusDays(9)).accruedInterest()).isEqualTo(cny("0"));
        assertThat(account.state(SECOND).accruedInterest()).isEqualTo(cny("120"));
    }

    @Test
    void aDownPaymentIsDueAtOnceAndIsTheFirstRow() {
        LoanAccount account =
                paidOut(account(terms(RepaymentMethod.EQUAL_PRINCIPAL).downPaymentPercent(BigDecimal.valueOf(20))));
        assertThat(account.state(START).duePrincipal()).isEqualTo(cny("2400"));
        List<AccountRow> rows = account.schedule(START);
        assertThat(rows).extracting(AccountRow::number).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(rows.getFirst().balanceAfter()).isEqualTo(cny("9600"));
        assertThat(rows.get(1).principal()).isEqualTo(cny("1600"));
        assertThat(account.state(START.plusDays(3)).daysPastDue()).isEqualTo(3);
    }

    @Test
    void aRevolvingLoanIsDrawnAgainUpToItsLimit() {
        AccountTerms terms =
                account(terms(RepaymentMethod.REVOLVING).instalments(3).interestByDay(DayCount.ACT_360));
        LoanAccount account = LoanAccount.open(terms)
                .with(new LoanEvent.Disbursed("a", START, cny("7000")))
                .with(new LoanEvent.Disbursed("b", START.plusDays(5), cny("5000")));
        assertThatThrownBy(() -> account.with(new LoanEvent.Disbursed("c", START.plusDays(6), cny("0.01"))))
                .hasMessageContaining("amount: expected at most CNY 0.00");
        LoanAccount again = account.with(
                        new LoanEvent.RepaidEarly("d", START.plusDays(10), cny("9000"), Excess.FEWER_INSTALMENTS))
                .with(new LoanEvent.Disbursed("e", START.plusDays(20), cny("9000")));
        LoanState state = again.state(FIRST);
        assertThat(state.principal()).isEqualTo(cny("12000"));
        // 7,000 for 5 days, 12,000 for 5, 3,000 for 10, 12,000 for 11 at 12 % of 360 days.
        assertThat(state.dueInterest()).isEqualTo(cny("85.67"));
        assertThat(again.schedule(FIRST).getLast().balanceAfter()).isEqualTo(cny("0"));
    }

    @Test
    void everyEntryOfAWholeLifeIsInTheBooks() {
        LocalDate lost = FIRST.plusDays(100);
        LoanAccount account = paidOut(
                        account(terms(RepaymentMethod.EQUAL_PRINCIPAL)).with(LateInterest.NONE, PenaltyTerms.NONE))
                .with(new LoanEvent.PartnerShared("partner", START, "bank", BigDecimal.valueOf(50)))
                .with(new LoanEvent.Repaid("one", FIRST, cny("2120")))
                .with(new LoanEvent.FeeCharged("fee", FIRST.plusDays(1), "statement", cny("5")))
                .with(new LoanEvent.PenaltyCharged("penalty", FIRST.plusDays(2), cny("7")));
        assertThat(balances(account.entries(FIRST.plusDays(2))))
                .containsOnly(
                        Map.entry(LedgerAccount.CASH, "-3880.00"),
                        Map.entry(LedgerAccount.PRINCIPAL_RECEIVABLE, "10000.00"),
                        Map.entry(LedgerAccount.FEE_RECEIVABLE, "5.00"),
                        Map.entry(LedgerAccount.FEE_INCOME, "-5.00"),
                        Map.entry(LedgerAccount.PENALTY_RECEIVABLE, "7.00"),
                        Map.entry(LedgerAccount.PENALTY_INCOME, "-7.00"),
                        Map.entry(LedgerAccount.INTEREST_INCOME, "-60.00"),
                        Map.entry(LedgerAccount.PARTNER_FUNDING, "-5000.00"),
                        Map.entry(LedgerAccount.PARTNER_PAYABLE, "-1060.00"));
        LoanAccount dead = account.with(new LoanEvent.WrittenOff("lost", lost));
        LoanState state = dead.state(lost);
        assertThat(state.status()).isEqualTo(LoanState.Status.WRITTEN_OFF);
        assertThat(state.payoff()).isEqualTo(cny("0"));
        assertThat(state.daysPastDue()).isZero();
        Map<LedgerAccount, String> books = balances(dead.entries(lost));
        // The partner funded half of the 10,000 that are lost, and bears that half.
        assertThat(books).containsEntry(LedgerAccount.WRITE_OFF_EXPENSE, "5266.19");
        assertThat(books)
                .doesNotContainKeys(
                        LedgerAccount.PARTNER_FUNDING,
                        LedgerAccount.PRINCIPAL_RECEIVABLE,
                        LedgerAccount.INTEREST_RECEIVABLE,
                        LedgerAccount.FEE_RECEIVABLE,
                        LedgerAccount.PENALTY_RECEIVABLE);
        // 10,000 of principal, 100, 80 and 60 of interest that fell due, 11 days of 31 of the period on 4,000 at 1 %, 5
        // and 7.
        assertThat(state.lost()).isEqualTo(cny("10266.19"));
        LoanAccount back = dead.with(new LoanEvent.Recovered("back", lost.plusDays(1), cny("266.19")));
        assertThat(back.state(lost.plusDays(1)).lost()).isEqualTo(cny("10000"));
        assertThat(balances(back.entries(lost.plusDays(1))))
                .containsEntry(LedgerAccount.RECOVERY_INCOME, "-133.09")
                .containsEntry(LedgerAccount.PARTNER_PAYABLE, "-1193.10");
        assertThatThrownBy(() -> back.with(new LoanEvent.Recovered("more", lost.plusDays(2), cny("10000.01"))))
                .hasMessageContaining("at most CNY 10000.00");
    }

    @Test
    void aNewPlanCanBeShorter() {
        LoanAccount account = plain().with(new LoanEvent.Rescheduled("short", FIRST.plusDays(5), 2, null));
        assertThat(account.schedule(FIRST.plusDays(5))).hasSize(3);
        assertThat(account.schedule(FIRST.plusDays(5)).getLast().balanceAfter()).isEqualTo(cny("0"));
        assertThat(account.state(FIRST.plusDays(5)).principal()).isEqualTo(cny("12000"));
    }

    /** Found by the lending trial, histories of seeds 68002 and 71557: periods without principal broke a new plan. */
    @Test
    void whereNoPrincipalIsOwedThereIsNothingToPlanAnew() {
        List<Money> parts = List.of(cny("12000"), cny("0"), cny("0"));
        LoanAccount account = paidOut(account(terms(RepaymentMethod.CUSTOM).principalParts(parts)));
        LoanEvent anew = new LoanEvent.Rescheduled("new plan", FIRST.plusDays(1), 9, null);
        assertThat(account.with(anew).schedule(FIRST.plusDays(1))).hasSize(10);
        LoanAccount paid = account.with(new LoanEvent.Repaid("all", FIRST, cny("12120")));
        assertThat(paid.state(FIRST).principal()).isEqualTo(cny("0"));
        assertThatThrownBy(() -> paid.with(anew)).hasMessageContaining("loan: expected one on which principal is owed");
    }

    @Test
    void aLoanIsPendingUntilItIsPaidOut() {
        LoanState state = LoanAccount.open(account(terms(RepaymentMethod.EQUAL_INSTALMENT)))
                .state(START);
        assertThat(state.status()).isEqualTo(LoanState.Status.PENDING);
        assertThat(state.payoff()).isEqualTo(cny("0"));
    }

    @Test
    void excessGoesWhereTheDaySays() {
        AccountTerms terms = account(terms(RepaymentMethod.EQUAL_INSTALMENT))
                .withExcess(Excess.FEWER_INSTALMENTS, Excess.SMALLER_INSTALMENTS);
        LoanAccount onDueDate = paidOut(terms).with(new LoanEvent.Repaid("a", FIRST, cny("6070.58")));
        assertThat(onDueDate.schedule(FIRST)).hasSize(4);
        LocalDate day = FIRST.plusDays(1);
        LoanAccount between = paidOut(terms)
                .with(new LoanEvent.Repaid("a", FIRST, cny("2070.58")))
                .with(new LoanEvent.Repaid("b", day, cny("4000")));
        assertThat(between.schedule(day)).hasSize(7);
        assertThat(between.schedule(day).getLast().total()).isLessThan(cny("1300"));
    }

    @Test
    void limitsOfEventsAreKeptOnBothSides() {
        LoanAccount account = plain();
        assertThat(account.with(new LoanEvent.Extended("a", FIRST, 1)).schedule(FIRST))
                .hasSize(7);
        assertThat(account.with(new LoanEvent.Rescheduled("a", FIRST, 1, null)).schedule(FIRST))
                .hasSize(2);
        LoanAccount rested = account.with(new LoanEvent.HolidayGranted("a", FIRST, 1));
        assertThat(rested.schedule(FIRST).get(1).total()).isEqualTo(cny("0"));
        assertThat(rested.schedule(FIRST).get(2).principal()).isGreaterThan(cny("0"));
        assertThat(account.with(new LoanEvent.Extended("a", FIRST, 600)).schedule(FIRST))
                .hasSize(606);
        assertThat(account.with(new LoanEvent.Rescheduled("a", FIRST, 600, null))
                        .schedule(FIRST))
                .hasSize(601);
        assertThat(account.with(new LoanEvent.HolidayGranted("a", FIRST, 4)).schedule(FIRST))
                .hasSize(6);
        assertThatThrownBy(() -> account.with(new LoanEvent.HolidayGranted("a", FIRST, 5)))
                .hasMessageContaining("instalments: expected 1 to 4, came 5");
        assertThatThrownBy(() -> account.with(new LoanEvent.HolidayGranted("a", FIRST, 0)))
                .hasMessageContaining("instalments: expected 1 to 4, came 0");
        assertThatThrownBy(() -> account.with(new LoanEvent.Rescheduled("a", FIRST, 601, Rate.ofPercent("-1"))))
                .hasMessageContaining("instalments: expected 1 to 600, came 601")
                .hasMessageContaining("rate: expected a rate from 0 % to 1000 %");
        assertThatThrownBy(() -> account.with(new LoanEvent.Rescheduled("a", FIRST, 0, null)))
                .hasMessageContaining("came 0");
        LoanAccount shared = account.with(new LoanEvent.PartnerShared("a", FIRST, "bank", BigDecimal.valueOf(100)));
        assertThatThrownBy(() -> shared.with(new LoanEvent.PartnerShared("b", FIRST, "other", BigDecimal.TEN)))
                .hasMessageContaining("partner: expected one partner");
        assertThatThrownBy(() -> account.with(new LoanEvent.PartnerShared("a", FIRST, "bank", BigDecimal.ZERO)))
                .hasMessageContaining("percent: expected above 0 to 100, came 0");
    }

    @Test
    void nothingIsChangedOnceTheLastInstalmentIsDue() {
        LoanAccount account = plain();
        LocalDate end = START.plusMonths(6);
        for (LoanEvent late : List.of(
                new LoanEvent.Extended("a", end, 1),
                new LoanEvent.HolidayGranted("a", end, 1),
                new LoanEvent.Rescheduled("a", end, 1, null),
                new LoanEvent.Disbursed("a", end, cny("1")))) {
            assertThatThrownBy(() -> account.with(late)).hasMessageContaining("date: expected a day ");
        }
        assertThatThrownBy(
                        () -> account.with(new LoanEvent.WrittenOff("a", end)).with(new LoanEvent.WrittenOff("b", end)))
                .hasMessageContaining("one that is not written off");
    }

    @Test
    void whatIsLateBearsInterestAfterTheLastDueDateToo() {
        LoanAccount account = plain();
        LocalDate end = START.plusMonths(6);
        Money due = account.state(end).dueInterest();
        // 12,000 late: 120.00 a month, and 9 of the 31 days of the next.
        assertThat(account.state(end.plusDays(9)).dueInterest()).isEqualTo(due.plus(cny("34.84")));
        assertThat(account.state(end.plusMonths(12)).dueInterest()).isEqualTo(due.plus(cny("1440.00")));
        LoanEvent dearer = new LoanEvent.RateReset("a", end.plusMonths(1), Rate.ofPercent("24"));
        assertThat(account.with(dearer).state(end.plusMonths(2)).dueInterest()).isEqualTo(due.plus(cny("360.00")));
    }

    @Test
    void interestAfterTheLastDueDateIsChargedWhenAPaymentComes() {
        LocalDate day = START.plusMonths(8);
        LoanAccount account = plain();
        Money owed = account.state(day).payoff();
        assertThat(account.state(day).due()).isEqualTo(owed);
        assertThat(unpaid(account, day)).isEqualTo(owed);
        LoanAccount paid = account.with(new LoanEvent.Repaid("part", day, owed.minus(cny("6000"))));
        assertThat(paid.state(day).payoff()).isEqualTo(cny("6000"));
        // Of these, 480.00 are interest, which bears none: a month of the rest is 55.20.
        assertThat(paid.state(day).dueInterest()).isEqualTo(cny("480.00"));
        assertThat(paid.state(day.plusMonths(1)).payoff()).isEqualTo(cny("6055.20"));
        LoanAccount closed = paid.with(new LoanEvent.Repaid("rest", day.plusMonths(1), cny("6055.20")));
        assertThat(closed.state(day.plusMonths(2)).status()).isEqualTo(LoanState.Status.CLOSED);
    }

    @Test
    void theScheduleShowsThePenaltyInterestThatIsOwed() {
        PenaltyTerms half = new PenaltyTerms(new BigDecimal("0.5"), 0, false, DayCount.ACT_365F);
        LoanAccount account =
                paidOut(account(terms(RepaymentMethod.EQUAL_INSTALMENT)).with(LateInterest.NONE, half));
        LocalDate day = FIRST.plusDays(20);
        assertThat(account.state(day).duePenalty().isPositive()).isTrue();
        assertThat(unpaid(account, day)).isEqualTo(account.state(day).due());
    }

    /** What the rows that are due by a day ask for. */
    private static Money unpaid(LoanAccount account, LocalDate day) {
        return account.schedule(day).stream()
                .filter(row -> !row.dueDate().isAfter(day))
                .map(AccountRow::unpaid)
                .reduce(cny("0"), Money::plus);
    }

    @Test
    void aSettledLoanHasNothingToWriteOff() {
        LoanAccount account = plain().with(new LoanEvent.Repaid("all", START, cny("12000")));
        assertThat(account.state(START).status()).isEqualTo(LoanState.Status.CLOSED);
        assertThatThrownBy(() -> account.with(new LoanEvent.WrittenOff("a", FIRST)))
                .hasMessageContaining("one on which something is owed");
    }

    @ParameterizedTest
    @CsvSource({
        "0, CURRENT, NORMAL",
        "1, DPD_1_30, SPECIAL_MENTION",
        "30, DPD_1_30, SPECIAL_MENTION",
        "31, DPD_31_60, SPECIAL_MENTION",
        "60, DPD_31_60, SPECIAL_MENTION",
        "61, DPD_61_90, SPECIAL_MENTION",
        "90, DPD_61_90, SPECIAL_MENTION",
        "91, DPD_91_180, SUBSTANDARD",
        "180, DPD_91_180, SUBSTANDARD",
        "181, DPD_OVER_180, SUBSTANDARD",
        "270, DPD_OVER_180, SUBSTANDARD",
        "271, DPD_OVER_180, DOUBTFUL",
        "360, DPD_OVER_180, DOUBTFUL",
        "361, DPD_OVER_180, LOSS"
    })
    void daysPastDueHaveABucketAndATier(int days, ArrearsBucket bucket, RiskTier tier) {
        assertThat(ArrearsBucket.of(days)).isEqualTo(bucket);
        assertThat(RiskTier.of(days, false, RiskTier.CHINA_2023)).isEqualTo(tier);
        RiskTier impaired = tier.compareTo(RiskTier.SUBSTANDARD) > 0 ? tier : RiskTier.SUBSTANDARD;
        assertThat(RiskTier.of(days, true, RiskTier.CHINA_2023)).isEqualTo(impaired);
    }

    /** 15 March 2025 is a Saturday: the second instalment is due on the Friday before, with the interest up to Saturday. */
    @Test
    void anInstalmentThatIsDueBeforeItsPeriodEndsFallsDueThen() {
        DateRules rules = DateRules.PLAIN.with(BusinessDayRule.MODIFIED_PRECEDING, HolidayCalendar.WEEKENDS, false);
        LoanTermsBuilder terms = terms(RepaymentMethod.EQUAL_INSTALMENT).dateRules(rules);
        LocalDate friday = SECOND.minusDays(1);
        LoanAccount first = paidOut(account(terms)).with(new LoanEvent.Repaid("1", FIRST, cny("2070.58")));

        assertThat(first.state(friday).due()).isEqualTo(cny("2070.58"));
        assertThat(first.state(friday).daysPastDue()).isZero();
        assertThat(first.state(SECOND).daysPastDue()).isEqualTo(1);

        LoanAccount paid = first.with(new LoanEvent.Repaid("2", friday, cny("2070.58")));
        assertThat(paid.state(SECOND).due()).isEqualTo(cny("0"));
        assertThat(paid.state(SECOND).principal()).isEqualTo(cny("8079.33"));
        assertThat(paid.schedule(SECOND).stream()
                        .map(row -> row.dueDate() + " " + row.principal().amount() + " "
                                + row.interest().amount()))
                .containsExactlyElementsOf(Schedule.of(account(terms).loan()).instalments().stream()
                        .map(row -> row.dueDate() + " " + row.principal().amount() + " "
                                + row.interest().amount())
                        .toList());
    }

    /** Of the second instalment all interest is charged on Friday, so what is drawn then bears interest from Saturday on. */
    @Test
    void whatIsDrawnAfterAnEarlyDueDateCountsFromTheNextPeriod() {
        DateRules rules = DateRules.PLAIN.with(BusinessDayRule.MODIFIED_PRECEDING, HolidayCalendar.WEEKENDS, false);
        LoanTerms terms = terms(RepaymentMethod.INTEREST_ONLY_THEN_BULLET)
                .dateRules(rules)
                .build();
        LocalDate friday = SECOND.minusDays(1);
        ResolvedTerms drawnTwice = terms.resolving(START)
                .draw(START, cny("6000"))
                .draw(friday, cny("6000"))
                .resolve();
        LoanAccount account = LoanAccount.open(AccountTerms.of(drawnTwice))
                .with(List.of(
                        new LoanEvent.Disbursed("a", START, cny("6000")),
                        new LoanEvent.Disbursed("b", friday, cny("6000"))));
        List<Money> planned = Schedule.of(drawnTwice).instalments().stream()
                .map(Instalment::interest)
                .toList();
        assertThat(planned).containsExactly(cny("60"), cny("60"), cny("120"), cny("120"), cny("120"), cny("120"));
        assertThat(account.schedule(friday)).extracting(AccountRow::interest).isEqualTo(planned);
    }
}
