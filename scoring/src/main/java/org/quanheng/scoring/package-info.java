/** Tables of data, binning, scorecards, calibration and validation: values in, values out. */
@NullMarked
package org.quanheng.scoring;

import org.jspecify.annotations.NullMarked;
