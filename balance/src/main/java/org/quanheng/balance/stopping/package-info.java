/** When to stop asking: backward induction over calibrated log-odds, with the law of the next stage estimated from cases. */
@NullMarked
package org.quanheng.balance.stopping;

import org.jspecify.annotations.NullMarked;
