package org.quanheng.app.model.web.bins;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.quanheng.app.model.web.Forms;
import org.quanheng.app.model.web.Plot;
import org.quanheng.app.page.Formats;
import org.quanheng.scoring.binning.Binning;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.binning.NumericBins;

/**
 * Bins as a mosaic: as wide as their share of the rows, as high as their bad rate; behind them the fine bins, so that one sees what a cut
 * would part. In the units of its SVG: 960 wide, 280 high.
 *
 * @param fine the fine bins
 * @param bins the bins
 * @param cuts where ranges meet; those may be moved
 * @param places where a cut may stand: {@code x:value}, separated by blanks
 * @param y ticks of the bad rate
 * @param average height of the whole sample's bad rate
 */
public record BinsDrawing(
        List<Box> fine, List<Box> bins, List<Cut> cuts, String places, List<Plot.Tick> y, String average) {
    private static final double LEFT = 46;
    private static final double RIGHT = 952;
    private static final double TOP = 22;
    private static final double BOTTOM = 240;

    /** Copies the lists. */
    public BinsDrawing {
        fine = List.copyOf(fine);
        bins = List.copyOf(bins);
        cuts = List.copyOf(cuts);
        y = List.copyOf(y);
    }

    /** A box from the ground; {@code middle} is where its name stands. */
    public record Box(String x, String y, String width, String height, String middle, String name, boolean regular) {}

    /** A cut: its number, where it is, and its value; the value is drawn unless the cut before is too near. */
    public record Cut(int number, String x, String value, boolean told) {}

    /** Draws the bins over the fine bins of the same column. */
    static BinsDrawing of(Binning fine, Binning binning, java.util.function.DoubleFunction<String> percent) {
        double most = Math.max(most(fine, 30), most(binning, 1));
        double high = Math.min(1, Math.max(0.02, most * 1.15));
        Bins bins = binning.bins();
        List<Box> boxes = boxes(binning, high, true);
        List<Cut> cuts = new ArrayList<>();
        if (bins instanceof NumericBins numeric) {
            double toldUpTo = Double.NEGATIVE_INFINITY;
            for (int cut = 0; cut < numeric.cuts().size(); cut++) {
                double x = end(binning, cut);
                String value = Forms.plain(numeric.cuts().get(cut));
                double half = 3.5 * value.length() + 3;
                boolean told = x - half > toldUpTo;
                toldUpTo = told ? x + half : toldUpTo;
                cuts.add(new Cut(cut, Formats.svg(x), value, told));
            }
        }
        return new BinsDrawing(
                boxes(fine, high, false),
                boxes,
                cuts,
                places(fine),
                Plot.round(0, high).stream()
                        .map(at -> new Plot.Tick(Formats.svg(y(at, high)), percent.apply(at)))
                        .toList(),
                Formats.svg(y(average(binning), high)));
    }

    private static List<Box> boxes(Binning binning, double high, boolean named) {
        List<Box> boxes = new ArrayList<>();
        double from = 0;
        for (int bin = 0; bin < binning.bins().count(); bin++) {
            double share = binning.share(bin);
            if (share > 0) {
                double x = x(from);
                double width = x(from + share) - x;
                double y = y(binning.badRate(bin), high);
                boxes.add(new Box(
                        Formats.svg(x),
                        Formats.svg(y),
                        Formats.svg(width),
                        Formats.svg(BOTTOM - y),
                        Formats.svg(x + width / 2),
                        named && width > 26 ? Integer.toString(bin + 1) : "",
                        bin < binning.bins().regular()));
            }
            from += share;
        }
        return boxes;
    }

    private static String places(Binning fine) {
        return fine.bins() instanceof NumericBins numeric
                ? IntStream.range(0, numeric.cuts().size())
                        .mapToObj(cut -> Formats.svg(end(fine, cut)) + ":"
                                + Forms.plain(numeric.cuts().get(cut)))
                        .collect(java.util.stream.Collectors.joining(" "))
                : "";
    }

    private static double end(Binning binning, int bin) {
        return x(IntStream.rangeClosed(0, bin).mapToDouble(binning::share).sum());
    }

    private static double average(Binning binning) {
        double bads = 0;
        double all = 0;
        for (int bin = 0; bin < binning.bins().count(); bin++) {
            bads += binning.bads(bin);
            all += binning.goods(bin) + binning.bads(bin);
        }
        return bads / all;
    }

    private static double most(Binning binning, double rowsMin) {
        return IntStream.range(0, binning.bins().count())
                .filter(bin -> binning.goods(bin) + binning.bads(bin) >= rowsMin)
                .mapToDouble(binning::badRate)
                .max()
                .orElse(0);
    }

    private static double x(double share) {
        return LEFT + (RIGHT - LEFT) * Math.clamp(share, 0, 1);
    }

    private static double y(double rate, double high) {
        return BOTTOM - (BOTTOM - TOP) * Math.clamp(rate, 0, high) / high;
    }
}
