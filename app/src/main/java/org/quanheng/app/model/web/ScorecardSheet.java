package org.quanheng.app.model.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.Page;
import org.quanheng.app.page.Sheet;
import org.quanheng.app.page.Sheet.Column;
import org.quanheng.scoring.binning.Binning;
import org.quanheng.scoring.scorecard.Characteristic;
import org.quanheng.scoring.scorecard.Scorecard;

/** The table of points of a scorecard as a sheet: one row for each bin. */
final class ScorecardSheet {
    private ScorecardSheet() {}

    private record Bin(Characteristic characteristic, int number) {
        Binning binning() {
            return characteristic.binning();
        }
    }

    static Sheet<?> of(Scorecard card, Page page) {
        List<Bin> bins = new ArrayList<>();
        for (Characteristic characteristic : card.characteristics()) {
            for (int bin = 0; bin < characteristic.bins().count(); bin++) {
                bins.add(new Bin(characteristic, bin));
            }
        }
        return new Sheet<>(
                page.t("sheets.scorecard"),
                List.of(
                        Column.text(
                                page.t("table.fact"),
                                bin -> bin.characteristic().name()),
                        Column.text(
                                page.t("model.col.bin"),
                                bin -> CardViews.label(
                                        bin.characteristic().name(),
                                        bin.characteristic().bins(),
                                        bin.number(),
                                        page)),
                        figure(
                                page.t("workshop.col.goods"),
                                bin -> bin.binning().goods(bin.number())),
                        figure(page.t("workshop.col.bads"), bin -> bin.binning().bads(bin.number())),
                        figure(
                                page.t("workshop.col.share"),
                                bin -> bin.binning().share(bin.number())),
                        figure(
                                page.t("model.col.bad_rate"),
                                bin -> bin.binning().badRate(bin.number())),
                        figure("WoE", bin -> bin.binning().woe(bin.number())),
                        figure(
                                page.t("table.points"),
                                bin -> bin.characteristic().points(bin.number()))),
                bins);
    }

    /** A statistic with all its digits; nothing where there is none. */
    private static Column<Bin> figure(String head, ToDoubleFunction<Bin> figure) {
        return Column.number(head, bin -> exact(figure.applyAsDouble(bin)));
    }

    private static @Nullable BigDecimal exact(double value) {
        return Double.isNaN(value) ? null : new BigDecimal(Forms.plain(value));
    }
}
