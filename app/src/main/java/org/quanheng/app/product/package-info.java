/** The catalogue: products as published versions, with the questions that their journey asks. */
@ApplicationModule(allowedDependencies = {"audit", "api"})
@NullMarked
package org.quanheng.app.product;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
