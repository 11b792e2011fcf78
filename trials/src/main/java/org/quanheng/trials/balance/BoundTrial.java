package org.quanheng.trials.balance;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.quanheng.balance.bound.BoundSaving;
import org.quanheng.balance.bound.PartialScores;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.Card;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

/** Score-bound stopping on a data set: scorecard and cut-off from four fifths of the rows, played over the rest. */
public final class BoundTrial {
    private static final int FOLDS = 5;
    private static final double APPROVED = 0.7;

    private BoundTrial() {}

    /**
     * What the bounds save on one set.
     *
     * @param byStage with the card's stages
     * @param byQuestion with every fact a stage, the strongest characteristic first
     */
    public record Result(String dataset, BoundSaving byStage, BoundSaving byQuestion) {}

    /** Every row of the card's table with bounds and with the full score. */
    public static Result run(Path cardFile) {
        Card card = Card.read(cardFile);
        Path folder = cardFile.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalStateException("expected a folder of " + cardFile);
        }
        Table table = card.readTable(folder);
        List<List<String>> stages =
                card.stages().stream().map(Card.Stage::features).toList();
        List<String> features = stages.isEmpty()
                ? card.features(table)
                : stages.stream().flatMap(List::stream).toList();
        Sample all = Sample.of(table, card.target(), card.bad(), features, null);
        Sample training = all.where(row -> row % FOLDS != 0);
        Scorecard scorecard = Scorecard.train(training, ScorecardRules.standard());
        double[] points = scorecard.points(training.table());
        Arrays.sort(points);
        double cutOff = points[(int) ((1 - APPROVED) * points.length)];
        Table others = all.where(row -> row % FOLDS == 0).table();
        PartialScores scores = PartialScores.of(scorecard);
        List<List<String>> questions = scorecard.facts().stream().map(List::of).toList();
        return new Result(
                card.name(),
                BoundSaving.of(scores, stages.isEmpty() ? questions : stages, others, cutOff),
                BoundSaving.of(scores, questions, others, cutOff));
    }
}
