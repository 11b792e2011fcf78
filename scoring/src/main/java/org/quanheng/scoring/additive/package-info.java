/** Effects of all characteristics fitted together: one smooth curve for each, and the few pairs that earn a table of their own. */
@NullMarked
package org.quanheng.scoring.additive;

import org.jspecify.annotations.NullMarked;
