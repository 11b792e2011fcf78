/** Tests. */
@NullMarked
package org.quanheng.scoring.logistic;

import org.jspecify.annotations.NullMarked;
