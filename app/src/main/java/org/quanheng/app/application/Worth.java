package org.quanheng.app.application;

import java.util.List;
import java.util.Set;
import org.quanheng.app.product.Question;
import org.quanheng.app.product.Step;
import org.quanheng.balance.live.Advice;
import org.quanheng.balance.value.Choice;

/**
 * Why a step that could be left out is asked of one applicant.
 *
 * @param facts what the step brings
 * @param between the decisions that are still possible, best first
 * @param mayFollow facts that may still be worth asking after it
 */
public record Worth(List<String> facts, Advice.Why why, List<Choice> between, Set<String> mayFollow) {
    public Worth {
        facts = List.copyOf(facts);
        between = List.copyOf(between);
        mayFollow = Set.copyOf(mayFollow);
    }

    /** How many of the open steps beside this one fall away as things stand. */
    public int spared(List<Step> open, Step current) {
        return (int) open.stream()
                .filter(step -> !step.equals(current))
                .filter(step -> step.questions().stream().map(Question::fact).noneMatch(mayFollow::contains))
                .count();
    }
}
