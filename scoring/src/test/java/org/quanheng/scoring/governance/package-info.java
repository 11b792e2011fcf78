/** Tests. */
@NullMarked
package org.quanheng.scoring.governance;

import org.jspecify.annotations.NullMarked;
