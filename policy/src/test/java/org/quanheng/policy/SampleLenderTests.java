package org.quanheng.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.lending.Money;
import org.quanheng.lending.annualcost.AnnualCost;
import org.quanheng.policy.fact.FactValue;
import org.quanheng.policy.fact.Facts;
import org.quanheng.policy.reason.Reason;
import org.quanheng.policy.reason.ReasonTexts;

/** The sample lender's policy on its 1,000 histories: what must hold for everybody. */
class SampleLenderTests {
    private static final List<Answer> ANSWERS = new ArrayList<>();

    @BeforeAll
    static void decideAll() {
        for (int row = 0; row < 1000; row++) {
            ANSWERS.add(SampleLender.decide(row));
        }
    }

    @Test
    void theThreeHundredAreParted() {
        int approved = 0;
        int approvedBad = 0;
        int declined = 0;
        int referred = 0;
        int bad = 0;
        for (int row = 0; row < 1000; row++) {
            if (!SampleLender.applicant(row)) {
                continue;
            }
            bad += SampleLender.bad(row) ? 1 : 0;
            switch (ANSWERS.get(row).outcome()) {
                case Outcome.Approve approve -> {
                    approved++;
                    approvedBad += SampleLender.bad(row) ? 1 : 0;
                }
                case Outcome.Decline decline -> declined++;
                case Outcome.Refer refer -> referred++;
            }
        }
        assertThat(approved + declined + referred).isEqualTo(300);
        // Bounds, not figures: the scorecard may be trained better, the sample policy must still make sense.
        assertThat(approved).isBetween(130, 200);
        assertThat(referred).isBetween(15, 50);
        assertThat((double) approvedBad / approved).isLessThan(0.6 * bad / 300);
    }

    @Test
    void everyReceiptRecomputesToTheSameBytes() throws IOException {
        Set<String> hashes = new TreeSet<>();
        for (Answer answer : ANSWERS) {
            Receipt receipt = answer.receipt();
            Receipt again = Receipts.recompute(receipt, SampleLender.POLICY);
            assertThat(again).isEqualTo(receipt);
            assertThat(new JsonCanonicalizer(receipt.json()).getEncodedString()).isEqualTo(receipt.json());
            hashes.add(receipt.sha256());
        }
        assertThat(hashes).hasSize(1000);
    }

    @Test
    void anyChangedInputChangesTheHash() {
        Facts facts = SampleLender.facts(7);
        String before = SampleLender.decide(7).receipt().sha256();
        Set<String> request = Set.of("credit_amount", "duration_months");
        int changed = 0;
        for (String name : facts.names()) {
            FactValue value = facts.value(name).orElseThrow();
            if (!request.contains(name) && !name.equals("installment_rate")) {
                FactValue other = value instanceof FactValue.Decimal decimal
                        ? FactValue.of(decimal.value().add(BigDecimal.ONE))
                        : FactValue.of(value.asText() + "_x");
                Facts altered = facts.with(name, other);
                Answer answer =
                        SampleLender.POLICY.decide(SampleLender.POLICY.request(altered, SampleLender.TODAY), altered);
                assertThat(answer.receipt().sha256()).as(name).isNotEqualTo(before);
                changed++;
            }
        }
        assertThat(changed).isEqualTo(15);
    }

    @Test
    void anAlteredReceiptDoesNotVerify() {
        Receipt receipt = ANSWERS.get(7).receipt();
        assertThat(Receipts.verify(receipt, SampleLender.POLICY)).isTrue();
        Receipt altered = new Receipt(receipt.json().replace("\"value\":\"36\"", "\"value\":\"37\""), receipt.sha256());
        assertThat(altered.json()).isNotEqualTo(receipt.json());
        assertThat(Receipts.verify(altered, SampleLender.POLICY)).isFalse();
        assertThatThrownBy(() -> Receipts.recompute(
                        new Receipt(
                                receipt.json()
                                        .replace(SampleLender.POLICY.document().hash(), "0"),
                                ""),
                        SampleLender.POLICY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("receipt: expected policy hash")
                .hasMessageContaining("got 0. Maybe take the policy and the model that were in force");
    }

    @Test
    void nobodyIsDeclinedByARule() {
        Map<String, Integer> rows = new TreeMap<>();
        for (Answer answer : ANSWERS) {
            assertThat(answer.eligibility().declines()).isFalse();
            answer.eligibility().matched().forEach(row -> rows.merge(row.row(), 1, Integer::sum));
        }
        assertThat(rows).containsOnlyKeys("E6", "E7");
        assertThat(rows.get("E6")).isEqualTo(3);
        assertThat(rows.get("E7")).isEqualTo(18);
    }

    @Test
    void offersKeepEveryBound() {
        Map<Limit.Binding, Integer> bindings = new EnumMap<>(Limit.Binding.class);
        int seen = 0;
        for (int row = 0; row < 1000; row++) {
            Answer answer = ANSWERS.get(row);
            Money asked = SampleLender.POLICY
                    .request(SampleLender.facts(row), SampleLender.TODAY)
                    .amount();
            bindings.merge(answer.limit().binding(), 1, Integer::sum);
            for (Offer offer : answer.offers()) {
                seen++;
                assertThat(offer.amount()).isLessThanOrEqualTo(asked);
                assertThat(offer.amount()).isLessThanOrEqualTo(offer.limit().amount());
                assertThat(offer.months()).isBetween(4, 72);
                assertThat(offer.price().rate().perYear())
                        .isLessThanOrEqualTo(offer.price().capRate());
                assertThat(offer.price().rate().perYear())
                        .isGreaterThanOrEqualTo(offer.price().breakEven());
            }
        }
        assertThat(seen).isGreaterThan(1000);
        assertThat(bindings).containsKeys(Limit.Binding.GRADE, Limit.Binding.DEBT_SERVICE);
    }

    /** Instalments are rounded to the cent, which moves the cost of the smallest loans by some hundredths of a percent. */
    @Test
    void theAnnualCostNeverPassesTheCap() {
        int looked = 0;
        int lowered = 0;
        for (int row = 0; row < 1000; row++) {
            Money amount = Money.of("DEM", 250 + 50 * (row % 16) + ".00");
            LoanRequest small = new LoanRequest(amount, 4 + row % 21, SampleLender.TODAY);
            List<Offer> offers = new ArrayList<>(ANSWERS.get(row).offers());
            offers.addAll(SampleLender.POLICY
                    .decideWith(small, SampleLender.facts(row))
                    .offers());
            for (Offer offer : offers) {
                BigDecimal cost = offer.annualCost(SampleLender.TODAY, AnnualCost.Convention.CHINA)
                        .rate();
                Price price = offer.price();
                assertThat(cost).isLessThanOrEqualTo(price.capAnnualCost());
                looked++;
                // 24 % a year are 21.705 % nominal, in steps of a twentieth.
                lowered += price.capRate().compareTo(new BigDecimal("0.2170")) < 0 ? 1 : 0;
            }
        }
        assertThat(looked).isGreaterThan(200);
        assertThat(lowered).isPositive();
    }

    @Test
    void reasonsAreAtMostFourAndWordedInBothLanguages() {
        Set<String> codes = new TreeSet<>();
        for (Answer answer : ANSWERS) {
            List<Reason> reasons = switch (answer.outcome()) {
                case Outcome.Approve approve -> approve.notes();
                case Outcome.Decline decline -> decline.reasons();
                case Outcome.Refer refer -> {
                    assertThat(refer.why()).isNotEmpty();
                    assertThat(refer.offers()).isNotEmpty();
                    refer.why().forEach(reason -> assertWorded(reason, codes));
                    yield refer.reasons();
                }
            };
            assertThat(reasons.size()).isLessThanOrEqualTo(4);
            if (answer.outcome() instanceof Outcome.Decline) {
                assertThat(reasons).isNotEmpty();
            }
            reasons.forEach(reason -> assertWorded(reason, codes));
        }
        assertThat(codes).hasSizeGreaterThan(12);
    }

    private static void assertWorded(Reason reason, Set<String> codes) {
        codes.add(reason.code());
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            ReasonTexts texts = ReasonTexts.of(locale);
            assertThat(texts.text(reason, (name, value) -> name + "=" + value)).doesNotContain("{", "}");
            assertThat(texts.change(reason, (name, value) -> name + "=" + value))
                    .doesNotContain("{", "}");
        }
    }

    @Test
    void manyThreadsGetTheSameAnswers() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> hashes = new ArrayList<>();
            for (int row = 0; row < 400; row++) {
                int at = row;
                hashes.add(
                        threads.submit(() -> SampleLender.decide(at).receipt().sha256()));
            }
            for (int row = 0; row < 400; row++) {
                assertThat(hashes.get(row).get())
                        .isEqualTo(ANSWERS.get(row).receipt().sha256());
            }
        }
    }

    @Test
    void anApplicationWithFaultsNamesThemAll() {
        Facts facts = Facts.of(SampleLender.facts(7).stream()
                .filter(fact -> !fact.name().equals("savings"))
                .toList());
        Facts faulty = facts.with("age", FactValue.of("forty")).with("installment_rate", FactValue.of(9));
        LoanRequest request = new LoanRequest(Money.of("DEM", "1000.00"), 36, SampleLender.TODAY);
        assertThatThrownBy(() -> SampleLender.POLICY.decide(request, faulty))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining("savings: expected a value, came nothing.")
                .hasMessageContaining("credit_amount: expected the 1000.00 of the request, came 6948.")
                .hasMessageContaining("age: expected a number, came forty.")
                .hasMessageContaining("installment_rate: expected one of [1, 2, 3, 4], came 9.");
    }

    @Test
    void authorityIsBoundedByAmountAndRisk() {
        assertThat(SampleLender.POLICY.rolesFor(Money.of("DEM", "2500.00"), new BigDecimal("0.28")))
                .containsExactly("officer", "underwriter", "head_of_lending");
        assertThat(SampleLender.POLICY.rolesFor(Money.of("DEM", "3000.01"), new BigDecimal("0.28")))
                .containsExactly("underwriter", "head_of_lending");
        assertThat(SampleLender.POLICY.mayDecide("underwriter", Money.of("DEM", "10.00"), new BigDecimal("0.35")))
                .isFalse();
        assertThat(SampleLender.POLICY.mayDecide("applicant", Money.of("DEM", "10.00"), BigDecimal.ZERO))
                .isFalse();
    }

    @Test
    void lessForLessTimeCanBeAsked() {
        Facts facts = SampleLender.facts(7);
        assertThat(ANSWERS.get(7).outcome()).isInstanceOf(Outcome.Decline.class);
        LoanRequest smaller = new LoanRequest(Money.of("DEM", "3000.00"), 18, SampleLender.TODAY);
        Answer answer = SampleLender.POLICY.decideWith(smaller, facts);
        assertThat(answer.pd()).isLessThan(ANSWERS.get(7).pd());
    }
}
