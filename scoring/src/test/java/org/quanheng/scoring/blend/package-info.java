/** Tests. */
@NullMarked
package org.quanheng.scoring.blend;

import org.jspecify.annotations.NullMarked;
