/** How good and how honest a model's probabilities are: discrimination, calibration, intervals. */
@NullMarked
package org.quanheng.scoring.validation;

import org.jspecify.annotations.NullMarked;
