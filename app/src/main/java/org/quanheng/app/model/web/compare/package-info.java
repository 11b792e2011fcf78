/** The page on which models stand side by side on the same cases. */
@NullMarked
package org.quanheng.app.model.web.compare;

import org.jspecify.annotations.NullMarked;
