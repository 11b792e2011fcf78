package org.quanheng.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.annualcost.AnnualCost;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.policy.document.PolicyDocument;
import org.quanheng.policy.fact.FactValue;
import org.quanheng.policy.fact.Facts;
import org.quanheng.policy.reason.Reason;
import org.quanheng.policy.risk.Assessment;
import org.quanheng.policy.risk.Contribution;
import org.quanheng.policy.risk.RiskModel;
import org.quanheng.policy.rule.Condition;

/** The order of a decision, with a model whose PD the test sets. */
class PolicyTests {
    /** A model that looks at savings only, and gives the PD it was told. */
    private record Fixed(BigDecimal pd) implements RiskModel {
        @Override
        public String id() {
            return "fixed";
        }

        @Override
        public String hash() {
            return "fixed-" + pd;
        }

        @Override
        public Set<String> characteristics() {
            return Set.of("savings", "housing");
        }

        @Override
        public Assessment assess(Facts facts) {
            return new Assessment(
                    pd,
                    new BigDecimal(500),
                    List.of(
                            new Contribution("housing", "rent", "rent", new BigDecimal(-15), BigDecimal.ZERO),
                            new Contribution("savings", "none", "none", new BigDecimal(-20), BigDecimal.ONE)),
                    List.of());
        }
    }

    @Test
    void atTheCutOffIsApproved() {
        assertThat(decide("0.26", facts()).outcome()).isInstanceOf(Outcome.Approve.class);
    }

    @Test
    void betweenTheCutOffsAPersonDecides() {
        Answer answer = decide("0.260000001", facts());
        assertThat(answer.outcome()).isInstanceOfSatisfying(Outcome.Refer.class, refer -> {
            assertThat(refer.why()).containsExactly(Reason.of("pd.between_cutoffs"));
            assertThat(refer.reasons()).extracting(Reason::code).containsExactly("score.savings", "score.housing");
            assertThat(refer.offers()).isNotEmpty();
        });
        assertThat(decide("0.34", facts()).outcome()).isInstanceOf(Outcome.Refer.class);
    }

    @Test
    void aboveTheUpperCutOffIsDeclinedWithRankedReasons() {
        assertThat(decide("0.340000001", facts()).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Decline.class,
                        decline -> assertThat(decline.reasons())
                                .extracting(Reason::code)
                                .containsExactly("score.savings", "score.housing"));
    }

    @Test
    void personsMayOverruleThePdButNoRuleAndNoCap() {
        Facts longer = facts().with("duration_months", FactValue.of(24));
        Policy policy = policy("0.36");
        assertThat(policy.decide(policy.request(longer, SampleLender.TODAY), longer)
                        .offers())
                .isNotEmpty()
                .allSatisfy(offer -> assertThat(offer.amount()).isLessThanOrEqualTo(Money.of("DEM", "2500.00")));
        Facts child = longer.with("age", FactValue.of(17));
        assertThat(policy.decide(policy.request(child, SampleLender.TODAY), child)
                        .offers())
                .isEmpty();
        Facts shortTerm = facts().with("duration_months", FactValue.of(4));
        assertThat(policy.decide(policy.request(shortTerm, SampleLender.TODAY), shortTerm)
                        .offer("as_asked"))
                .isEmpty();
    }

    @Test
    void aRuleDeclinesWhomTheScoreWouldApprove() {
        Answer answer = decide("0.01", facts().with("age", FactValue.of(17)));
        assertThat(answer.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Decline.class,
                        decline -> assertThat(decline.reasons())
                                .extracting(Reason::code)
                                .containsExactly("rule.age_below_18"));
        assertThat(answer.eligibility().matched())
                .singleElement()
                .satisfies(row -> assertThat(row.conditions()).containsExactly(new Condition("age", "< 18", "17")));
        assertThat(answer.offers()).isEmpty();
    }

    @Test
    void aRuleRefersWhomTheScoreWouldApprove() {
        Answer answer = decide("0.01", facts().with("age", FactValue.of(75)));
        assertThat(answer.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Refer.class,
                        refer -> assertThat(refer.why())
                                .extracting(Reason::code)
                                .containsExactly("rule.age_at_end_above_75"));
    }

    @Test
    void noOtherTermBringsUpARule() {
        // 73 and 18 months end at 74.5; half as long again would end at 75.25, so that offer is not made.
        Facts facts = facts().with("age", FactValue.of(73)).with("duration_months", FactValue.of(18));
        Policy policy = policy("0.01");
        Answer answer = policy.decide(policy.request(facts, SampleLender.TODAY), facts);
        assertThat(answer.offers()).extracting(Offer::id).containsExactly("as_asked", "falling", "shorter");
    }

    @Test
    void lessThanAskedIsSaid() {
        Facts facts = facts().with("credit_amount", FactValue.of(10000)).with("duration_months", FactValue.of(24));
        Policy policy = policy("0.20");
        Answer answer = policy.decide(policy.request(facts, SampleLender.TODAY), facts);
        assertThat(answer.outcome()).isInstanceOfSatisfying(Outcome.Approve.class, approve -> {
            assertThat(approve.notes()).extracting(Reason::code).contains("limit.by_grade");
            assertThat(approve.offers().getFirst().amount()).isEqualTo(Money.of("DEM", "8000.00"));
        });
    }

    @Test
    void whatTheLawForbidsToPriceIsNotOffered() {
        Facts facts = facts().with("duration_months", FactValue.of(4));
        Policy policy = policy("0.26");
        Answer answer = policy.decide(policy.request(facts, SampleLender.TODAY), facts);
        assertThat(answer.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Decline.class,
                        decline -> assertThat(decline.reasons())
                                .extracting(Reason::code)
                                .containsExactly("price.above_cap", "score.savings", "score.housing"));
    }

    @Test
    void beforeTheFirstCapNothingIsDecided() {
        Policy policy = policy("0.10");
        LoanRequest early = new LoanRequest(Money.of("DEM", "1000.00"), 12, LocalDate.of(2017, 8, 3));
        assertThatThrownBy(() -> policy.decide(early, facts()))
                .isInstanceOf(FaultyInputException.class)
                .hasMessage("application: day: expected a day on which a rate cap is in force, came 2017-08-03.");
    }

    @Test
    void aRequestInAnotherCurrencyIsRefused() {
        Policy policy = policy("0.10");
        LoanRequest euro = new LoanRequest(Money.of("EUR", "1000.00"), 12, SampleLender.TODAY);
        assertThatThrownBy(() -> policy.decide(euro, facts()))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining("amount: expected an amount in DEM, came EUR 1000.00.");
    }

    @Test
    void aCharacteristicWithoutALayerIsAFaultOfThePolicy() {
        String json = SampleLender.text("policy.json").replace("\"savings\": \"FINANCES\",", "");
        PolicyDocument document = PolicyDocument.parse(json, SampleLender.text("eligibility.dmn"));
        assertThatThrownBy(() -> Policy.of(document, new Fixed(BigDecimal.ZERO)))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining("layers: expected a layer for each characteristic, came none for savings.");
    }

    @Test
    void feesTakeTheirPartOfWhatTheCapAllows() {
        // (0.31 · 0.25 + 0.06) / 0.69 + 0.01 = 0.2093, in a year 23.1 %; with these fees it would be above 24 %.
        Policy fees = charging("0.31", """
                "penalty": {"multiple": "0.5", "graceDays": 3},
                "fees": [
                  {"kind": "SERVICE", "charged": "UP_FRONT", "percent": "0.5"},
                  {"kind": "GUARANTEE", "payee": "Surety", "charged": "EACH_INSTALMENT_ON_BALANCE", "percent": "0.01"}
                ]""");
        Offer offer = decide(fees, facts()).offer("as_asked").orElseThrow();
        BigDecimal rate = offer.price().rate().perYear();
        assertThat(rate).isEqualByComparingTo(offer.price().capRate());
        assertThat(rate).isBetween(offer.price().breakEven(), new BigDecimal("0.2090"));
        assertThat(cost(offer)).isLessThanOrEqualTo(new BigDecimal("0.24"));
        assertThat(offer.schedule(SampleLender.TODAY).feesUpFront()).isEqualTo(Money.of("DEM", "5.00"));
        // Under the cap nothing is left for a penalty.
        assertThat(offer.charges().penalty().multiple()).isEqualByComparingTo("0");
        Policy plain = charging("0.31", "\"penalty\": {\"multiple\": \"0.5\", \"graceDays\": 3}");
        Offer free = decide(plain, facts()).offer("as_asked").orElseThrow();
        assertThat(free.price().rate().perYear()).isEqualByComparingTo("0.2095");
        assertThat(costAt(offer, rate.add(new BigDecimal("0.0005")))).isGreaterThan(new BigDecimal("0.24"));
    }

    @Test
    void feesThatLeaveNoRateLeaveNoOffer() {
        Policy dear =
                charging("0.01", "\"fees\": [{\"kind\": \"SERVICE\", \"charged\": \"UP_FRONT\", \"percent\": \"20\"}]");
        assertThat(decide(dear, facts()).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Decline.class,
                        decline -> assertThat(decline.reasons())
                                .extracting(Reason::code)
                                .startsWith("price.above_cap"));
        assertThat(decide(dear, facts()).offers()).isEmpty();
    }

    @Test
    void overduePrincipalBearsNoMoreThanTheCap() {
        String half = "\"penalty\": {\"multiple\": \"0.5\", \"graceDays\": 3}";
        // At 17.90 % half as much again is 26.85 %; 24 % a year allow 21.70 %.
        Offer offer = decide(charging("0.26", half), facts()).offer("as_asked").orElseThrow();
        assertThat(offer.price().rate().perYear()).isEqualByComparingTo("0.1790");
        assertThat(offer.charges().penalty().multiple()).isEqualByComparingTo("0.212290");
        assertThat(offer.charges().penalty().graceDays()).isEqualTo(3);
        Offer cheap = decide(charging("0.01", half), facts()).offer("as_asked").orElseThrow();
        assertThat(cheap.charges().penalty().multiple()).isEqualByComparingTo("0.5");
    }

    @Test
    void chargesStandInTheReceiptWhereThereAreSome() {
        Policy fees = charging("0.10", """
                "penalty": {"multiple": "0.5", "graceDays": 3},
                "fees": [{"kind": "GUARANTEE", "payee": "Surety", "charged": "UP_FRONT", "amount": "5"}]""");
        Receipt receipt = decide(fees, facts()).receipt();
        assertThat(receipt.json())
                .contains(
                        "\"fees\":[{\"amount\":\"5.00\",\"charged\":\"up_front\",\"kind\":\"guarantee\",\"payee\":\"Surety\"}]")
                .contains("\"penalty\":{\"graceDays\":3,\"multiple\":\"0.5\"}");
        assertThat(Receipts.verify(receipt, fees)).isTrue();
        Policy before = Policy.of(
                PolicyDocument.parse(
                        SampleLender.text("policy.json")
                                .replaceFirst("(?s)\"charges\": \\{.*?\\},\n  \"rate", "\"rate"),
                        SampleLender.text("eligibility.dmn")),
                new Fixed(new BigDecimal("0.10")));
        assertThat(decide(before, facts()).receipt().json()).doesNotContain("fees", "penalty");
    }

    private static BigDecimal cost(Offer offer) {
        return offer.annualCost(LocalDate.of(2026, 11, 1), AnnualCost.Convention.CHINA)
                .rate();
    }

    private static BigDecimal costAt(Offer offer, BigDecimal rate) {
        LoanTerms dearer = offer.terms().toBuilder().rate(new Rate(rate)).build();
        return AnnualCost.of(AnnualCost.Convention.CHINA, dearer.resolve(LocalDate.of(2026, 11, 1)))
                .rate();
    }

    private static Policy charging(String pd, String charges) {
        String json = SampleLender.text("policy.json")
                .replace("\"penalty\": {\"multiple\": \"0.5\", \"graceDays\": 3}", charges);
        return Policy.of(
                PolicyDocument.parse(json, SampleLender.text("eligibility.dmn")), new Fixed(new BigDecimal(pd)));
    }

    private static Answer decide(Policy policy, Facts facts) {
        return policy.decide(policy.request(facts, SampleLender.TODAY), facts);
    }

    private static Answer decide(String pd, Facts facts) {
        Policy policy = policy(pd);
        return policy.decide(policy.request(facts, SampleLender.TODAY), facts);
    }

    private static Policy policy(String pd) {
        return Policy.of(SampleLender.document(), new Fixed(new BigDecimal(pd)));
    }

    /** A request of 1,000 for 12 months by a person of 40. */
    private static Facts facts() {
        return SampleLender.facts(0)
                .with("credit_amount", FactValue.of(1000))
                .with("duration_months", FactValue.of(12))
                .with("age", FactValue.of(40));
    }
}
