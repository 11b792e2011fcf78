/** Black-box proof over HTTP and SQL: crash, storm, load, abuse and real browsers. */
@NullMarked
package org.quanheng.trials;

import org.jspecify.annotations.NullMarked;
