package org.quanheng.balance.crossfit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.scoring.table.Card;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Table;

final class JourneyTests {
    private static final Table TABLE = table(row -> row / 5 % 2);

    private static Table table(java.util.function.IntUnaryOperator outcome) {
        double[] numbers = IntStream.range(0, 100).asDoubleStream().toArray();
        return Table.of(List.of(
                new NumericColumn("a", numbers),
                new NumericColumn("b", numbers),
                new NumericColumn("s", numbers),
                new NumericColumn(
                        "y",
                        IntStream.range(0, 100).map(outcome).asDoubleStream().toArray())));
    }

    private static Card card(String stages) {
        String text = "{'name':'t','file':'t.csv','target':'y','bad':1,'protected':['s'],'stages':" + stages + "}";
        return Card.parse("t.card.json", text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String stages, String... words) {
        assertThatThrownBy(() -> Journey.of(card(stages), TABLE))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void statesItsUnitsWhenTheCardGivesNoMinutes() {
        Journey journey = Journey.of(card("[{'name':'x','features':['a']},{'name':'z','features':['b']}]"), TABLE);
        assertThat(journey.minutesGiven()).isFalse();
        assertThat(journey.steps()).extracting(Journey.Step::effort).containsExactly(1.0, 3.0);
        Journey given = Journey.of(
                card(
                        "[{'name':'x','features':['a'],'minutes':4},{'name':'z','features':['b'],'minutes':1,'hazard':0.1}]"),
                TABLE);
        assertThat(given.minutesGiven()).isTrue();
        assertThat(given.steps()).extracting(Journey.Step::effort).containsExactly(4.0, 1.0);
        assertThat(given.steps()).extracting(Journey.Step::hazard).containsExactly(0.0, 0.1);
    }

    @Test
    void refusesStagesThatAreNone() {
        refused("[]", "at least two");
        refused("[{'name':'x','features':['a']}]", "at least two", "came 1");
        refused("{'x':['a']}", "a list in the order of asking");
        refused("[{'name':'x','features':[]},{'name':'z','features':['b']}]", "stage 1", "at least one feature");
        refused("[{'name':'x','features':['a']},{'name':'x','features':['b']}]", "a name of its own");
        refused(
                "[{'name':'x','features':['a']},{'name':'z','features':['a']}]",
                "a fact that no earlier stage asked for",
                "also in stage 1");
    }

    @Test
    void refusesFactsThatCannotBeAsked() {
        refused("[{'name':'x','features':['nope']},{'name':'z','features':['b']}]", "nope", "no such column");
        refused("[{'name':'x','features':['y']},{'name':'z','features':['b']}]", "the target");
        refused("[{'name':'x','features':['s']},{'name':'z','features':['b']}]", "a protected column");
    }

    @Test
    void refusesPricesThatAreNone() {
        refused(
                "[{'name':'x','features':['a'],'minutes':-1},{'name':'z','features':['b'],'hazard':1.2}]",
                "minutes",
                "-1",
                "hazard",
                "1.2");
        refused(
                "[{'name':'x','features':['a'],'minutes':1},{'name':'z','features':['b']}]",
                "for all stages or for none");
        refused("[{'name':'x','features':['a'],'cost':1},{'name':'z','features':['b']}]", "one of", "cost");
    }

    @Test
    void refusesAFoldOfOneClass() {
        Card card = card("[{'name':'x','features':['a']},{'name':'z','features':['b']}]");
        assertThatThrownBy(() -> Journey.of(card, table(row -> row % 5 == 3 ? 1 : row / 5 % 2)))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContainingAll("fold 3", "at least 5 good and 5 bad cases", "0 good and 20 bad");
    }
}
