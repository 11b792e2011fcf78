/** Tests. */
@NullMarked
package org.quanheng.scoring.additive;

import org.jspecify.annotations.NullMarked;
