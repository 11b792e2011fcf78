/** Tests. */
@NullMarked
package org.quanheng.scoring.drift;

import org.jspecify.annotations.NullMarked;
