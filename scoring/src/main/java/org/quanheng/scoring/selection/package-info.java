/** Which characteristics a model is built on, and why the others are left out. */
@NullMarked
package org.quanheng.scoring.selection;

import org.jspecify.annotations.NullMarked;
