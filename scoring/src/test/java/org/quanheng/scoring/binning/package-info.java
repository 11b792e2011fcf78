/** Tests. */
@NullMarked
package org.quanheng.scoring.binning;

import org.jspecify.annotations.NullMarked;
