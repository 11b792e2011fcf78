/** The sample lender: a product, a scorecard trained on real credit histories, a policy, and one account for each role. */
@ApplicationModule(allowedDependencies = {"access", "audit", "decision", "model", "product"})
@NullMarked
package org.quanheng.app.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
