/** Tests. */
@NullMarked
package org.quanheng.scoring.inference;

import org.jspecify.annotations.NullMarked;
