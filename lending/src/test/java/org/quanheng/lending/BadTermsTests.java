package org.quanheng.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.lending.account.AccountTerms;
import org.quanheng.lending.account.AllocationOrder;
import org.quanheng.lending.account.AllocationOrder.Part;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LoanAccount;
import org.quanheng.lending.account.LoanEvent;
import org.quanheng.lending.account.PenaltyTerms;
import org.quanheng.lending.annualcost.AnnualCost;
import org.quanheng.lending.annualcost.CashFlow;
import org.quanheng.lending.annualcost.InternalRate;
import org.quanheng.lending.calendar.BusinessDayRule;
import org.quanheng.lending.calendar.Calendars;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.limit.Affordability;
import org.quanheng.lending.limit.WorkingCapital;
import org.quanheng.lending.terms.DateRules;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.FloatingRate;
import org.quanheng.lending.terms.Grace;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.LoanTermsBuilder;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.Step;

/** Whatever is wrong with an input is told in one error that says what was expected and what came. */
class BadTermsTests {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    /** Written out it would take all memory. */
    private static final BigDecimal TOO_FINE = new BigDecimal("1E-999999999");

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }

    private static LoanTermsBuilder good() {
        return LoanTerms.builder()
                .principal(cny("10000"))
                .rate(Rate.of("0.072"))
                .instalments(12);
    }

    private static LoanAccount paidOut() {
        LoanAccount account = LoanAccount.open(AccountTerms.of(good().build().resolve(DAY)));
        return account.with(new LoanEvent.Disbursed("out", DAY, cny("10000")));
    }

    private static Map<String, Executable> terms() {
        Map<String, Executable> cases = new LinkedHashMap<>();
        cases.put("rate: -200 %", () -> good().rate(Rate.ofPercent("-200")).build());
        cases.put("rate: 1000.1 %", () -> good().rate(Rate.ofPercent("1000.1")).build());
        cases.put(
                "rate: 0.01234567891",
                () -> good().rate(Rate.of("0.01234567891")).build());
        cases.put(
                "rate: nothing",
                () -> LoanTerms.builder().principal(cny("1")).instalments(1).build());
        cases.put(
                "rate: 5 %",
                () -> good().rate(Rate.ofPercent("5"))
                        .floatingRate(new FloatingRate("LPR", Rate.ZERO, Frequency.YEARLY, null, null))
                        .build());
        cases.put(
                "floor: 9 %",
                () -> new FloatingRate("LPR", Rate.ZERO, Frequency.YEARLY, Rate.ofPercent("9"), Rate.ofPercent("3")));
        cases.put(
                "principal: nothing",
                () -> LoanTerms.builder().rate(Rate.ZERO).instalments(1).build());
        cases.put("principal: CNY 0.00", () -> good().principal(cny("0")).build());
        cases.put("principal: CNY -5.00", () -> good().principal(cny("-5")).build());
        cases.put("instalments: 0", () -> good().instalments(0).build());
        cases.put("instalments: 1201", () -> good().instalments(1201).build());
        cases.put("grace: principal=12", () -> good().grace(new Grace(12, 0, 0)).build());
        cases.put("principal: -1", () -> new Grace(-1, 0, 0));
        cases.put(
                "down payment: 100 %",
                () -> good().downPaymentPercent(BigDecimal.valueOf(100)).build());
        cases.put("step: nothing", () -> good().method(RepaymentMethod.STEP).build());
        cases.put("percent: 101", () -> new Step(1, BigDecimal.valueOf(101)));
        cases.put(
                "principal parts: CNY 9000.00",
                () -> good().principalParts(List.of(cny("4000"), cny("5000"))).build());
        cases.put(
                "principal parts: EUR",
                () -> good().principalParts(List.of(Money.of("EUR", "10000"))).build());
        cases.put(
                "residue: FLAT",
                () -> good().method(RepaymentMethod.FLAT).smoothResidue().build());
        cases.put("day count: 1/1", () -> good().interestByDay(DayCount.ONE_ONE).build());
        cases.put(
                "fee guarantee: EUR 5.00",
                () -> good().fees(List.of(Fee.upFront("guarantee", "guarantor", Money.of("EUR", "5"))))
                        .build());
        cases.put("amount, percent: neither", () -> new Fee("fee", "lender", Fee.Charged.UP_FRONT, null, null));
        cases.put("mode: UNNECESSARY", () -> Rounding.toCent(RoundingMode.UNNECESSARY));
        cases.put("every: 0", () -> new Frequency(0, Frequency.Unit.MONTH));
        cases.put("name: \"ACT/999\"", () -> DayCount.of("ACT/999"));
        cases.put("name: \"MARS\"", () -> Calendars.of("MARS"));
        return cases;
    }

    private static Map<String, Executable> dates() {
        Map<String, Executable> cases = new LinkedHashMap<>();
        cases.put("first due date: 2026-01-31", () -> good().build().resolve(DAY, DAY));
        cases.put(
                "last due date: 2026-02-01",
                () -> good().build()
                        .resolving(DAY)
                        .lastDueOn(LocalDate.of(2026, 2, 1))
                        .resolve());
        cases.put(
                "draw-downs: CNY 400.00",
                () -> good().build().resolving(DAY).draw(DAY, cny("400")).resolve());
        cases.put(
                "draw-down: 2020-01-01",
                () -> good().build()
                        .resolving(DAY)
                        .draw(LocalDate.of(2020, 1, 1), cny("10000"))
                        .resolve());
        cases.put(
                "index: none",
                () -> LoanTerms.builder()
                        .principal(cny("10000"))
                        .instalments(12)
                        .floatingRate(new FloatingRate("LPR", Rate.ZERO, Frequency.YEARLY, null, null))
                        .build()
                        .resolve(DAY));
        cases.put("day of disbursement: +999999999-12-31", () -> good().build().resolve(LocalDate.MAX));
        cases.put(
                "last due date: +999999999-12-31",
                () -> good().build().resolving(DAY).lastDueOn(LocalDate.MAX).resolve());
        cases.put("percent: 1E-999999999", () -> new Step(1, TOO_FINE));
        cases.put(
                "down payment: 1E-999999999",
                () -> good().downPaymentPercent(TOO_FINE).build());
        cases.put(
                "date: 2027-01-31",
                () -> good().dateRules(DateRules.PLAIN.with(BusinessDayRule.FOLLOWING, Calendars.of("CN"), false))
                        .build()
                        .resolve(DAY));
        return cases;
    }

    private static Map<String, Executable> accountTerms() {
        Map<String, Executable> cases = new LinkedHashMap<>();
        cases.put(
                "parts: [INTEREST, PRINCIPAL]",
                () -> new AllocationOrder(List.of(Part.INTEREST, Part.PRINCIPAL), AllocationOrder.Scope.PART_BY_PART));
        cases.put("multiple: 9", () -> new PenaltyTerms(BigDecimal.valueOf(9), 0, false, DayCount.ACT_360));
        cases.put("multiple: 5.01", () -> new PenaltyTerms(new BigDecimal("5.01"), 0, false, DayCount.ACT_360));
        cases.put("multiple: -0.01", () -> new PenaltyTerms(new BigDecimal("-0.01"), 0, false, DayCount.ACT_360));
        cases.put("grace days: -1", () -> new PenaltyTerms(BigDecimal.ONE, -1, false, DayCount.ACT_360));
        cases.put("grace days: 366", () -> new PenaltyTerms(BigDecimal.ONE, 366, false, DayCount.ACT_360));
        List<Part> twice = List.of(Part.PENALTY, Part.INTEREST, Part.FEE, Part.PRINCIPAL, Part.FEE);
        cases.put(
                "parts: [PENALTY, INTEREST, FEE, PRINCIPAL, FEE]",
                () -> new AllocationOrder(twice, AllocationOrder.Scope.PART_BY_PART));
        cases.put("multiple: 1E-999999999", () -> new PenaltyTerms(TOO_FINE, 0, false, DayCount.ACT_360));
        return cases;
    }

    private static Map<String, Executable> accounts() {
        Map<String, Executable> cases = new LinkedHashMap<>();
        cases.put("amount: CNY -5.00", () -> paidOut().with(new LoanEvent.FeeCharged("a", DAY, "letter", cny("-5"))));
        cases.put("amount: CNY 0.00", () -> paidOut().with(new LoanEvent.PenaltyCharged("a", DAY, cny("0"))));
        cases.put(
                "amount: EUR 5.00",
                () -> paidOut().with(new LoanEvent.FeeCharged("a", DAY, "letter", Money.of("EUR", "5"))));
        LocalDate over = DAY.plusYears(1);
        cases.put("date: 2027-01-31, when none is", () -> paidOut().with(new LoanEvent.HolidayGranted("a", over, 1)));
        cases.put("amount: CNY 2.00", () -> paidOut().with(new LoanEvent.Refunded("a", DAY, cny("2"))));
        cases.put(
                "amount: CNY 20000.00",
                () -> paidOut()
                        .with(new LoanEvent.RepaidEarly("a", DAY.plusDays(9), cny("20000"), Excess.FEWER_INSTALMENTS)));
        cases.put(
                "amount: EUR 1.00",
                () -> paidOut().with(new LoanEvent.Repaid("a", DAY.plusDays(9), Money.of("EUR", "1"))));
        cases.put("amount: CNY 1.00", () -> paidOut().with(new LoanEvent.Disbursed("a", DAY, cny("1"))));
        cases.put(
                "date: 2025-01-01",
                () -> paidOut().with(new LoanEvent.Repaid("a", LocalDate.of(2025, 1, 1), cny("1"))));
        cases.put("id: out", () -> paidOut().with(new LoanEvent.Repaid("out", DAY, cny("1"))));
        cases.put("reverses: never", () -> paidOut().with(new LoanEvent.Reversed("a", DAY, "never")));
        cases.put("instalments: 12", () -> paidOut().with(new LoanEvent.HolidayGranted("a", DAY, 12)));
        cases.put("loan: one that was not", () -> paidOut().with(new LoanEvent.Recovered("a", DAY, cny("1"))));
        cases.put(
                "percent: 101",
                () -> paidOut().with(new LoanEvent.PartnerShared("a", DAY, "bank", BigDecimal.valueOf(101))));
        cases.put(
                "date: 2027-01-10, when one is",
                () -> paidOut().with(new LoanEvent.HolidayGranted("a", LocalDate.of(2027, 1, 10), 1)));
        cases.put("date: +999999999-12-31", () -> paidOut().with(new LoanEvent.Repaid("a", LocalDate.MAX, cny("1"))));
        cases.put("day: +999999999-12-31", () -> paidOut().state(LocalDate.MAX));
        cases.put(
                "percent: 1E-999999999", () -> paidOut().with(new LoanEvent.PartnerShared("a", DAY, "bank", TOO_FINE)));
        cases.put(
                "amount: CNY 99.99",
                () -> LoanAccount.open(
                                AccountTerms.of(good().fees(List.of(Fee.upFront("arrangement", "lender", cny("100"))))
                                        .build()
                                        .resolve(DAY)))
                        .with(new LoanEvent.Disbursed("out", DAY, cny("99.99"))));
        Money most = Money.ofMinor(cny("1").currency(), Long.MAX_VALUE);
        cases.put(
                "amounts: more",
                () -> paidOut()
                        .with(List.of(new LoanEvent.Repaid("a", DAY, most), new LoanEvent.Repaid("b", DAY, most))));
        cases.put("periods: 601", () -> paidOut().with(new LoanEvent.Extended("a", DAY, 601)));
        return cases;
    }

    private static Map<String, Executable> figures() {
        Map<String, Executable> cases = new LinkedHashMap<>();
        cases.put("flows: 0 received and 1 paid", () -> InternalRate.perYear(List.of(CashFlow.paid(DAY, cny("5")))));
        cases.put(
                "flows: 2 rates: 0.100000000000, 0.200000000000",
                () -> InternalRate.perPeriod(
                        List.of(new BigDecimal("-100"), new BigDecimal("230"), new BigDecimal("-132"))));
        cases.put(
                "flows: none between",
                () -> InternalRate.perPeriod(
                        List.of(new BigDecimal("100"), new BigDecimal("-200"), new BigDecimal("150"))));
        cases.put(
                "fees up front: CNY 10000.00",
                () -> AnnualCost.of(
                        AnnualCost.Convention.CHINA,
                        good().fees(List.of(Fee.upFront("arrangement", "lender", cny("10000"))))
                                .build()
                                .resolve(DAY)));
        cases.put("income: CNY 0.00", () -> Affordability.debtServiceToIncome(cny("5"), cny("0")));
        cases.put(
                "payment: CNY 92233720368547758.07",
                () -> Affordability.largestLoan(
                        good().build().resolve(DAY), Money.ofMinor(cny("1").currency(), Long.MAX_VALUE)));
        cases.put(
                "figures: 1E-999999999",
                () -> new WorkingCapital(
                        cny("1"),
                        BigDecimal.ZERO,
                        TOO_FINE,
                        BigDecimal.TEN,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO));
        cases.put(
                "margin: 1",
                () -> new WorkingCapital(
                        cny("1"),
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        BigDecimal.TEN,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO));
        return cases;
    }

    @TestFactory
    Stream<DynamicTest> isOneErrorThatSaysWhatWasExpectedAndWhatCame() {
        return Stream.of(terms(), dates(), accountTerms(), accounts(), figures())
                .flatMap(cases -> cases.entrySet().stream())
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> refuses(each.getKey(), each.getValue())));
    }

    private static void refuses(String subjectAndCame, Executable bad) {
        FaultyInputException refused = catchThrowableOfType(FaultyInputException.class, bad::execute);
        assertThat(refused).isNotNull();
        String subject = subjectAndCame.substring(0, subjectAndCame.indexOf(": "));
        String came = subjectAndCame.substring(subject.length() + 2);
        assertThat(refused.faults()).anySatisfy(fault -> {
            assertThat(fault.where()).hasToString(subject);
            assertThat(fault.came().toString()).contains(came);
            assertThat(fault.expected().isEmpty()).isFalse();
        });
        refused.faults()
                .forEach(fault -> assertThat(refused.getMessage())
                        .contains(fault.where() + ": expected " + fault.expected() + ", came " + fault.came()));
    }

    @Test
    void allFaultsOfAnInputAreToldAtOnce() {
        FaultyInputException refused = catchThrowableOfType(
                FaultyInputException.class,
                () -> LoanTerms.builder()
                        .principal(cny("-1"))
                        .rate(Rate.ofPercent("-200"))
                        .instalments(0)
                        .method(RepaymentMethod.STEP)
                        .downPaymentPercent(BigDecimal.valueOf(120))
                        .interestByDay(DayCount.ONE_ONE)
                        .build());
        assertThat(refused.faults())
                .extracting(fault -> fault.where().toString())
                .containsExactly("principal", "rate", "day count", "instalments", "down payment", "step");
    }
}
