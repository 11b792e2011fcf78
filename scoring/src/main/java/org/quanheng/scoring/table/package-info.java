/** Columnar data: numbers, dictionary codes, weights, read from CSV or from memory. */
@NullMarked
package org.quanheng.scoring.table;

import org.jspecify.annotations.NullMarked;
