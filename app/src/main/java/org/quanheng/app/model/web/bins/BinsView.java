package org.quanheng.app.model.web.bins;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.model.web.CardView;
import org.quanheng.app.model.web.Forms.Wrong;

/**
 * The bins of one characteristic, drawn and ready to be set by hand.
 *
 * @param trainingId of the training
 * @param trainingName its name
 * @param fact name of the characteristic
 * @param column its column
 * @param href of this page
 * @param earlier the page of the characteristic before, or null
 * @param later the page of the next, or null
 * @param numeric whether it has cuts; otherwise it has groups
 * @param byHand whether the bins were set by hand
 * @param handSet how many characteristics have bins set by hand since the training
 * @param drawing the picture
 * @param bins as they are now
 * @param cuts between the ranges, as typed
 * @param categories with the group that each is in
 * @param groups how many there are
 * @param effect what the bins do
 */
public record BinsView(
        String trainingId,
        String trainingName,
        String fact,
        String column,
        String href,
        @Nullable String earlier,
        @Nullable String later,
        boolean numeric,
        boolean builds,
        boolean byHand,
        int handSet,
        String key,
        String againKey,
        BinsDrawing drawing,
        List<CardView.Bin> bins,
        int regular,
        List<String> cuts,
        List<Category> categories,
        List<String> groups,
        Effect effect,
        List<Wrong> wrongs) {
    /** Copies the lists. */
    public BinsView {
        bins = List.copyOf(bins);
        cuts = List.copyOf(cuts);
        categories = List.copyOf(categories);
        groups = List.copyOf(groups);
        wrongs = List.copyOf(wrongs);
    }

    /** One category and its group. */
    public record Category(String code, String name, int group) {}

    /**
     * What the bins do: before as trained, now as set.
     *
     * @param inModel whether the characteristic has points in the trained card
     */
    public record Effect(
            double valueBefore,
            double valueNow,
            double aucBefore,
            double aucNow,
            double aucLow,
            double aucHigh,
            double leastNow,
            double mostNow,
            boolean inModel) {}
}
