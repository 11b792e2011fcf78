/** How decisions and errors fall on groups that are never features. */
@NullMarked
package org.quanheng.scoring.fairness;

import org.jspecify.annotations.NullMarked;
