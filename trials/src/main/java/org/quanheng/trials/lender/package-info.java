/** A lender that runs in a process of its own, and those who come to it over HTTP. */
@NullMarked
package org.quanheng.trials.lender;

import org.jspecify.annotations.NullMarked;
