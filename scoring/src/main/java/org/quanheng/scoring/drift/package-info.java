/** Whether the people who apply today are still those of the development sample. */
@NullMarked
package org.quanheng.scoring.drift;

import org.jspecify.annotations.NullMarked;
