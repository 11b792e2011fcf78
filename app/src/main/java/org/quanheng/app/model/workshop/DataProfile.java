package org.quanheng.app.model.workshop;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.scoring.binning.Binner;
import org.quanheng.scoring.binning.BinningRules;
import org.quanheng.scoring.binning.PreBins;
import org.quanheng.scoring.table.Column;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;
import org.quanheng.scoring.table.TableProfile;

/**
 * What an imported table holds, and what each column may be for.
 *
 * @param bads bad cases by the chosen target; −1 while there is none that can be used
 * @param columns in the table's order
 */
public record DataProfile(int rows, int bads, List<Item> columns) {
    private static final int FINE_BINS = 20;

    /** A code is worth a look when it stands in at least this share of the rows. */
    private static final double SPECIAL_SHARE_MIN = 0.002;

    /** Copies the list. */
    public DataProfile {
        columns = List.copyOf(columns);
    }

    /**
     * One column.
     *
     * @param mayBeTarget holds 0 and 1 and nothing else
     * @param mayBeSpecial numbers that look like codes, such as −9 or 999, with how many rows hold them
     * @param informationValue over fine bins, NaN while there is no target
     */
    public record Item(
            TableProfile.ColumnProfile profile,
            boolean mayBeTarget,
            Map<Double, Integer> mayBeSpecial,
            double informationValue) {
        /** Copies the map, in order. */
        public Item {
            mayBeSpecial = new TreeMap<>(mayBeSpecial);
        }
    }

    /** Profiles a table as its card says. */
    public static DataProfile of(Table table, DataCard card) {
        @Nullable Sample sample = sample(table, card);
        return new DataProfile(
                table.rows(),
                sample == null ? -1 : (int) Math.round(sample.badWeight()),
                TableProfile.of(table).columns().stream()
                        .map(profile -> item(profile, table.column(profile.name()), sample))
                        .toList());
    }

    private static @Nullable Sample sample(Table table, DataCard card) {
        if (!table.has(card.target()) || card.features(table).isEmpty()) {
            return null;
        }
        try {
            return card.sample(table);
        } catch (FaultyInputException noTargetYet) {
            // The profile is what helps to mend it; the form says what is wrong when somebody trains.
            return null;
        }
    }

    private static Item item(TableProfile.ColumnProfile profile, Column column, @Nullable Sample sample) {
        double value = sample != null && sample.features().contains(column.name())
                ? new Binner(sample, BinningRules.standard(), 0)
                        .count(column.name(), PreBins.withoutOutcomes(column, FINE_BINS))
                        .informationValue()
                : Double.NaN;
        boolean binary = profile.numeric()
                && profile.missing() == 0
                && profile.distinct() == 2
                && profile.least() == 0
                && profile.most() == 1;
        return new Item(profile, binary, column instanceof NumericColumn n ? specials(n.values()) : Map.of(), value);
    }

    /** Small negative numbers beside numbers of zero and more, and rows of nines beyond all others. */
    private static Map<Double, Integer> specials(double[] values) {
        double[] ordinary = Arrays.stream(values)
                .filter(number -> !Double.isNaN(number) && !looksLikeCode(number))
                .toArray();
        double least = Arrays.stream(ordinary).min().orElse(0);
        double most = Arrays.stream(ordinary).max().orElse(0);
        Map<Double, Integer> found = new TreeMap<>();
        for (double number : values) {
            boolean apart = number < 0 ? least >= 0 : number > 1.5 * most;
            if (ordinary.length > 0 && looksLikeCode(number) && apart) {
                found.merge(number, 1, Integer::sum);
            }
        }
        found.values().removeIf(count -> count < SPECIAL_SHARE_MIN * values.length);
        return found;
    }

    private static boolean looksLikeCode(double number) {
        if (number != Math.rint(number) || Math.abs(number) >= 1e9) {
            return false;
        }
        boolean nines = Long.toString((long) Math.abs(number)).matches("9+");
        return (number < 0 && number >= -9) || (nines && Math.abs(number) >= 9);
    }
}
