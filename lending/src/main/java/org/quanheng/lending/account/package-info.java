/** A loan's life as a pure state machine: events in, state and double entries out. */
@NullMarked
package org.quanheng.lending.account;

import org.jspecify.annotations.NullMarked;
