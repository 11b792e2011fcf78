/** Who may act: accounts, roles, sign-in, the rule of every route, and the keys that stand outside the database. */
@ApplicationModule(allowedDependencies = {"audit", "page", "api"})
@NullMarked
package org.quanheng.app.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
