/** Why a score is what it is, by layer, and what would have to change to turn the answer. */
@NullMarked
package org.quanheng.scoring.explanation;

import org.jspecify.annotations.NullMarked;
