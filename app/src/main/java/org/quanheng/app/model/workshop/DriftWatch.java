package org.quanheng.app.model.workshop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.quanheng.app.model.DecidedCase;
import org.quanheng.app.model.RegisteredModel;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.scoring.drift.Drift;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.table.Table;
import org.quanheng.scoring.validation.Stability;
import org.springframework.stereotype.Component;

/** Whether those who come now are still those on whom a model was developed. */
@Component
public class DriftWatch {
    /** An index beyond the convention is an alarm only when chance would seldom bring it. */
    private static final double P_MAX = 0.01;

    private static final int DATA_SETS_MAX = 20;
    private static final int KEPT = 200;

    private final DataSets data;
    private final Samples samples;
    private final Cache<Measured, Optional<Drift>> measured =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private record Measured(String modelId, UUID dataSetId, DataCard card) {}

    DriftWatch(DataSets data, Samples samples) {
        this.data = data;
        this.samples = samples;
    }

    /** How much a move matters. */
    public enum Alarm {
        /** Below 0.10, or no more than chance brings. */
        NONE,
        /** From 0.10, and not by chance. */
        WATCH,
        /** Above 0.25, and not by chance. */
        ACT
    }

    /** The alarm of an index with its test. */
    public static Alarm alarm(Stability stability) {
        if (stability.pValue() > P_MAX) {
            return Alarm.NONE;
        }
        return switch (stability.verdict()) {
            case STABLE -> Alarm.NONE;
            case SHIFTED -> Alarm.WATCH;
            case MOVED -> Alarm.ACT;
        };
    }

    /**
     * One comparison with the development sample.
     *
     * @param key in addresses: a month as {@code 2026-11}, or the id of a data set
     * @param name of the data set; empty for a month of decisions
     * @param at when it was imported, or the first case of the month
     */
    public record Point(String key, String name, Instant at, Drift drift) {
        /** The worst alarm of the score and all characteristics. */
        public Alarm worst() {
            Alarm worst = drift.score() == null ? Alarm.NONE : alarm(drift.score());
            for (Drift.Moved moved : drift.characteristics()) {
                Alarm each = alarm(moved.stability());
                worst = each.compareTo(worst) > 0 ? each : worst;
            }
            return worst;
        }
    }

    /** All comparisons, oldest first: the people of each month who were asked everything, and every data set imported that has the model's columns. */
    public List<Point> points(RegisteredModel model, ZoneId zone) {
        List<Point> points = new ArrayList<>(ofDecisions(model, zone));
        Optional<UUID> own = samples.training(model).map(Training::dataSetId);
        data.newest().stream()
                .limit(DATA_SETS_MAX)
                .filter(set -> own.filter(set.id()::equals).isEmpty())
                .forEach(set -> measured.get(new Measured(model.id(), set.id(), set.card()), key -> measure(model, set))
                        .ifPresent(drift ->
                                points.add(new Point(set.id().toString(), set.name(), set.importedAt(), drift))));
        points.sort(Comparator.comparing(Point::at));
        return points;
    }

    private List<Point> ofDecisions(RegisteredModel model, ZoneId zone) {
        // Only scorecards decide.
        Scorecard card = model.scorecard().orElse(null);
        if (card == null) {
            return List.of();
        }
        // A plan asks some people more than others, by what they answered before: only those whom it does not spare are
        // like the sample.
        Map<YearMonth, List<DecidedCase>> byMonth = samples.decided(model).stream()
                .filter(DecidedCase::askedEverything)
                .collect(Collectors.groupingBy(
                        each -> YearMonth.from(each.at().atZone(zone)), TreeMap::new, Collectors.toList()));
        List<Point> points = new ArrayList<>();
        byMonth.forEach((month, cases) -> points.add(
                new Point(month.toString(), "", cases.getLast().at(), Drift.of(card, Samples.table(card, cases)))));
        return points;
    }

    private Optional<Drift> measure(RegisteredModel model, DataSet set) {
        Table table = data.table(set, set.card());
        if (!model.model().facts().stream().allMatch(table::has)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Drift.of(model.model(), table));
        } catch (FaultyInputException otherKind) {
            // A column of the same name but of another kind is another fact: this table says nothing of the model.
            return Optional.empty();
        }
    }
}
