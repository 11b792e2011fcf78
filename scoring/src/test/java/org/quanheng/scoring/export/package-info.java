/** Tests. */
@NullMarked
package org.quanheng.scoring.export;

import org.jspecify.annotations.NullMarked;
