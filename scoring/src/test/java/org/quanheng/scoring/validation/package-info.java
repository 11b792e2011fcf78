/** Tests. */
@NullMarked
package org.quanheng.scoring.validation;

import org.jspecify.annotations.NullMarked;
