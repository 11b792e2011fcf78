/** How every page looks and speaks: language, formats, charts, and one view record per page. */
@NullMarked
package org.quanheng.app.page;

import org.jspecify.annotations.NullMarked;
