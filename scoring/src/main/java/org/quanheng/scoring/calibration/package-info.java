/** Maps from raw log-odds to honest probabilities, fitted on rows that the model has not seen. */
@NullMarked
package org.quanheng.scoring.calibration;

import org.jspecify.annotations.NullMarked;
