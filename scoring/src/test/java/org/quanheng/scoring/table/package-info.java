/** Tests. */
@NullMarked
package org.quanheng.scoring.table;

import org.jspecify.annotations.NullMarked;
