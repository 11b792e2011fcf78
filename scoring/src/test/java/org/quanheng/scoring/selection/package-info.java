/** Tests. */
@NullMarked
package org.quanheng.scoring.selection;

import org.jspecify.annotations.NullMarked;
