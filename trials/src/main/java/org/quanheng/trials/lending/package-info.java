/** Seeded properties of the lending library over very many random loans and histories. */
@NullMarked
package org.quanheng.trials.lending;

import org.jspecify.annotations.NullMarked;
