package org.quanheng.app.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quanheng.app.product.Product;
import org.quanheng.app.product.Question;
import org.quanheng.app.product.Step;

class PlanTests {
    private static final Product PRODUCT = Product.parse("""
            {"id": "p", "version": 1, "currency": "DEM", "amount": {"min": 1, "max": 2, "step": 1},
             "months": {"min": 1, "max": 2, "step": 1}, "representativeRate": "0.1", "rates": {"min": "0", "max": "0.2"},
             "request": {"amount": "a", "months": "a", "purpose": "a"},
             "steps": [
               {"id": "one", "version": 1, "questions": [{"fact": "a", "kind": "whole", "options": [], "min": null, "max": null}]},
               {"id": "two", "version": 1, "questions": [
                 {"fact": "b", "kind": "whole", "options": [], "min": null, "max": null},
                 {"fact": "full_name", "kind": "personal_text", "options": [], "min": null, "max": null}]},
               {"id": "three", "version": 1, "questions": [{"fact": "c", "kind": "whole", "options": [], "min": null, "max": null}]},
               {"id": "four", "version": 1, "questions": [{"fact": "d", "kind": "whole", "options": [], "min": null, "max": null}]},
               {"id": "five", "version": 1, "questions": [{"fact": "e", "kind": "whole", "options": [], "min": null, "max": null}]}]}""");
    private static final Set<String> OPTIONAL = Set.of("c", "d", "e");
    private static final Set<String> REQUIRED = Set.of("a", "b", "full_name");
    private static final int DEPTH = 8;

    @Test
    void whatIsKnownIsNotAskedAgain() {
        Plan plan = Plan.of(PRODUCT, Map.of("a", "1", "b", "2"), Map.of("full_name", "x"), OPTIONAL);

        assertThat(plan.nextRequired()).isEmpty();
        assertThat(plan.optionalOpen()).extracting(Step::id).containsExactly("three", "four", "five");
        assertThat(plan.asking(List.of("d"))).map(Step::id).contains("four");
        assertThat(plan.asking(List.of("a"))).isEmpty();
    }

    @Test
    void aPolicyThatNeedsEverythingAsksEverythingInTheOrderOfTheProduct() {
        assertThat(walkAll(Set.of())).containsExactly("one", "two", "three", "four", "five");
    }

    private static List<String> walkAll(Set<String> optional) {
        List<String> asked = new ArrayList<>();
        Map<String, String> known = new LinkedHashMap<>();
        for (Plan plan = Plan.of(PRODUCT, known, Map.of(), optional);
                plan.nextRequired().isPresent();
                plan = Plan.of(PRODUCT, known, Map.of(), optional)) {
            Step next = plan.nextRequired().orElseThrow();
            asked.add(next.id());
            next.questions().forEach(question -> known.put(question.fact(), "1"));
        }
        return asked;
    }

    @Test
    void backLeadsTheWayThatWasGone() {
        Plan plan = Plan.of(PRODUCT, answers("a", "b", "full_name", "e", "c"), Map.of(), OPTIONAL);

        assertThat(plan.done()).extracting(Step::id).containsExactly("one", "two", "five", "three");
        assertThat(plan.before(step("four"))).map(Step::id).contains("three");
        assertThat(plan.before(step("three"))).map(Step::id).contains("five");
        assertThat(plan.before(step("five"))).map(Step::id).contains("two");
        assertThat(plan.before(step("one"))).isEmpty();
    }

    @Test
    void theStepsLeftAreThisOneAndTheRequiredOnes() {
        Plan plan = Plan.of(PRODUCT, answers("a"), Map.of(), OPTIONAL);

        assertThat(plan.leftFrom(step("two"))).extracting(Step::id).containsExactly("two");
        assertThat(plan.leftFrom(step("four"))).extracting(Step::id).containsExactly("four", "two");
        assertThat(plan.nothingAfter(step("two"))).isFalse();
        assertThat(Plan.of(PRODUCT, answers("a", "b", "full_name", "c", "d"), Map.of(), OPTIONAL)
                        .nothingAfter(step("five")))
                .isTrue();
    }

    private static Map<String, String> answers(String... facts) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String fact : facts) {
            answers.put(fact, "1");
        }
        return answers;
    }

    private static Step step(String id) {
        return PRODUCT.step(id).orElseThrow();
    }

    /** An application on its way: what has been answered, where it stands, and what has been shown to be filled in anew. */
    private record On(Map<String, String> answers, Optional<Step> at, List<String> askedAnew) {}

    /** Everything that an adviser may say: any open step that can be left out, or that it is enough. */
    private static final class Walk {
        private int paths;
        private int answered;

        void from(On on, int depth) {
            Plan plan = Plan.of(PRODUCT, on.answers(), Map.of(), OPTIONAL);
            holds(on, plan);
            if (on.at().isEmpty() || depth == 0) {
                paths++;
                answered += on.at().isEmpty() ? 1 : 0;
                return;
            }
            Step here = on.at().get();
            // Answer it; whatever the adviser then says follows.
            afterAnswering(on, here).forEach(next -> from(next, depth - 1));
            // Go back as far as it goes, look, and answer again: nothing is lost, and the way on is the same.
            Optional<Step> back = plan.before(here);
            back.ifPresent(before -> afterAnswering(on, before).forEach(next -> {
                assertThat(next.answers()).containsAllEntriesOf(on.answers());
                from(next, depth - 1);
            }));
            // Resume elsewhere: the stored step is where it goes on, as long as it is open.
            from(new On(on.answers(), Optional.of(here), on.askedAnew()), depth - 1);
        }

        private static void holds(On on, Plan plan) {
            if (on.at().isEmpty()) {
                assertThat(on.answers().keySet())
                        .as("nothing required is skipped")
                        .containsAll(REQUIRED);
            } else {
                assertThat(plan.isOpen(on.at().get()))
                        .as("no step is asked twice")
                        .isTrue();
            }
            assertThat(on.askedAnew()).as("nothing is asked anew").doesNotHaveDuplicates();
            assertThat(new HashSet<>(plan.done())).hasSameSizeAs(plan.done());
        }

        /** Every state that may follow when a step is answered: the next required one, or any advice. */
        private static List<On> afterAnswering(On on, Step step) {
            Map<String, String> answers = new LinkedHashMap<>(on.answers());
            List<String> asked = new ArrayList<>(on.askedAnew());
            for (Question question : step.questions()) {
                if (answers.put(question.fact(), "1") == null) {
                    asked.add(question.fact());
                }
            }
            Plan plan = Plan.of(PRODUCT, answers, Map.of(), OPTIONAL);
            if (plan.nextRequired().isPresent()) {
                return List.of(new On(answers, plan.nextRequired(), asked));
            }
            List<On> follow = new ArrayList<>();
            follow.add(new On(answers, Optional.empty(), asked));
            for (Step may : plan.optionalOpen()) {
                Optional<Step> next =
                        plan.asking(may.questions().stream().map(Question::fact).toList());
                assertThat(next).as("an open step can be asked").isPresent();
                follow.add(new On(answers, next, asked));
            }
            return follow;
        }
    }

    @Test
    void everyPathToDepthEight() {
        Walk walk = new Walk();

        walk.from(new On(Map.of(), Optional.of(step("one")), List.of()), DEPTH);

        assertThat(walk.paths).isGreaterThan(1_000);
        assertThat(walk.answered).as("no dead end: an answer is reached").isGreaterThan(100);
    }
}
