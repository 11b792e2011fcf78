/** The registry of models, with their validation, who made which the champion, and the workshop in which they are built. */
@ApplicationModule(allowedDependencies = {"access", "api", "audit", "page"})
@NullMarked
package org.quanheng.app.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
