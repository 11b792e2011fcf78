/** Distributions, folds and small linear algebra that the other packages stand on. */
@NullMarked
package org.quanheng.scoring.statistics;

import org.jspecify.annotations.NullMarked;
