/** Tests. */
@NullMarked
package org.quanheng.scoring.calibration;

import org.jspecify.annotations.NullMarked;
