/** The record of a person; what identifies them is kept only encrypted. */
@ApplicationModule(allowedDependencies = {"audit"})
@NullMarked
package org.quanheng.app.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
