package org.quanheng.app.product;

import java.util.List;

/** One page of the journey: one topic, and the questions that belong to it. */
public record Step(String id, int version, List<Question> questions) {
    public Step {
        questions = List.copyOf(questions);
    }
}
