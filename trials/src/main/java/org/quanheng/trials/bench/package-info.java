/** What one act costs, measured by JMH. */
@NullMarked
package org.quanheng.trials.bench;

import org.jspecify.annotations.NullMarked;
