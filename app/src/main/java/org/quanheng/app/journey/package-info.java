/** The append-only record of journey events, with whose turn it was; also the outbox that later parts read in commit order. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.quanheng.app.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
