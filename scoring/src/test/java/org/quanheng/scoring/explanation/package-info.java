/** Tests. */
@NullMarked
package org.quanheng.scoring.explanation;

import org.jspecify.annotations.NullMarked;
