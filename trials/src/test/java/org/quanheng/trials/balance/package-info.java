@NullMarked
package org.quanheng.trials.balance;

import org.jspecify.annotations.NullMarked;
