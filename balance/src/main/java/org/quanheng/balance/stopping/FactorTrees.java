package org.quanheng.balance.stopping;

import java.util.List;

/** Boosted least-squares trees of depth three on coded facts (Friedman 2001), small and deterministic. */
final class FactorTrees {
    private static final int DEPTH = 3;
    private static final int LEAVES = 1 << DEPTH;
    private static final int LEAF_ROWS_MIN = 30;
    private static final double RIDGE = 20;
    private static final double LEARNING_RATE = 0.15;

    private final List<byte[]> facts;

    FactorTrees(List<byte[]> facts) {
        this.facts = facts;
    }

    /** One tree: a split by inner node, in heap order without the root's number, and a value by leaf. */
    record Tree(int[] fact, int[] cut, double[] value) {}

    /** A tree that lowers the squared residuals of the rows most. */
    Tree fit(int[] rows, double[] residual) {
        int[] node = new int[rows.length];
        Tree tree = new Tree(new int[LEAVES], new int[LEAVES], new double[LEAVES]);
        for (int depth = 0; depth < DEPTH; depth++) {
            split(rows, residual, node, 1 << depth, tree);
            for (int i = 0; i < rows.length; i++) {
                node[i] = child(tree, (1 << depth) + node[i], rows[i]) - (2 << depth);
            }
        }
        double[] counts = new double[LEAVES];
        for (int i = 0; i < rows.length; i++) {
            tree.value()[node[i]] += residual[i];
            counts[node[i]]++;
        }
        for (int leaf = 0; leaf < LEAVES; leaf++) {
            tree.value()[leaf] *= LEARNING_RATE / (counts[leaf] + RIDGE);
        }
        return tree;
    }

    /** Heap number of the child that a row goes to; an inner node without a split has cut {@code CODES} and sends all to the left. */
    private int child(Tree tree, int heap, int row) {
        return 2 * heap + (facts.get(tree.fact()[heap])[row] > tree.cut()[heap] ? 1 : 0);
    }

    double value(Tree tree, int row) {
        int heap = 1;
        for (int depth = 0; depth < DEPTH; depth++) {
            heap = child(tree, heap, row);
        }
        return tree.value()[heap - LEAVES];
    }

    private void split(int[] rows, double[] residual, int[] node, int nodes, Tree tree) {
        double[] best = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            tree.cut()[nodes + i] = Facts.CODES;
        }
        for (int fact = 0; fact < facts.size(); fact++) {
            byte[] codes = facts.get(fact);
            double[] sums = new double[nodes * Facts.CODES];
            int[] counts = new int[sums.length];
            for (int i = 0; i < rows.length; i++) {
                int cell = node[i] * Facts.CODES + codes[rows[i]];
                sums[cell] += residual[i];
                counts[cell]++;
            }
            for (int i = 0; i < nodes; i++) {
                best[i] = cut(sums, counts, i, fact, nodes + i, best[i], tree);
            }
        }
    }

    private static double cut(double[] sums, int[] counts, int node, int fact, int heap, double best, Tree tree) {
        double sum = 0;
        int count = 0;
        int start = node * Facts.CODES;
        for (int code = 0; code < Facts.CODES; code++) {
            sum += sums[start + code];
            count += counts[start + code];
        }
        double left = 0;
        int leftCount = 0;
        double most = best;
        for (int code = 0; code < Facts.CODES - 1; code++) {
            left += sums[start + code];
            leftCount += counts[start + code];
            int rightCount = count - leftCount;
            if (leftCount < LEAF_ROWS_MIN || rightCount < LEAF_ROWS_MIN) {
                continue;
            }
            double right = sum - left;
            double gain = left * left / (leftCount + RIDGE)
                    + right * right / (rightCount + RIDGE)
                    - sum * sum / (count + RIDGE);
            if (gain > most) {
                most = gain;
                tree.fact()[heap] = fact;
                tree.cut()[heap] = code;
            }
        }
        return most;
    }
}
