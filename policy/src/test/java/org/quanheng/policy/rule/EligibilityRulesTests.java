package org.quanheng.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quanheng.fault.Fault;

class EligibilityRulesTests {
    private static final String MODEL = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" namespace="urn:test">
              <inputData id="i1" name="age"><variable name="age" typeRef="number"/></inputData>
              <inputData id="i2" name="job"><variable name="job" typeRef="string"/></inputData>
              <decision id="d" name="eligibility"><variable name="eligibility"/>
                <informationRequirement id="r1"><requiredInput href="#i1"/></informationRequirement>
                <informationRequirement id="r2"><requiredInput href="#i2"/></informationRequirement>
                <decisionTable id="t" hitPolicy="COLLECT">
                  <input id="c1"><inputExpression typeRef="number"><text>age</text></inputExpression></input>
                  <input id="c2"><inputExpression typeRef="string"><text>job</text></inputExpression></input>
                  <output id="o1" name="row"/><output id="o2" name="effect"/><output id="o3" name="reason"/>
                  <rule id="R1">
                    <inputEntry id="e1"><text>&lt; 18</text></inputEntry><inputEntry id="e2"><text>-</text></inputEntry>
                    <outputEntry id="p1"><text>"R1"</text></outputEntry>
                    <outputEntry id="p2"><text>"DECLINE"</text></outputEntry>
                    <outputEntry id="p3"><text>"too_young"</text></outputEntry>
                  </rule>
                  <rule id="R2">
                    <inputEntry id="e3"><text>[60..75]</text></inputEntry>
                    <inputEntry id="e4"><text>not("teacher", "nurse")</text></inputEntry>
                    <outputEntry id="p4"><text>"R2"</text></outputEntry>
                    <outputEntry id="p5"><text>"REFER"</text></outputEntry>
                    <outputEntry id="p6"><text>"look"</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    @Test
    void rowsThatApplyAreNamedWithTheirConditions() {
        Verdict verdict = rules(MODEL).evaluate(values(17, "clerk"));
        assertThat(verdict.declines()).isTrue();
        assertThat(verdict.refers()).isFalse();
        assertThat(verdict.matched())
                .containsExactly(new MatchedRow(
                        "eligibility", "R1", Effect.DECLINE, "too_young", List.of(new Condition("age", "< 18", "17"))));
    }

    @Test
    void negationAndRangesAreTraced() {
        assertThat(rules(MODEL).evaluate(values(60, "clerk")).refers()).isTrue();
        assertThat(rules(MODEL).evaluate(values(60, "nurse")).matched()).isEmpty();
        assertThat(rules(MODEL).evaluate(values(76, "clerk")).matched()).isEmpty();
    }

    @Test
    void theNearestRowIsTheOneWithFewestMisses() {
        Verdict verdict = rules(MODEL).evaluate(values(40, "nurse"));
        assertThat(verdict.matched()).isEmpty();
        assertThat(verdict.nearest()).contains(new NearestRow("eligibility", "R1", new Condition("age", "< 18", "40")));
    }

    @Test
    void otherRowsAreNoticed() {
        EligibilityRules rules = rules(MODEL);
        assertThat(rules.bringsUpOtherRows(values(17, "clerk"), Set.of())).isTrue();
        assertThat(rules.bringsUpOtherRows(values(17, "clerk"), Set.of("R1"))).isFalse();
    }

    @Test
    void aValueOfTheWrongKindDoesNotPassInSilence() {
        Map<String, Object> values = Map.of("age", "17", "job", "clerk");
        assertThatThrownBy(() -> rules(MODEL).evaluate(values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("age: expected a BigDecimal, came 17.");
        assertThatThrownBy(() -> rules(MODEL).evaluate(Map.of("age", BigDecimal.ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("job: expected a String, came null.");
    }

    @Test
    void everyFaultOfATableIsNamed() {
        List<Fault> faults = faults(MODEL.replace("hitPolicy=\"COLLECT\"", "hitPolicy=\"FIRST\"")
                .replace("\"DECLINE\"", "\"REJECT\"")
                .replace("<rule id=\"R2\">", "<rule id=\"R9\">"));
        assertThat(faults)
                .extracting(Fault::toString)
                .anyMatch(fault -> fault.contains("expected hit policy COLLECT"))
                .anyMatch(fault -> fault.contains("expected effect DECLINE or REFER, came REJECT."))
                .anyMatch(fault -> fault.contains("expected the output 'row' to be the id of the rule, came R9."));
    }

    @Test
    void aRowThatAppliesToEverybodyIsAFault() {
        assertThat(faults(MODEL.replace("&lt; 18", "-")))
                .extracting(Fault::toString)
                .anyMatch(fault -> fault.contains("at least one condition"));
    }

    @Test
    void aMistakeInATestIsAFault() {
        for (String mistake : List.of("&lt; &lt; 18", "&lt; aeg", "&lt; \"18\"", "18 19", "&lt; (18")) {
            assertThat(faults(MODEL.replace("&lt; 18", mistake)))
                    .as(mistake)
                    .extracting(fault -> fault.where().toString())
                    .contains("eligibility eligibility row R1");
        }
    }

    @Test
    void codeIsRefused() {
        assertThat(faults(MODEL.replace("&lt; 18", "function() external {java: {class: \"java.lang.Math\"}}")))
                .extracting(Fault::toString)
                .anyMatch(fault -> fault.contains("expected tests without functions"));
        assertThat(faults(MODEL.replace(
                        "<decision id=\"d\"", "<businessKnowledgeModel id=\"b\" name=\"b\"/><decision id=\"d\"")))
                .extracting(Fault::toString)
                .anyMatch(fault -> fault.contains("expected input data or a decision table"));
        assertThat(faults("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + MODEL))
                .extracting(Fault::toString)
                .anyMatch(fault -> fault.contains("without a document type"));
    }

    @Test
    void whatIsNoDmnIsAFault() {
        assertThat(faults("hello"))
                .extracting(fault -> fault.expected().toString())
                .containsExactly("well-formed XML");
        assertThat(faults("<html/>"))
                .extracting(fault -> fault.expected().toString())
                .containsExactly("definitions of DMN 1.3 or newer as root");
        assertThat(faults("<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/' id='m' name='m'"
                        + " namespace='urn:test'/>"))
                .isNotEmpty();
    }

    private static EligibilityRules rules(String dmn) {
        List<Fault> faults = new ArrayList<>();
        EligibilityRules rules = EligibilityRules.compile(dmn, faults);
        if (rules == null) {
            throw new AssertionError("expected no faults, got " + faults);
        }
        return rules;
    }

    private static List<Fault> faults(String dmn) {
        List<Fault> faults = new ArrayList<>();
        EligibilityRules rules = EligibilityRules.compile(dmn, faults);
        assertThat(rules == null).isEqualTo(!faults.isEmpty());
        return faults;
    }

    private static Map<String, Object> values(int age, String job) {
        return Map.of("age", BigDecimal.valueOf(age), "job", job);
    }
}
