/** How every page looks and speaks: language, formats, charts, and one view record per page. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.quanheng.app.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
