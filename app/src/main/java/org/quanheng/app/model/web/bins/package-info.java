/** The page on which somebody sets the bins of a characteristic by hand. */
@NullMarked
package org.quanheng.app.model.web.bins;

import org.jspecify.annotations.NullMarked;
