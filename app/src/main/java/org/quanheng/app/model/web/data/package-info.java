/** The pages on which a table is imported, described and trained on. */
@NullMarked
package org.quanheng.app.model.web.data;

import org.jspecify.annotations.NullMarked;
