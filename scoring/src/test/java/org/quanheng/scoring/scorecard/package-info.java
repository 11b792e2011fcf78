/** Tests of the scorecard. */
@NullMarked
package org.quanheng.scoring.scorecard;

import org.jspecify.annotations.NullMarked;
