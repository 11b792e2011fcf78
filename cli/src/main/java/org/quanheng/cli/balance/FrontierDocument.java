package org.quanheng.cli.balance;

import java.util.List;
import org.quanheng.balance.crossfit.Journey;
import org.quanheng.balance.crossfit.StudyPoint;
import org.quanheng.balance.crossfit.StudyResult;
import org.quanheng.balance.frontier.Frontier;
import org.quanheng.balance.frontier.Objective;
import org.quanheng.balance.frontier.Point;
import org.quanheng.cli.shell.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The frontier studies as one JSON document. */
final class FrontierDocument {
    private FrontierDocument() {}

    static ObjectNode of(List<StudyResult> results, String by) {
        ObjectNode document = Json.object();
        ArrayNode list = document.putArray("results");
        results.forEach(result -> list.add(node(result, by)));
        return document;
    }

    private static ObjectNode node(StudyResult result, String by) {
        Journey journey = result.journey();
        ObjectNode node = Json.object()
                .put("dataset", journey.name())
                .put("target", result.target())
                .put("rows", journey.sample().rows())
                .put("bads", Math.round(journey.sample().badWeight()))
                .put("by", by)
                .put("effortUnit", unit(journey, by));
        ArrayNode stages = node.putArray("stages");
        for (Journey.Step step : journey.steps()) {
            stages.addObject()
                    .put("name", step.name())
                    .put("features", step.facts().size())
                    .put("effort", step.effort())
                    .put("hazard", step.hazard());
        }
        ArrayNode points = node.putArray("points");
        result.points().forEach(point -> points.add(node(point)));
        node.set("bestWithinHalfPercent", node(result.best(StudyResult.STRICT)));
        node.set("bestWithinOneAndAHalfPercent", node(result.best(StudyResult.LOOSE)));
        node.set("defaultRate", node(result.chosen()));
        node.set("firstStageOnly", node(result.firstStageOnly()));
        node.set("knee", node(knee(result)));
        node.put("hypervolume", hypervolume(result));
        ObjectNode noise = node.putObject("noise");
        noise.set("askedEverythingShareWithinHalfPercent", node(result.strictNoise()));
        noise.set("askedEverythingShareWithinOneAndAHalfPercent", node(result.looseNoise()));
        return node;
    }

    /** What one unit of effort is. */
    static String unit(Journey journey, String by) {
        if (journey.minutesGiven()) {
            return "minutes of the card";
        }
        return by.equals("question")
                ? "1 for each question"
                : "1 for the first stage, each later stage three times the one before";
    }

    private static ObjectNode node(StudyPoint point) {
        ObjectNode node = Json.object()
                .put("rate", point.rate())
                .put("approval", point.approval())
                .put("stagesMean", point.stagesMean())
                .put("featureShare", point.featureShare())
                .put("askedEverythingShare", point.askedEverythingShare())
                .put("decidedAtStageOne", point.decidedAtStageOne())
                .put("badRate", point.badRate())
                .put("badRateAskAll", point.badRateAskAll())
                .put("relativeChange", point.relativeChange())
                .put("sameDecisionShare", point.sameDecisionShare())
                .put("effortMinutes", point.effortMinutes());
        interval(node, "relativeChangeInterval", point.changeInterval());
        interval(node, "askedEverythingShareInterval", point.askedInterval());
        interval(node, "badRateInterval", point.badRateInterval());
        return node;
    }

    private static void interval(ObjectNode node, String name, StudyPoint.Interval interval) {
        node.putArray(name).add(interval.low()).add(interval.high());
    }

    private static ObjectNode node(StudyResult.Spread spread) {
        ObjectNode node = Json.object().put("median", spread.middle());
        node.putArray("interval").add(spread.low()).add(spread.high());
        return node;
    }

    /** The knee between bad loans and effort. */
    static StudyPoint knee(StudyResult result) {
        Point knee = frontier(result).knee();
        return result.points().stream()
                .filter(point -> point.rate() == knee.rate())
                .findFirst()
                .orElseThrow();
    }

    /** The area under the reference that approves by the first stage alone and asks everyone everything. */
    static double hypervolume(StudyResult result) {
        StudyPoint all = result.points().getFirst();
        StudyPoint first = result.firstStageOnly();
        return frontier(result)
                .hypervolume(point(
                        0,
                        Math.max(first.badRate(), all.badRate()),
                        Math.max(all.effortMinutes(), first.effortMinutes())));
    }

    private static Frontier frontier(StudyResult result) {
        return Frontier.of(
                result.points().stream()
                        .map(point -> point(point.rate(), point.badRate(), point.effortMinutes()))
                        .toList(),
                Objective.LOSS,
                Objective.EFFORT);
    }

    private static Point point(double rate, double badRate, double effort) {
        return new Point(rate, badRate, effort, 1, 1 - badRate, 0, 0);
    }
}
