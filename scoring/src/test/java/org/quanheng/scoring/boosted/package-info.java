/** Tests. */
@NullMarked
package org.quanheng.scoring.boosted;

import org.jspecify.annotations.NullMarked;
