package org.quanheng.balance.frontier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanheng.balance.value.Choice;

/**
 * Cells joined that differ only in the last bin: what is chosen after the last stage is the same under every rule, so that rules need not see it.
 *
 * @param people in all trunks
 */
record Trunks(List<Trunk> all, double people) {
    static final List<Choice> CHOICES = List.of(Choice.values());

    /**
     * People whose bins are the same at all stages but the last.
     *
     * @param path those bins
     * @param sums people, then expected bad people, by choice after the last stage, in the order of {@link #CHOICES}
     */
    record Trunk(byte[] path, double[][] sums) {
        double people() {
            return sums[0][0] + sums[0][1] + sums[0][2];
        }

        double bads() {
            return sums[1][0] + sums[1][1] + sums[1][2];
        }
    }

    static Trunks of(Cells cells, Choice[] last, double[] counts) {
        int[] order = Arrays.stream(last).mapToInt(CHOICES::indexOf).toArray();
        int stem = cells.bins().length - 1;
        Map<Long, Trunk> trunks = new HashMap<>();
        double people = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] <= 0) {
                continue;
            }
            byte[] path = cells.paths()[cell];
            long key = 0;
            for (int stage = 0; stage < stem; stage++) {
                key = key * cells.bins()[stage] + path[stage];
            }
            Trunk trunk = trunks.computeIfAbsent(
                    key, fresh -> new Trunk(Arrays.copyOf(path, stem), new double[2][CHOICES.size()]));
            int choice = order[path[stem]];
            trunk.sums()[0][choice] += counts[cell];
            trunk.sums()[1][choice] += counts[cell] * cells.bads()[cell] / cells.counts()[cell];
            people += counts[cell];
        }
        return new Trunks(new ArrayList<>(trunks.values()), people);
    }
}
