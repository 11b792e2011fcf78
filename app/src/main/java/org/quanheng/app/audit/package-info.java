/** Proof of what was done: each act once, in one transaction, with a record in a hash chain. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.quanheng.app.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
