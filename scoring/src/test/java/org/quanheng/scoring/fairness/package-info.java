/** Tests. */
@NullMarked
package org.quanheng.scoring.fairness;

import org.jspecify.annotations.NullMarked;
