/** What people judge, joined with the score by a weight that outcomes have measured. */
@NullMarked
package org.quanheng.scoring.blend;

import org.jspecify.annotations.NullMarked;
