/** The challenger: gradient-boosted trees under monotone constraints, calibrated, with exact contributions. */
@NullMarked
package org.quanheng.scoring.boosted;

import org.jspecify.annotations.NullMarked;
