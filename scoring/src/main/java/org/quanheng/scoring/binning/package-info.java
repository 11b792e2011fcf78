/** Bins and their weight of evidence: exact optimal partitions under constraints. */
@NullMarked
package org.quanheng.scoring.binning;

import org.jspecify.annotations.NullMarked;
