/** Tests. */
@NullMarked
package org.quanheng.scoring.benchmark;

import org.jspecify.annotations.NullMarked;
