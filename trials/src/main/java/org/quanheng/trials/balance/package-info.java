/** What the maths of balance costs in time and memory, and what score bounds save on data sets. */
@NullMarked
package org.quanheng.trials.balance;

import org.jspecify.annotations.NullMarked;
