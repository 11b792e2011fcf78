/** What every resource shares: reading a body strictly, the key of a write, refusing with every fault named, problem+json. */
@ApplicationModule(allowedDependencies = {"audit", "page"})
@NullMarked
package org.quanheng.app.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
