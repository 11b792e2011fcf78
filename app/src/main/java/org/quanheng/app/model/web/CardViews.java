package org.quanheng.app.model.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.Page;
import org.quanheng.experience.Interval;
import org.quanheng.experience.Share;
import org.quanheng.scoring.binning.Binning;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.binning.CategoricalBins;
import org.quanheng.scoring.binning.NumericBins;
import org.quanheng.scoring.boosted.Boosted;
import org.quanheng.scoring.scorecard.Characteristic;
import org.quanheng.scoring.scorecard.Interaction;
import org.quanheng.scoring.scorecard.PdModel;
import org.quanheng.scoring.scorecard.Scorecard;

/** Puts scorecards and bins into the reader's words. */
public final class CardViews {
    private CardViews() {}

    /** The whole model; {@code href} says where the bins of a characteristic are set, if anywhere. */
    static CardView of(PdModel model, Page page, Function<String, @Nullable String> href) {
        return switch (model) {
            case Scorecard card -> points(card, page, href);
            case Boosted trees -> importances(trees, page);
            default -> throw new IllegalArgumentException("expected a scorecard or boosted trees, came " + model);
        };
    }

    private static CardView importances(Boosted trees, Page page) {
        double sum = trees.importances().stream()
                .mapToDouble(Boosted.Contribution::logOdds)
                .sum();
        return new CardView(
                1,
                List.of(),
                List.of(),
                List.of(),
                trees.importances().stream()
                        .map(each -> new CardView.Importance(
                                page.factOrColumn(each.fact()), each.logOdds(), each.logOdds() / sum))
                        .toList());
    }

    private static CardView points(Scorecard card, Page page, Function<String, @Nullable String> href) {
        double scale = card.characteristics().stream()
                .flatMapToDouble(each -> java.util.Arrays.stream(each.points()))
                .map(Math::abs)
                .reduce(1, Math::max);
        return new CardView(
                scale,
                card.characteristics().stream()
                        .sorted(Comparator.comparingDouble(
                                        (Characteristic each) -> each.binning().informationValue())
                                .reversed())
                        .map(each -> fact(each, page, href.apply(each.name())))
                        .toList(),
                card.interactions().stream().map(each -> pair(each, page)).toList(),
                card.development().left().stream()
                        .map(left -> new CardView.Left(
                                page.factOrColumn(left.characteristic()),
                                href.apply(left.characteristic()),
                                left.why()))
                        .toList(),
                List.of());
    }

    private static CardView.Fact fact(Characteristic characteristic, Page page, @Nullable String href) {
        List<CardView.Bin> bins = bins(characteristic.binning(), characteristic.points(), page);
        return new CardView.Fact(
                key(characteristic.name()),
                page.factOrColumn(characteristic.name()),
                characteristic.binning().informationValue(),
                href,
                bins);
    }

    /** The bins that hold rows, with these points. */
    public static List<CardView.Bin> bins(Binning binning, double[] points, Page page) {
        List<CardView.Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < points.length; bin++) {
            long goods = Math.round(binning.goods(bin));
            long bads = Math.round(binning.bads(bin));
            if (goods + bads > 0 || bin < binning.bins().regular()) {
                Interval interval = new Share(bads, goods + bads).wilson95();
                bins.add(new CardView.Bin(
                        label(binning.name(), binning.bins(), bin, page),
                        goods + bads,
                        binning.share(bin),
                        binning.badRate(bin),
                        interval.low(),
                        interval.high(),
                        binning.woe(bin),
                        points[bin]));
            }
        }
        return bins;
    }

    private static CardView.Pair pair(Interaction pair, Page page) {
        List<CardView.Row> rows = new ArrayList<>();
        for (int i = 0; i < pair.firstBins().count(); i++) {
            int first = i;
            rows.add(new CardView.Row(
                    label(pair.first(), pair.firstBins(), first, page),
                    IntStream.range(0, pair.secondBins().count())
                            .mapToObj(second -> pair.points(first, second))
                            .toList()));
        }
        return new CardView.Pair(
                key(pair.first() + "-" + pair.second()),
                page.factOrColumn(pair.first()) + " × " + page.factOrColumn(pair.second()),
                IntStream.range(0, pair.secondBins().count())
                        .mapToObj(bin -> label(pair.second(), pair.secondBins(), bin, page))
                        .toList(),
                rows);
    }

    /** A bin in words: its categories, or its bounds with the unit of the fact, and what was joined with it. */
    static String label(String fact, Bins bins, int bin, Page page) {
        String regular = bin >= bins.regular()
                ? ""
                : switch (bins) {
                    case CategoricalBins categorical ->
                        categorical.groups().get(bin).stream()
                                .map(code -> page.value(fact, code))
                                .collect(Collectors.joining(page.t("list.or")));
                    case NumericBins numeric -> range(fact, numeric, bin, page);
                };
        if (bin == bins.missing()) {
            return regular.isEmpty() ? page.t("bin.missing") : regular + page.t("list.or") + page.t("bin.missing");
        }
        if (regular.isEmpty()) {
            return bins instanceof CategoricalBins ? page.t("bin.other") : bins.label(bin);
        }
        return regular;
    }

    private static String range(String fact, NumericBins bins, int bin, Page page) {
        String from = bound(fact, bins.from(bin), page);
        String to = bound(fact, bins.to(bin), page);
        if (bins.regular() == 1) {
            return page.t("bin.any");
        }
        if (bin == 0) {
            return page.t("bin.below", to);
        }
        return bin == bins.regular() - 1 ? page.t("bin.from", from) : page.t("bin.between", from, to);
    }

    private static String bound(String fact, double value, Page page) {
        return Double.isInfinite(value) ? "" : page.value(fact, Forms.plain(value));
    }

    /** A column's name as part of an id: what is not a letter or digit becomes its code. */
    static String key(String column) {
        StringBuilder key = new StringBuilder();
        column.chars().forEach(c -> {
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
            key.append(plain ? String.valueOf((char) c) : "_" + Integer.toHexString(c));
        });
        return key.toString();
    }
}
