/** Policies as published versions, and every decision with the receipt that anyone can recompute. It fetches nothing. */
@ApplicationModule(allowedDependencies = {"api", "audit", "model"})
@NullMarked
package org.quanheng.app.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
