/** What every API resource shares: reading a body strictly, refusing with every fault named, problem+json. */
@ApplicationModule(allowedDependencies = {"page"})
@NullMarked
package org.quanheng.app.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
