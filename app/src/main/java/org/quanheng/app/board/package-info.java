/** Both sides of the scale for the head of lending: risk beside experience, and the scorecard behind the decisions. */
@ApplicationModule(allowedDependencies = {"access", "api", "audit", "decision", "journey", "model", "page", "product"})
@NullMarked
package org.quanheng.app.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
