/** What a model must say of itself before it may decide. */
@NullMarked
package org.quanheng.scoring.governance;

import org.jspecify.annotations.NullMarked;
