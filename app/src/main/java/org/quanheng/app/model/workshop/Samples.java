package org.quanheng.app.model.workshop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.model.DecidedCase;
import org.quanheng.app.model.ModelUse;
import org.quanheng.app.model.RegisteredModel;
import org.quanheng.scoring.binning.NumericBins;
import org.quanheng.scoring.scorecard.Characteristic;
import org.quanheng.scoring.scorecard.Interaction;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.Column;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;
import org.springframework.stereotype.Component;

/** The cases on which a model is judged: those held out of its training, and those that the platform has decided with it. */
@Component
public class Samples {
    /** So many of the newest decisions are looked at. */
    public static final int DECIDED_MAX = 20_000;

    private final DataSets data;
    private final Trainings trainings;
    private final ModelUse use;

    Samples(DataSets data, Trainings trainings, ModelUse use) {
        this.data = data;
        this.trainings = trainings;
        this.use = use;
    }

    /** All rows of the data of a training, as its recipe says. */
    public Sample all(Training training) {
        DataCard card = training.recipe().card();
        return card.sample(data.table(data.find(training.dataSetId()), card));
    }

    /** The training that a model comes from; empty when it was not made in the workshop. */
    public Optional<Training> training(RegisteredModel model) {
        @Nullable UUID id = model.trainingId();
        return id == null ? Optional.empty() : Optional.of(trainings.find(id));
    }

    /** The rows that the model's training has not seen; empty when it was not made in the workshop or they are of one class. */
    public Optional<Sample> heldOut(RegisteredModel model) {
        return training(model).map(this::all).map(Recipe::heldOut).filter(Samples::hasBothClasses);
    }

    /** Whether there are good and bad cases, so that figures can be computed. */
    public static boolean hasBothClasses(Sample sample) {
        return sample.badWeight() > 0 && sample.badWeight() < sample.weight();
    }

    /** The newest cases that the platform has decided with a model, newest first. */
    public List<DecidedCase> decided(RegisteredModel model) {
        return use.decided(model.id(), DECIDED_MAX);
    }

    /** Facts of decided cases as a table with the columns that the scorecard asks for. */
    public static Table table(Scorecard card, List<DecidedCase> cases) {
        List<Column> columns = new ArrayList<>();
        for (String fact : card.facts()) {
            columns.add(
                    isNumeric(card, fact)
                            ? new NumericColumn(
                                    fact,
                                    cases.stream()
                                            .mapToDouble(each -> each.facts().get(fact) instanceof Number number
                                                    ? number.doubleValue()
                                                    : Double.NaN)
                                            .toArray())
                            : CategoricalColumn.of(
                                    fact,
                                    cases.stream()
                                            .<@Nullable String>map(
                                                    each -> text(each.facts().get(fact)))
                                            .toList()));
        }
        return Table.of(columns);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static boolean isNumeric(Scorecard card, String fact) {
        for (Characteristic characteristic : card.characteristics()) {
            if (characteristic.name().equals(fact)) {
                return characteristic.bins() instanceof NumericBins;
            }
        }
        for (Interaction pair : card.interactions()) {
            if (pair.first().equals(fact)) {
                return pair.firstBins() instanceof NumericBins;
            }
            if (pair.second().equals(fact)) {
                return pair.secondBins() instanceof NumericBins;
            }
        }
        throw new IllegalArgumentException("expected a fact of the card, came " + fact);
    }
}
