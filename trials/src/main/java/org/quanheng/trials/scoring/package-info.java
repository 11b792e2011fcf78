/** How fast the scoring library is beside XGBoost on the same synthetic table. */
@NullMarked
package org.quanheng.trials.scoring;

import org.jspecify.annotations.NullMarked;
