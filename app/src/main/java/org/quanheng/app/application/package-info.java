/** Applications from the first answer to the signature, and the work of those who decide what the policy leaves to a person. */
@ApplicationModule(
        allowedDependencies = {"access", "api", "audit", "customer", "decision", "journey", "loan", "page", "product"})
@NullMarked
package org.quanheng.app.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
