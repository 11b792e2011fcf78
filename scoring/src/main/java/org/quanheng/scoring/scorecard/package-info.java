/** The table of points: trained, scaled, explained, written and read back bit by bit. */
@NullMarked
package org.quanheng.scoring.scorecard;

import org.jspecify.annotations.NullMarked;
