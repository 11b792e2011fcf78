/** The registry of models: scorecards as registered, with their validation, never changed afterwards. */
@ApplicationModule(allowedDependencies = {"audit"})
@NullMarked
package org.quanheng.app.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
