/** Every model of the library on public credit data, fold by fold. */
@NullMarked
package org.quanheng.scoring.benchmark;

import org.jspecify.annotations.NullMarked;
