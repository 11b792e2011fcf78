/** Tests. */
@NullMarked
package org.quanheng.scoring.statistics;

import org.jspecify.annotations.NullMarked;
