/** Loans: contract, schedule, and a double-entry ledger that always sums to zero. A loan never knows of applications. */
@ApplicationModule(allowedDependencies = {"access", "api", "audit", "customer", "page"})
@NullMarked
package org.quanheng.app.loan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
