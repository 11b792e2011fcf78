/** Tests. */
@NullMarked
package org.quanheng.scoring;

import org.jspecify.annotations.NullMarked;
