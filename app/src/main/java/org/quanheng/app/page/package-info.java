/** How every page looks and speaks: language, formats, charts, and what several pages show alike. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.quanheng.app.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
